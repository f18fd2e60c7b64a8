// The expert's word (rules XP).
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/commands.h"
#include "tests/core/harvest_commands.h"
#include "tests/core/matchers.h"

namespace rebond::test {
namespace {

constexpr auto kCard = v1::RECORD_KIND_CARD;
constexpr auto kGroup = v1::RECORD_KIND_GROUP;
constexpr auto kAnswer = v1::RECORD_KIND_EXPERT_ANSWER;

struct Expert : ::testing::Test {
  Id answered(const std::string& words) {
    const Id id = expert.new_id();
    expert.new_id();
    EXPECT_THAT(expert.send(answer(id, kCard, card, words)), Accepted());
    return id;
  }
  const v1::ExpertAnswer& get(Id id) const { return *cafe.state.find<v1::ExpertAnswer>(id); }

  CafeBuilder cafe;
  Person& captain = cafe.as_captain(1);
  Person& expert = cafe.as_expert();
  Id card = captain.add_card("des éoliennes");
  Id group = captain.add_group("énergie", {card});
};

TEST_F(Expert, XP1IdeasAndGroupsWaitForTheExpert) {
  EXPECT_THAT(captain.send(queue(kCard, card)), Accepted());
  EXPECT_THAT(captain.send(queue(kGroup, group)), Accepted());
  EXPECT_TRUE(cafe.state.find<v1::ExpertItem>(card)->queued());
  EXPECT_EQ(cafe.state.find<v1::ExpertItem>(group)->of(), kGroup);
  EXPECT_THAT(expert.send(queue(kCard, card, false)), Accepted());
  EXPECT_FALSE(cafe.state.find<v1::ExpertItem>(card)->queued());
}

TEST_F(Expert, XP1WhatIsNotThereOrWithdrawnDoesNotWait) {
  EXPECT_THAT(captain.send(queue(kCard, 999)), Rejected(kNotFound, "queue_for_expert.what"));
  EXPECT_THAT(captain.send(queue(v1::RECORD_KIND_TABLE, 3001)),
              Rejected(kNotFound, "queue_for_expert.what"));
  ASSERT_THAT(captain.send(withdraw(kCard, card)), Accepted());
  EXPECT_THAT(captain.send(queue(kCard, card)),
              Rejected(kTargetWithdrawn, "queue_for_expert.what"));
  EXPECT_THAT(captain.send(queue(kCard, card, false)), Accepted());
}

TEST_F(Expert, XP1AnswersAlsoWhatWasNotQueued) {
  const Id id = answered("oui, dès 6 m/s");
  EXPECT_EQ(get(id).about(), card);
  EXPECT_EQ(get(id).kind(), v1::ANSWER_KIND_TRUE);
  EXPECT_EQ(cafe.words(id), "oui, dès 6 m/s");
  const Id silent = expert.new_id();
  EXPECT_THAT(expert.send(answer(silent, kGroup, group, "", v1::ANSWER_KIND_TO_BE_STUDIED)),
              Accepted());
  EXPECT_EQ(cafe.words(silent), "");
}

TEST_F(Expert, XP1AnAnswerIsOfAKindAndAboutSomething) {
  EXPECT_THAT(expert.send(answer(expert.new_id(), kCard, 999, "?")),
              Rejected(kNotFound, "add_answer.about"));
  EXPECT_THAT(expert.send(answer(expert.new_id(), kCard, card, "?", v1::ANSWER_KIND_UNSPECIFIED)),
              Rejected(kMalformed, "add_answer.kind"));
  EXPECT_THAT(
      expert.send(answer(expert.new_id(), kCard, card, "?", static_cast<v1::AnswerKind>(99))),
      Rejected(kUnsupported, "add_answer.kind"));
}

TEST_F(Expert, XP2ChangesTheOwnAnswersOnly) {
  const Id own = answered("oui");
  EXPECT_THAT(expert.send(edit(own, {insert(expert.new_id(), "Mais ")})), Accepted());
  EXPECT_THAT(expert.send(set_answer(own, v1::ANSWER_KIND_FALSE)), Accepted());
  EXPECT_EQ(get(own).kind(), v1::ANSWER_KIND_FALSE);
  EXPECT_THAT(expert.send(withdraw(kAnswer, own)), Accepted());
  EXPECT_TRUE(get(own).withdrawn());
  EXPECT_THAT(expert.send(restore(kAnswer, own)), Accepted());

  Person& facilitator = cafe.as_facilitator();
  const Id others = facilitator.new_id();
  facilitator.new_id();
  ASSERT_THAT(facilitator.send(answer(others, kCard, card, "lu à voix haute")), Accepted());
  EXPECT_THAT(expert.send(set_answer(others, v1::ANSWER_KIND_FALSE)),
              Rejected(kForbidden, "set_answer.answer"));
  EXPECT_THAT(expert.send(edit(others, {insert(expert.new_id(), "non")})),
              Rejected(kForbidden, "edit_text.text"));
  EXPECT_THAT(expert.send(withdraw(kAnswer, others)), Rejected(kForbidden, "withdraw.what.id"));
  EXPECT_THAT(facilitator.send(set_answer(own, v1::ANSWER_KIND_FIGURES)), Accepted());
}

TEST_F(Expert, XP2MayNotWriteInIdeas) {
  EXPECT_THAT(expert.send(edit(card, {insert(expert.new_id(), "non")})),
              Rejected(kForbidden, "edit_text.text"));
}

}  // namespace
}  // namespace rebond::test
