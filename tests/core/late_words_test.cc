// Words that arrive after their round (rule RU5): a tablet was away, its words are welcome.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/commands.h"
#include "tests/core/matchers.h"

namespace rebond::test {
namespace {

struct LateWords : ::testing::Test {
  /// The person adds a card as somebody who knew the entries up to `base_seq`.
  Outcome add(Person& person, Seq base_seq) {
    v1::Command command = person.adding("écrit au tour 1");
    command.set_base_seq(base_seq);
    last = command.add_card().card();
    return person.send(command);
  }
  /// Round 1 ends and is locked; the café is in move-1. Returns the entry before the end.
  Seq lock_first_round() {
    captain.add_card("à temps");
    const Seq seq = cafe.state.seq();
    cafe.go_to("move-1");
    cafe.pass(kRoundGraceMs);
    return seq;
  }

  CafeBuilder cafe;
  Person& captain = cafe.as_captain(1);
  Id last = 0;
};

TEST_F(LateWords, RU5ACaptainsCardIsFiledUnderItsRoundAndMarkedLate) {
  const Seq seq = lock_first_round();
  cafe.pass(40 * 60'000);
  ASSERT_THAT(add(captain, seq), Accepted());
  EXPECT_EQ(cafe.card(last).round(), cafe.round_id(1));
  EXPECT_TRUE(cafe.card(last).late());
}

TEST_F(LateWords, RU5EvenWhenTheNextRoundRuns) {
  const Seq seq = lock_first_round();
  ASSERT_THAT(cafe.as_facilitator().send(start_round(15)), Accepted());
  ASSERT_THAT(add(captain, seq), Accepted());
  EXPECT_EQ(cafe.card(last).round(), cafe.round_id(1));
  EXPECT_TRUE(cafe.card(last).late());
}

TEST_F(LateWords, RU5TheRoundBeginsAndEndsAtItsEntries) {
  lock_first_round();
  const Seq locked = cafe.round(1).locked_seq();
  EXPECT_THAT(add(captain, locked - 1), Accepted());
  EXPECT_THAT(add(captain, locked), Rejected(kRoundClosed, "add_card"));
  EXPECT_THAT(add(captain, cafe.round(1).started_seq()), Accepted());
}

TEST_F(LateWords, RU5AGuestsCardIsNot) {
  Person& ana = cafe.as_guest("Ana");
  const Seq seq = lock_first_round();
  EXPECT_THAT(add(ana, seq), Rejected(kRoundClosed, "add_card"));
}

TEST_F(LateWords, RU5ArriveInTheGraceOfTheirRoundWhileTheNextOneRuns) {
  const Seq seq = cafe.state.seq();
  ASSERT_THAT(cafe.as_facilitator().send(end_round()), Accepted());
  ASSERT_THAT(cafe.as_facilitator().send(start_round(15)), Accepted());
  ASSERT_THAT(add(captain, seq), Accepted());
  EXPECT_EQ(cafe.card(last).round(), cafe.round_id(1));
  EXPECT_FALSE(cafe.card(last).late());
}

TEST_F(LateWords, RU5WordsOfTheNextRoundStayThereWhenTheFirstIsLocked) {
  ASSERT_THAT(cafe.as_facilitator().send(end_round()), Accepted());
  ASSERT_THAT(cafe.as_facilitator().send(start_round(15)), Accepted());
  const Seq in_second = cafe.state.seq();
  cafe.pass(kRoundGraceMs);
  ASSERT_TRUE(cafe.round(1).locked());
  ASSERT_THAT(add(captain, in_second), Accepted());
  EXPECT_EQ(cafe.card(last).round(), cafe.round_id(2));
  EXPECT_FALSE(cafe.card(last).late());
}

TEST_F(LateWords, RU5WordsOfTheNextRoundStayThereEvenBeforeItsClockStarts) {
  cafe.go_to("round-2");
  const Seq in_second = cafe.state.seq();
  cafe.pass(kRoundGraceMs);
  ASSERT_TRUE(cafe.round(1).locked());
  ASSERT_THAT(add(captain, in_second), Accepted());
  EXPECT_EQ(cafe.card(last).round(), cafe.round_id(2));
}

TEST_F(LateWords, RU5ADeviceThatKnewNothingIsNotLate) {
  lock_first_round();
  Context context{cafe.state,           cafe.private_state, cafe.limits,    captain.member(),
                  cafe.state.seq() + 1, cafe.now_ms,        /*base_seq=*/0, /*command=*/99};
  const Decision decision = decide(captain.adding("sans passé"), context);
  ASSERT_TRUE(std::holds_alternative<v1::Rejection>(decision));
  EXPECT_EQ(std::get<v1::Rejection>(decision).code(), kRoundClosed);
}

}  // namespace
}  // namespace rebond::test
