// The café's own settings.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

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

TEST(Settings, WhatIsAbsentStaysAsItIs) {
  CafeBuilder cafe;
  v1::Command all = set_cafe("Eau", "Moins de charges", true);
  v1::SetCafe& set = *all.mutable_set_cafe();
  set.set_place("Salle des fêtes");
  set.set_date("2026-11-25T14:00");
  set.mutable_keywords()->add_words("eau");
  set.set_next_date("2027-01-20");
  set.set_next_place("Liévin");
  set.set_thanks("Merci à tous");
  set.set_programme_cafes(9);
  set.set_employees_each(8);
  set.set_tenants_each(35);
  ASSERT_THAT(cafe.as_facilitator().send(all), Accepted());
  ASSERT_THAT(cafe.as_facilitator().send(set_cafe("Air", "", true)), Accepted());
  const v1::Cafe& record = *cafe.state.find<v1::Cafe>(1);
  EXPECT_EQ(record.theme(), "Air");
  EXPECT_EQ(record.place(), "Salle des fêtes");
  EXPECT_EQ(record.date(), "2026-11-25T14:00");
  EXPECT_EQ(record.keywords_size(), 1);
  EXPECT_EQ(record.next_date(), "2027-01-20");
  EXPECT_EQ(record.next_place(), "Liévin");
  EXPECT_EQ(record.thanks(), "Merci à tous");
  EXPECT_EQ(record.programme_cafes(), 9U);
  EXPECT_EQ(record.employees_each(), 8U);
  EXPECT_EQ(record.tenants_each(), 35U);
}

TEST(Settings, SayWhatIsTooLongOrTooMany) {
  CafeBuilder cafe;
  const auto refused = [&](auto change) {
    v1::Command command = set_cafe("Eau", "", true);
    change(*command.mutable_set_cafe());
    return cafe.as_facilitator().send(command);
  };
  EXPECT_THAT(refused([](v1::SetCafe& set) { set.set_place(std::string(1'001, 'a')); }),
              Rejected(kLimit, "set_cafe.place"));
  EXPECT_THAT(refused([](v1::SetCafe& set) { set.set_date(std::string(101, 'a')); }),
              Rejected(kLimit, "set_cafe.date"));
  EXPECT_THAT(refused([](v1::SetCafe& set) { set.set_thanks(std::string(4'001, 'a')); }),
              Rejected(kLimit, "set_cafe.thanks"));
  EXPECT_THAT(refused([](v1::SetCafe& set) {
                for (int i = 0; i <= 50; ++i) set.mutable_keywords()->add_words("eau");
              }),
              Rejected(kLimit, "set_cafe.keywords"));
  EXPECT_THAT(refused([](v1::SetCafe& set) { set.mutable_keywords()->add_words(""); }),
              Rejected(kMalformed, "set_cafe.keywords"));
  EXPECT_THAT(refused([](v1::SetCafe& set) { set.set_programme_cafes(1'001); }),
              Rejected(kLimit, "set_cafe.programme_cafes"));
}

}  // namespace
}  // namespace rebond::test
