// Tables are renamed, added and withdrawn (rule PE5).
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/founding.h"
#include "tests/core/commands.h"
#include "tests/core/evening_commands.h"
#include "tests/core/matchers.h"

namespace rebond::test {
namespace {

struct Tables : ::testing::Test {
  const v1::Table& table(Id id) const { return *cafe.state.find<v1::Table>(id); }

  CafeBuilder cafe;
  Person& facilitator = cafe.as_facilitator();
  Person& captain = cafe.as_captain(1);
};

TEST_F(Tables, ACaptainGivesTheOwnOneANameAndAColour) {
  ASSERT_THAT(facilitator.send(set_table(table_id(1), "Une", 6)), Accepted());
  ASSERT_THAT(captain.send(set_table(table_id(1), "Les abeilles", 9, 4)), Accepted());
  EXPECT_EQ(table(table_id(1)).name(), "Les abeilles");
  EXPECT_EQ(table(table_id(1)).colour(), 4U);
  EXPECT_EQ(table(table_id(1)).capacity(), 6U) << "seats are the facilitator's";
  EXPECT_EQ(table(table_id(1)).number(), 1U);
  EXPECT_EQ(table(table_id(1)).plan_ref(), "t1");
  EXPECT_THAT(captain.send(set_table(table_id(2), "Les fourmis")),
              Rejected(kForbidden, "set_table.table"));
  EXPECT_THAT(captain.send(withdraw_table(table_id(1))),
              Rejected(kForbidden, "set_table.withdrawn"));
}

TEST_F(Tables, TheFacilitatorChangesEverything) {
  v1::Command command = set_table(table_id(2), "Visio", 6, 5);
  command.mutable_set_table()->set_remote(true);
  ASSERT_THAT(facilitator.send(command), Accepted());
  EXPECT_EQ(table(table_id(2)).capacity(), 6U);
  EXPECT_TRUE(table(table_id(2)).remote());
  EXPECT_FALSE(table(table_id(2)).withdrawn());
  ASSERT_THAT(facilitator.send(set_table(table_id(2), "Visio")), Accepted());
  EXPECT_TRUE(table(table_id(2)).remote()) << "what is absent stays";
}

TEST_F(Tables, SayWhatIsWrong) {
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

TEST_F(Tables, OneMoreGetsTheNextNumber) {
  const Id more = facilitator.new_id();
  ASSERT_THAT(facilitator.send(add_table(more, "Les abeilles", 5)), Accepted());
  EXPECT_EQ(cafe.entries.back().what(), v1::WHAT_TABLE_ADDED);
  EXPECT_EQ(table(more).number(), 4U);
  EXPECT_EQ(table(more).capacity(), 5U);
  EXPECT_EQ(table(more).plan_ref(), "t4");
  EXPECT_NE(table(more).colour(), table(table_id(3)).colour());
  v1::Command add = facilitator.adding("ici");
  add.mutable_add_card()->set_table(more);
  EXPECT_THAT(facilitator.send(add), Accepted());
}

TEST_F(Tables, NewOnesHaveANameAnIdAndALimit) {
  EXPECT_THAT(facilitator.send(add_table(make_id(77, 1), "Une")),
              Rejected(kConflict, "add_table.table"));
  EXPECT_THAT(facilitator.send(add_table(facilitator.new_id(), "")),
              Rejected(kMalformed, "add_table.name"));
  EXPECT_THAT(facilitator.send(add_table(facilitator.new_id(), "Une", 1'001)),
              Rejected(kLimit, "add_table.capacity"));
  for (int i = 4; i <= 100; ++i) {
    ASSERT_THAT(facilitator.send(add_table(facilitator.new_id(), "Encore")), Accepted());
  }
  EXPECT_THAT(facilitator.send(add_table(facilitator.new_id(), "De trop")),
              Rejected(kLimit, "add_table"));
}

TEST_F(Tables, PE5AWithdrawnOneKeepsItsIdeas) {
  const Id idea = captain.add_card("une idée");
  ASSERT_THAT(facilitator.send(withdraw_table(table_id(1))), Accepted());
  EXPECT_TRUE(table(table_id(1)).withdrawn());
  EXPECT_FALSE(cafe.card(idea).withdrawn());
  EXPECT_EQ(cafe.card(idea).table(), table_id(1));
  EXPECT_THAT(captain.send(captain.adding("encore")), Rejected(kNotFound, "add_card.table"));
  Person& ana = cafe.as_guest("Ana");
  EXPECT_THAT(ana.send(take_seat(ana.new_id(), ana.participant(), table_id(1))),
              Rejected(kNotFound, "take_seat.table"));
  ASSERT_THAT(facilitator.send(withdraw_table(table_id(1), false)), Accepted());
  EXPECT_THAT(captain.send(captain.adding("encore")), Accepted());
}

TEST_F(Tables, PE5OneStays) {
  ASSERT_THAT(facilitator.send(withdraw_table(table_id(1))), Accepted());
  ASSERT_THAT(facilitator.send(withdraw_table(table_id(2))), Accepted());
  EXPECT_THAT(facilitator.send(withdraw_table(table_id(3))),
              Rejected(kConflict, "set_table.withdrawn"));
}

}  // namespace
}  // namespace rebond::test
