// Support: dots, who has how many, and what is told of them (rules SU).
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/founding.h"
#include "core/personal.h"
#include "tests/core/commands.h"
#include "tests/core/harvest_commands.h"
#include "tests/core/matchers.h"

namespace rebond::test {
namespace {

constexpr auto kCard = v1::RECORD_KIND_CARD;
constexpr auto kBudget = v1::REJECTION_CODE_BUDGET;

struct SupportOfIdeas : ::testing::Test {
  SupportOfIdeas() { cafe.go_to("map-and-convergence"); }

  void open(bool blind = false, std::uint32_t dots_each = 0) {
    ASSERT_THAT(facilitator.send(open_support(blind, dots_each)), Accepted());
  }
  std::pair<std::uint32_t, std::uint32_t> told(Id card) const {
    const auto* support = cafe.state.find<v1::Support>(card);
    if (support == nullptr) return {0, 0};
    return {support->dots(), support->voters()};
  }

  CafeBuilder cafe;
  Person& facilitator = cafe.as_facilitator();
  Person& captain = cafe.as_captain(1);
  Person& ana = cafe.as_guest("Ana");
  Person& bob = cafe.as_guest("Bob");
  Id first = captain.add_card("des vélos");
  Id second = captain.add_card("des bus");
};

using Tally = std::pair<std::uint32_t, std::uint32_t>;

TEST_F(SupportOfIdeas, SU1DotsAreGivenWhileSupportIsOpen) {
  EXPECT_THAT(ana.send(cast(first, 1)), Rejected(kConflict, "cast_support"));
  open();
  EXPECT_THAT(ana.send(cast(first, 1)), Accepted());
  ASSERT_THAT(facilitator.send(close_support()), Accepted());
  EXPECT_THAT(ana.send(cast(first, 2)), Rejected(kConflict, "cast_support"));
  EXPECT_EQ(told(first), Tally(1, 1));
}

TEST_F(SupportOfIdeas, SU1WhatIsSaidIsHowManyInAllOnAnIdea) {
  open();
  ASSERT_THAT(ana.send(cast(first, 2)), Accepted());
  ASSERT_THAT(bob.send(cast(first, 1)), Accepted());
  EXPECT_EQ(told(first), Tally(3, 2));
  ASSERT_THAT(ana.send(cast(first, 1)), Accepted());
  EXPECT_EQ(told(first), Tally(2, 2));
  ASSERT_THAT(ana.send(cast(first, 0)), Accepted());
  EXPECT_EQ(told(first), Tally(1, 1));
}

TEST_F(SupportOfIdeas, SU2APersonHasThreeDotsOrAsManyAsTheCafeSays) {
  open();
  ASSERT_THAT(ana.send(cast(first, 2)), Accepted());
  EXPECT_THAT(ana.send(cast(second, 2)), Rejected(kBudget, "cast_support.dots"));
  EXPECT_THAT(ana.send(cast(second, 1)), Accepted());
  open(false, 5);
  EXPECT_THAT(ana.send(cast(second, 3)), Accepted());
  EXPECT_THAT(ana.send(cast(second, 4)), Rejected(kBudget, "cast_support.dots"));
}

TEST_F(SupportOfIdeas, SU2ACaptainCountsForThoseAtTheTableWhoHaveNoDevice) {
  open();
  EXPECT_THAT(captain.send(cast(first, 18)), Accepted());
  EXPECT_THAT(captain.send(cast(first, 19)), Rejected(kBudget, "cast_support.dots"));
  EXPECT_EQ(told(first), Tally(18, 6));
  ASSERT_THAT(facilitator.send(set_table(table_id(1), "Une", 8)), Accepted());
  EXPECT_THAT(captain.send(cast(first, 24)), Accepted());
  EXPECT_THAT(captain.send(cast(first, 25)), Rejected(kBudget, "cast_support.dots"));
}

TEST_F(SupportOfIdeas, SU2TheTableHasOneCountWhateverTablet) {
  open();
  ASSERT_THAT(captain.send(cast(first, 18)), Accepted());
  Member tablet = captain.member();
  tablet.device = 77;
  EXPECT_EQ(support_key(tablet), support_key(captain.member()));
}

TEST_F(SupportOfIdeas, SU2TheFacilitatorCountsForTheRoom) {
  open();
  EXPECT_THAT(facilitator.send(cast(first, 6'000)), Accepted());
  EXPECT_THAT(facilitator.send(cast(first, 6'001)), Rejected(kBudget, "cast_support.dots"));
  EXPECT_EQ(told(first), Tally(6'000, 2'000));
}

TEST_F(SupportOfIdeas, SU3NobodyIsToldWhoGaveThem) {
  open();
  ASSERT_THAT(ana.send(cast(first, 2)), Accepted());
  const v1::Entry& entry = cafe.entries.back();
  EXPECT_EQ(entry.what(), v1::WHAT_SUPPORT_CAST);
  EXPECT_EQ(entry.device(), 0U);
  EXPECT_EQ(entry.command(), 0U);
  EXPECT_EQ(entry.actor(), 0U);
  ASSERT_EQ(entry.changes_size(), 1);
  EXPECT_EQ(entry.changes(0).put().kind(), v1::RECORD_KIND_SUPPORT);
}

TEST_F(SupportOfIdeas, SU3ThePersonIsToldTheOwnDots) {
  open(true);
  ASSERT_THAT(ana.send(cast(first, 2)), Accepted());
  const v1::Personal personal = personal_of(ana.member(), cafe.private_state);
  ASSERT_EQ(personal.dots_size(), 1);
  EXPECT_EQ(personal.dots(0).card(), first);
  EXPECT_EQ(personal.dots(0).dots(), 2U);
  EXPECT_TRUE(personal_of(bob.member(), cafe.private_state).dots().empty());
}

/// Everything that anybody is told of an evening with these dots, before support closes.
std::string told_while_blind(std::uint32_t anas, std::uint32_t bobs) {
  CafeBuilder cafe;
  Person& captain = cafe.as_captain(1);
  const Id first = captain.add_card("des vélos");
  const Id second = captain.add_card("des bus");
  cafe.go_to("map-and-convergence");
  Person& ana = cafe.as_guest("Ana");
  Person& bob = cafe.as_guest("Bob");
  EXPECT_THAT(cafe.as_facilitator().send(open_support(true)), Accepted());
  for (const auto& [who, dots] : {std::pair{&ana, anas}, std::pair{&bob, bobs}}) {
    const Outcome one = who->send(cast(first, dots));
    const Outcome other = who->send(cast(second, 3 - dots));
    EXPECT_THAT(one, Accepted());
    EXPECT_THAT(other, Accepted());
    EXPECT_EQ(one.seq + other.seq, 0U);
  }
  captain.add_card("encore");
  std::string told = cafe.state.to_snapshot() + cafe.state.digest().hex();
  for (const v1::Entry& entry : cafe.entries) told += entry.SerializeAsString();
  return told;
}

TEST_F(SupportOfIdeas, SU3WhileItIsBlindNoPublicByteDependsOnDots) {
  const std::string told = told_while_blind(0, 3);
  EXPECT_EQ(told, told_while_blind(3, 0));
  EXPECT_EQ(told, told_while_blind(2, 1));
}

TEST_F(SupportOfIdeas, SU3ClosingABlindSupportTellsAllAtOnce) {
  open(true);
  ASSERT_THAT(ana.send(cast(first, 2)), Accepted());
  ASSERT_THAT(bob.send(cast(first, 1)), Accepted());
  ASSERT_THAT(captain.send(cast(second, 4)), Accepted());
  EXPECT_EQ(told(first), Tally(0, 0));
  const std::size_t entries = cafe.entries.size();
  ASSERT_THAT(facilitator.send(close_support()), Accepted());
  EXPECT_EQ(cafe.entries.size(), entries + 1);
  EXPECT_EQ(told(first), Tally(3, 2));
  EXPECT_EQ(told(second), Tally(4, 2));
}

TEST_F(SupportOfIdeas, SU4OnlyWhatIsShownIsSupported) {
  open();
  ASSERT_THAT(captain.send(withdraw(kCard, first)), Accepted());
  ASSERT_THAT(facilitator.send(hide_card(second)), Accepted());
  EXPECT_THAT(ana.send(cast(first, 1)), Rejected(kTargetWithdrawn, "cast_support.card"));
  EXPECT_THAT(ana.send(cast(second, 1)), Rejected(kTargetWithdrawn, "cast_support.card"));
  EXPECT_THAT(ana.send(cast(999, 1)), Rejected(kNotFound, "cast_support.card"));
}

TEST_F(SupportOfIdeas, SU4DotsOnWhatIsTakenBackComeBack) {
  open();
  ASSERT_THAT(ana.send(cast(first, 3)), Accepted());
  EXPECT_THAT(ana.send(cast(second, 1)), Rejected(kBudget, "cast_support.dots"));
  ASSERT_THAT(captain.send(withdraw(kCard, first)), Accepted());
  EXPECT_THAT(ana.send(cast(second, 3)), Accepted());
  // And when the idea returns, less is always possible.
  ASSERT_THAT(captain.send(restore(kCard, first)), Accepted());
  EXPECT_THAT(ana.send(cast(second, 2)), Accepted());
  EXPECT_THAT(ana.send(cast(second, 3)), Rejected(kBudget, "cast_support.dots"));
}

TEST_F(SupportOfIdeas, SU5BlindIsSettledBeforeTheFirstDot) {
  open();
  ASSERT_THAT(facilitator.send(open_support(true)), Accepted());
  ASSERT_THAT(ana.send(cast(first, 1)), Accepted());
  EXPECT_THAT(facilitator.send(open_support(false)), Rejected(kConflict, "set_support.blind"));
  ASSERT_THAT(facilitator.send(close_support()), Accepted());
  EXPECT_THAT(facilitator.send(open_support(false)), Accepted());
}

}  // namespace
}  // namespace rebond::test
