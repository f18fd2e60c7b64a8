// The evaluation on leaving (rules EVA).
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/personal.h"
#include "tests/core/harvest_commands.h"
#include "tests/core/matchers.h"

namespace rebond::test {
namespace {

using ::testing::ElementsAre;

struct OnLeaving : ::testing::Test {
  OnLeaving() { cafe.go_to("thanks"); }

  std::vector<std::uint32_t> tally(Id question) const {
    const auto* evaluation = cafe.state.find<v1::Evaluation>(question);
    if (evaluation == nullptr) return {0, 0, 0};
    return {evaluation->no(), evaluation->partly(), evaluation->yes()};
  }

  CafeBuilder cafe;
  Person& ana = cafe.as_guest("Ana");
  Person& captain = cafe.as_captain(1);
};

TEST_F(OnLeaving, EVA1EachAnswersThreeQuestionsOnce) {
  ASSERT_THAT(ana.send(evaluate({3, 2, 1})), Accepted());
  ASSERT_THAT(captain.send(evaluate({3, 3, 0})), Accepted());
  EXPECT_THAT(tally(1), ElementsAre(0, 0, 2));
  EXPECT_THAT(tally(2), ElementsAre(0, 1, 1));
  EXPECT_THAT(tally(3), ElementsAre(1, 0, 0));
}

TEST_F(OnLeaving, EVA1AnsweringAgainReplaces) {
  ASSERT_THAT(ana.send(evaluate({3, 2, 1})), Accepted());
  ASSERT_THAT(ana.send(evaluate({1, 2})), Accepted());
  EXPECT_THAT(tally(1), ElementsAre(1, 0, 0));
  EXPECT_THAT(tally(2), ElementsAre(0, 1, 0));
  EXPECT_THAT(tally(3), ElementsAre(0, 0, 0));
  const Outcome same = ana.send(evaluate({1, 2}));
  EXPECT_THAT(same, Accepted());
  EXPECT_EQ(same.seq, 0U);
  EXPECT_THAT(personal_of(ana.member(), cafe.private_state).answers(), ElementsAre(1, 2));
}

TEST_F(OnLeaving, EVA1AnAnswerIsNoPartlyOrYes) {
  EXPECT_THAT(ana.send(evaluate({4})), Rejected(kMalformed, "evaluate.answers"));
  EXPECT_THAT(ana.send(evaluate({0, 0, 0})), Rejected(kMalformed, "evaluate.answers"));
  EXPECT_THAT(ana.send(evaluate({1, 1, 1, 1})), Rejected(kLimit, "evaluate.answers"));
}

TEST_F(OnLeaving, EVA2NobodyIsToldWhoAnsweredWhat) {
  ASSERT_THAT(ana.send(evaluate({3})), Accepted());
  const v1::Entry& entry = cafe.entries.back();
  EXPECT_EQ(entry.what(), v1::WHAT_EVALUATED);
  EXPECT_EQ(entry.device(), 0U);
  EXPECT_EQ(entry.command(), 0U);
  EXPECT_EQ(entry.actor(), 0U);
  for (const v1::Change& change : entry.changes()) {
    EXPECT_EQ(change.put().kind(), v1::RECORD_KIND_EVALUATION);
  }
}

TEST_F(OnLeaving, EVA2ACaptainAnswersForGuestsWithoutADevice) {
  ASSERT_THAT(captain.send(evaluate({3}, true)), Accepted());
  ASSERT_THAT(captain.send(evaluate({3}, true)), Accepted());
  ASSERT_THAT(captain.send(evaluate({1})), Accepted());
  EXPECT_THAT(tally(1), ElementsAre(1, 0, 2));
  EXPECT_THAT(ana.send(evaluate({3}, true)), Rejected(kForbidden, "evaluate.for_guest"));
}

}  // namespace
}  // namespace rebond::test
