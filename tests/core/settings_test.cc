// The café's own settings and its tables.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/founding.h"
#include "tests/core/commands.h"
#include "tests/core/matchers.h"

namespace rebond::test {
namespace {

TEST(Settings, TheFacilitatorChangesThemeObjectiveAndScreen) {
  CafeBuilder cafe;
  ASSERT_THAT(cafe.as_facilitator().send(set_cafe("Énergie", "Moins de charges", false)),
              Accepted());
  const v1::Cafe& record = *cafe.state.find<v1::Cafe>(1);
  EXPECT_EQ(record.theme(), "Énergie");
  EXPECT_EQ(record.objective(), "Moins de charges");
  EXPECT_FALSE(record.texts_on_screen());
  EXPECT_EQ(record.language(), "fr");
  EXPECT_EQ(cafe.current_step().slug(), "round-1");
}

TEST(Settings, HaveALength) {
  CafeBuilder cafe;
  const std::string long_line(1'001, 'a');
  EXPECT_THAT(cafe.as_facilitator().send(set_cafe(long_line, "", true)),
              Rejected(kLimit, "set_cafe.theme"));
  EXPECT_THAT(cafe.as_facilitator().send(set_cafe("", long_line, true)),
              Rejected(kLimit, "set_cafe.objective"));
}

TEST(Tables, ACaptainChangesTheOwnOne) {
  CafeBuilder cafe;
  Person& captain = cafe.as_captain(1);
  ASSERT_THAT(captain.send(set_table(table_id(1), "Les abeilles", 6, 4)), Accepted());
  const v1::Table& changed = *cafe.state.find<v1::Table>(table_id(1));
  EXPECT_EQ(changed.name(), "Les abeilles");
  EXPECT_EQ(changed.capacity(), 6U);
  EXPECT_EQ(changed.colour(), 4U);
  EXPECT_EQ(changed.number(), 1U);
  EXPECT_EQ(changed.plan_ref(), "t1");
  EXPECT_THAT(captain.send(set_table(table_id(2), "Les fourmis")),
              Rejected(kForbidden, "set_table.table"));
  EXPECT_THAT(cafe.as_facilitator().send(set_table(table_id(2), "Les fourmis")), Accepted());
}

TEST(Tables, SayWhatIsWrong) {
  CafeBuilder cafe;
  Person& facilitator = cafe.as_facilitator();
  EXPECT_THAT(facilitator.send(set_table(table_id(9), "Nulle part")),
              Rejected(kNotFound, "set_table.table"));
  EXPECT_THAT(facilitator.send(set_table(table_id(1), "")), Rejected(kMalformed, "set_table.name"));
  EXPECT_THAT(facilitator.send(set_table(table_id(1), std::string(201, 'a'))),
              Rejected(kLimit, "set_table.name"));
  EXPECT_THAT(facilitator.send(set_table(table_id(1), "Une", 1'001)),
              Rejected(kLimit, "set_table.capacity"));
  EXPECT_THAT(facilitator.send(set_table(table_id(1), "Une", 6, 101)),
              Rejected(kLimit, "set_table.colour"));
}

}  // namespace
}  // namespace rebond::test
