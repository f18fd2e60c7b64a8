// A round is a deadline and a pause; only the facilitator ends it (rule RU4).
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/lock.h"
#include "tests/core/commands.h"
#include "tests/core/matchers.h"

namespace rebond::test {
namespace {

constexpr double kMinute = 60'000;

struct Rounds : ::testing::Test {
  Outcome facilitate(const v1::Command& command) { return cafe.as_facilitator().send(command); }
  const v1::Round& first() { return cafe.round(1); }
  double left() { return first().deadline_ms() - cafe.now_ms; }
  bool can_write() {
    Person& captain = cafe.as_captain(1);
    v1::Command add = captain.adding("une idée");
    return !captain.send(add).rejection;
  }

  CafeBuilder cafe;
};

TEST_F(Rounds, TheFirstOneRunsWithoutADeadline) {
  EXPECT_GT(first().started_at_ms(), 0);
  EXPECT_EQ(first().deadline_ms(), 0);
  EXPECT_TRUE(can_write());
}

TEST_F(Rounds, StartingGivesADeadlineAndAQuestion) {
  ASSERT_THAT(facilitate(start_round(15, "Comment économiser l'eau ?")), Accepted());
  EXPECT_EQ(left(), 15 * kMinute);
  EXPECT_EQ(first().started_at_ms(), cafe.now_ms);
  EXPECT_EQ(first().started_seq(), 1U) << "it holds what was written before its clock ran";
  EXPECT_EQ(first().question(), "Comment économiser l'eau ?");
  EXPECT_THAT(facilitate(start_round(15)), Rejected(kConflict, "start_round"));
}

TEST_F(Rounds, StartingWithoutAQuestionKeepsTheOneThereWas) {
  ASSERT_THAT(facilitate(start_round(0, "Et l'eau ?")), Accepted());
  ASSERT_THAT(facilitate(start_round(10)), Accepted());
  EXPECT_EQ(first().question(), "Et l'eau ?");
}

TEST_F(Rounds, StartingGoesToTheNextRoundThatHasNotEnded) {
  ASSERT_THAT(facilitate(end_round()), Accepted());
  ASSERT_THAT(facilitate(start_round(10)), Accepted());
  EXPECT_EQ(cafe.current_step().slug(), "round-2");
  EXPECT_EQ(cafe.round(2).started_seq(), cafe.state.seq());
  EXPECT_EQ(cafe.round(2).deadline_ms(), cafe.now_ms + 10 * kMinute);
}

TEST_F(Rounds, NoneStartsWhenEveryOneHasEnded) {
  cafe.go_to("table-syntheses");
  EXPECT_THAT(facilitate(start_round(10)), Rejected(kConflict, "start_round"));
}

TEST_F(Rounds, MinutesHaveASensibleNumber) {
  EXPECT_THAT(facilitate(start_round(241)), Rejected(kLimit, "start_round.minutes"));
  EXPECT_THAT(facilitate(start_round(240)), Accepted());
  EXPECT_THAT(facilitate(extend_round(0)), Rejected(kLimit, "extend_round.minutes"));
  EXPECT_THAT(facilitate(extend_round(241)), Rejected(kLimit, "extend_round.minutes"));
  EXPECT_THAT(facilitate(start_round(0, std::string(1'001, 'a'))),
              Rejected(kLimit, "start_round.question"));
}

TEST_F(Rounds, APauseStopsTheClockAndNotTheWriting) {
  ASSERT_THAT(facilitate(start_round(15)), Accepted());
  cafe.pass(5 * kMinute);
  ASSERT_THAT(facilitate(pause_round()), Accepted());
  EXPECT_TRUE(first().paused());
  EXPECT_EQ(first().remaining_ms(), 10 * kMinute);
  EXPECT_TRUE(can_write());
  cafe.pass(30 * kMinute);
  ASSERT_THAT(facilitate(resume_round()), Accepted());
  EXPECT_FALSE(first().paused());
  EXPECT_EQ(left(), 10 * kMinute);
}

TEST_F(Rounds, PausesAndResumesOnlyWhatItCan) {
  EXPECT_THAT(facilitate(resume_round()), Rejected(kConflict, "resume_round"));
  ASSERT_THAT(facilitate(pause_round()), Accepted());
  EXPECT_THAT(facilitate(pause_round()), Rejected(kConflict, "pause_round"));
  ASSERT_THAT(facilitate(end_round()), Accepted());
  EXPECT_THAT(facilitate(resume_round()), Rejected(kConflict, "resume_round"));
  EXPECT_THAT(facilitate(pause_round()), Rejected(kConflict, "pause_round"));
  EXPECT_THAT(facilitate(end_round()), Rejected(kConflict, "end_round"));
}

TEST_F(Rounds, NothingIsStoppedOutsideOfARound) {
  cafe.go_to("thanks");
  EXPECT_THAT(facilitate(pause_round()), Rejected(kConflict, "pause_round"));
  EXPECT_THAT(facilitate(resume_round()), Rejected(kConflict, "resume_round"));
  EXPECT_THAT(facilitate(extend_round(1)), Rejected(kConflict, "extend_round"));
  EXPECT_THAT(facilitate(end_round()), Rejected(kConflict, "end_round"));
}

TEST_F(Rounds, AMinuteMoreIsAMinuteMore) {
  ASSERT_THAT(facilitate(start_round(10)), Accepted());
  ASSERT_THAT(facilitate(extend_round(1)), Accepted());
  EXPECT_EQ(left(), 11 * kMinute);
}

TEST_F(Rounds, AMinuteMoreInOvertimeCountsFromNow) {
  ASSERT_THAT(facilitate(start_round(10)), Accepted());
  cafe.pass(13 * kMinute);
  ASSERT_THAT(facilitate(extend_round(2)), Accepted());
  EXPECT_EQ(left(), 2 * kMinute);
}

TEST_F(Rounds, AMinuteMoreWhilePausedIsThereAfterwards) {
  ASSERT_THAT(facilitate(start_round(10)), Accepted());
  ASSERT_THAT(facilitate(pause_round()), Accepted());
  ASSERT_THAT(facilitate(extend_round(1)), Accepted());
  EXPECT_EQ(first().remaining_ms(), 11 * kMinute);
  cafe.pass(kMinute);
  ASSERT_THAT(facilitate(resume_round()), Accepted());
  EXPECT_EQ(left(), 11 * kMinute);
}

TEST_F(Rounds, MinutesGivenToAPausedRoundWithoutADeadlineAreNotLost) {
  ASSERT_THAT(facilitate(pause_round()), Accepted());
  ASSERT_THAT(facilitate(extend_round(5)), Accepted());
  EXPECT_EQ(first().remaining_ms(), 5 * kMinute);
  cafe.pass(kMinute);
  ASSERT_THAT(facilitate(resume_round()), Accepted());
  EXPECT_EQ(left(), 5 * kMinute);
}

TEST_F(Rounds, ManyMinutesMoreStayWithinALimit) {
  ASSERT_THAT(facilitate(start_round(240)), Accepted());
  EXPECT_THAT(facilitate(extend_round(1)), Rejected(kLimit, "extend_round.minutes"));
  ASSERT_THAT(facilitate(pause_round()), Accepted());
  EXPECT_THAT(facilitate(extend_round(1)), Rejected(kLimit, "extend_round.minutes"));
  cafe.pass(kMinute);
  ASSERT_THAT(facilitate(resume_round()), Accepted());
  cafe.pass(kMinute);
  EXPECT_THAT(facilitate(extend_round(1)), Accepted());
}

TEST_F(Rounds, RU4ZeroOnTheClockEndsNothing) {
  ASSERT_THAT(facilitate(start_round(10)), Accepted());
  cafe.pass(120 * kMinute);
  EXPECT_TRUE(can_write());
  EXPECT_EQ(first().ended_at_ms(), 0);
}

TEST_F(Rounds, RU4WritingGoesOnForTheGraceThenTheServerLocks) {
  ASSERT_THAT(facilitate(end_round()), Accepted());
  EXPECT_EQ(next_lock_ms(cafe.state), cafe.now_ms + kRoundGraceMs);
  cafe.pass(kRoundGraceMs - 1);
  EXPECT_FALSE(first().locked());
  EXPECT_TRUE(can_write());
  cafe.pass(1);
  EXPECT_TRUE(first().locked());
  EXPECT_EQ(first().locked_seq(), cafe.state.seq());
  EXPECT_EQ(cafe.entries.back().what(), v1::WHAT_ROUND_LOCKED);
  EXPECT_EQ(cafe.entries.back().device(), 0U);
  EXPECT_FALSE(can_write());
  EXPECT_FALSE(next_lock_ms(cafe.state).has_value());
}

TEST_F(Rounds, RU4WordsOfTheGraceAreFiledUnderTheRoundWhateverTheStep) {
  cafe.go_to("move-1");
  cafe.pass(30'000);
  const Id card = cafe.as_captain(1).add_card("ma dernière phrase");
  EXPECT_EQ(cafe.card(card).round(), cafe.round_id(1));
  EXPECT_FALSE(cafe.card(card).late());
}

TEST_F(Rounds, RU4ALockedRoundStaysLocked) {
  ASSERT_THAT(facilitate(end_round()), Accepted());
  cafe.pass(kMinute);
  EXPECT_THAT(facilitate(extend_round(1)), Rejected(kConflict, "extend_round"));
  const Seq locked_seq = first().locked_seq();
  cafe.pass(kMinute);
  EXPECT_EQ(first().locked_seq(), locked_seq);
}

TEST_F(Rounds, RU4AMinuteMoreInTheGraceTakesTheEndBack) {
  ASSERT_THAT(facilitate(start_round(10)), Accepted());
  ASSERT_THAT(facilitate(end_round()), Accepted());
  cafe.pass(30'000);
  ASSERT_THAT(facilitate(extend_round(1)), Accepted());
  cafe.pass(kMinute);
  EXPECT_EQ(first().ended_at_ms(), 0);
  EXPECT_FALSE(first().locked());
  EXPECT_TRUE(can_write());
}

TEST_F(Rounds, AMinuteMoreGivesAClockToARoundThatHadNone) {
  cafe.go_to("round-2");
  ASSERT_THAT(facilitate(extend_round(1)), Accepted());
  EXPECT_EQ(cafe.round(2).deadline_ms(), cafe.now_ms + kMinute);
}

TEST_F(Rounds, EndingAPausedRoundUnpausesIt) {
  ASSERT_THAT(facilitate(start_round(10)), Accepted());
  ASSERT_THAT(facilitate(pause_round()), Accepted());
  ASSERT_THAT(facilitate(end_round()), Accepted());
  EXPECT_FALSE(first().paused());
  EXPECT_EQ(first().remaining_ms(), 0U);
}

}  // namespace
}  // namespace rebond::test
