// Who is told which private things.
#include "core/personal.h"

#include <gtest/gtest.h>

#include "core/founding.h"
#include "tests/core/cafe_builder.h"

namespace rebond::test {
namespace {

TEST(Personal, APersonIsToldTheOwnNameWhateverTheLink) {
  CafeBuilder cafe;
  const Person& ana = cafe.as_guest("Ana");
  EXPECT_EQ(personal_of(ana.member(), cafe.private_state).name(), "Ana");
  EXPECT_EQ(personal_of(cafe.as_captain(1).member(), cafe.private_state).name(), "");
}

TEST(Personal, ThingsOfATableConcernItsCaptainsOnly) {
  CafeBuilder cafe;
  const Member captain = cafe.as_captain(1).member();
  const Owner table = owner_of(captain);
  EXPECT_EQ(table.table, table_id(1));
  EXPECT_TRUE(concerns(table, captain));
  EXPECT_FALSE(concerns(table, cafe.as_captain(2).member()));
  EXPECT_FALSE(concerns(table, cafe.as_facilitator().member()));
  EXPECT_FALSE(concerns(table, cafe.as_guest("Ana").member()));
}

TEST(Personal, ACaptainWhoIsAPersonIsToldBothTheOwnAndTheTables) {
  Member promoted{v1::ROLE_CAPTAIN, table_id(1), make_id(7, 1), 7, false, 9};
  EXPECT_EQ(owner_of(promoted), Owner{.participant = make_id(7, 1)});
  EXPECT_EQ(supporter_of(promoted), Owner{.table = table_id(1)});
  EXPECT_TRUE(concerns(Owner{.participant = make_id(7, 1)}, promoted));
  EXPECT_TRUE(concerns(Owner{.table = table_id(1)}, promoted));
}

TEST(Personal, TheRoomsDotsConcernEveryFacilitator) {
  const Member one{v1::ROLE_FACILITATOR, 0, 0, 3, false, 1};
  const Member other{v1::ROLE_FACILITATOR, 0, 0, 4, false, 2};
  EXPECT_TRUE(concerns(supporter_of(one), other));
  EXPECT_FALSE(concerns(owner_of(one), other));
}

TEST(Personal, SU3WhoHasNoDotsIsToldOfNobodys) {
  CafeBuilder cafe;
  const Person& facilitator = cafe.as_facilitator();
  for (const Person* other : {&cafe.as_expert(), &cafe.as_screen(), &cafe.newcomer()}) {
    EXPECT_FALSE(concerns(supporter_of(facilitator.member()), other->member()));
    EXPECT_EQ(support_key(other->member()), 0U);
  }
}

}  // namespace
}  // namespace rebond::test
