// The script is data: the facilitator changes it as the evening goes (rules SC).
#include "core/script.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/commands.h"
#include "tests/core/evening_commands.h"
#include "tests/core/matchers.h"

namespace rebond::test {
namespace {

using ::testing::ElementsAre;

struct Script : ::testing::Test {
  Outcome facilitate(const v1::Command& command) { return facilitator.send(command); }
  Id fresh() { return facilitator.new_id(); }
  std::vector<std::string> slugs() const {
    std::vector<std::string> out;
    std::uint32_t before = 0;
    for (const ScriptStep& one : script_of(cafe.state)) {
      EXPECT_GT(one.step->position(), before) << "positions are strict";
      before = one.step->position();
      out.push_back(one.step->slug());
    }
    return out;
  }
  const v1::Step& step(const std::string& slug) const {
    return *cafe.state.find<v1::Step>(cafe.step(slug));
  }
  /// An AddRound with fresh ids.
  v1::Command one_more(const std::string& question = "") {
    const Id round = fresh();
    const Id in = fresh();
    return add_round(round, in, fresh(), question);
  }

  CafeBuilder cafe;
  Person& facilitator = cafe.as_facilitator();
};

TEST_F(Script, SC1AStepIsPutBehindAnotherAndTheLaterOnesMove) {
  const Id pause = fresh();
  ASSERT_THAT(facilitate(add_step(pause, "coffee", cafe.step("round-1"))), Accepted());
  EXPECT_EQ(cafe.entries.back().what(), v1::WHAT_STEP_ADDED);
  const std::vector<std::string> now = slugs();
  EXPECT_THAT((std::vector<std::string>{now[3], now[4], now[5]}),
              ElementsAre("round-1", "coffee", "move-1"));
  EXPECT_EQ(now.size(), 15U);
  EXPECT_EQ(cafe.state.find<v1::Step>(pause)->round(), 0U);
}

TEST_F(Script, SC1AStepSaysWhatItAsksAndWhoMayDoIt) {
  v1::Command command = add_step(fresh(), "warm-up", cafe.step("welcome"));
  v1::AddStep& add = *command.mutable_add_step();
  add.set_instruction("Dites votre prénom");
  add.set_minutes(5);
  *add.mutable_rights() = rights({v1::ROLE_CAPTAIN}, {{v1::ACT_EDIT, {v1::ROLE_CAPTAIN}}});
  v1::StepView& view = *add.add_views();
  view.set_role(v1::ROLE_SCREEN);
  view.set_view(v1::VIEW_WELCOME);
  ASSERT_THAT(facilitate(command), Accepted());
  const v1::Step& made = step("warm-up");
  EXPECT_EQ(made.instruction(), "Dites votre prénom");
  EXPECT_EQ(made.minutes(), 5U);
  EXPECT_THAT(made.writers(), ElementsAre(v1::ROLE_CAPTAIN));
  EXPECT_EQ(made.permissions_size(), 1);
  EXPECT_EQ(made.views(0).view(), v1::VIEW_WELCOME);
}

TEST_F(Script, SC1ANewStepNeedsANameOfItsOwnAndAPlace) {
  const Id after = cafe.step("welcome");
  EXPECT_THAT(facilitate(add_step(fresh(), "", after)), Rejected(kMalformed, "add_step.slug"));
  EXPECT_THAT(facilitate(add_step(fresh(), "Pause café", after)),
              Rejected(kMalformed, "add_step.slug"));
  EXPECT_THAT(facilitate(add_step(fresh(), "objective", after)),
              Rejected(kConflict, "add_step.slug"));
  EXPECT_THAT(facilitate(add_step(fresh(), "round-9", after)),
              Rejected(kConflict, "add_step.slug"));
  EXPECT_THAT(facilitate(add_step(fresh(), "coffee", make_id(7, 7))),
              Rejected(kNotFound, "add_step.after"));
  EXPECT_THAT(facilitate(add_step(make_id(77, 1), "coffee", after)),
              Rejected(kConflict, "add_step.step"));
}

TEST_F(Script, SC1HoldsAtMostSixtySteps) {
  const Id after = cafe.step("welcome");
  for (int i = 0; slugs().size() < 60; ++i) {
    ASSERT_THAT(facilitate(add_step(fresh(), "step-" + std::to_string(i), after)), Accepted());
  }
  EXPECT_THAT(facilitate(add_step(fresh(), "one-too-many", after)), Rejected(kLimit, "add_step"));
  EXPECT_THAT(facilitate(one_more()), Rejected(kLimit, "add_round"));
}

TEST_F(Script, SC1OneMoreRoundComesAfterTheLastWithItsMove) {
  ASSERT_THAT(facilitate(one_more("Et demain ?")), Accepted());
  EXPECT_EQ(cafe.entries.back().what(), v1::WHAT_ROUND_ADDED);
  const std::vector<std::string> now = slugs();
  EXPECT_THAT((std::vector<std::string>{now[7], now[8], now[9], now[10]}),
              ElementsAre("round-3", "move-3", "round-4", "table-syntheses"));
  EXPECT_EQ(cafe.round(4).number(), 4U);
  EXPECT_EQ(cafe.round(4).question(), "Et demain ?");
  EXPECT_EQ(step("round-4").writers_size(), 3) << "it is like the round before";
  EXPECT_EQ(step("move-3").permissions_size(), step("move-1").permissions_size());
  cafe.go_to("round-4");
  Person& captain = cafe.as_captain(1);
  EXPECT_EQ(cafe.card(captain.add_card("encore")).round(), cafe.round_id(4));
}

TEST_F(Script, SC1HoldsAtMostTwelveRounds) {
  for (int i = 3; i < 12; ++i) ASSERT_THAT(facilitate(one_more()), Accepted());
  EXPECT_EQ(cafe.round(12).number(), 12U);
  EXPECT_THAT(facilitate(one_more()), Rejected(kLimit, "add_round"));
}

TEST_F(Script, SC1AnotherRoundOfACafeWithOneHasAMoveToo) {
  Plan plan = small_plan(1);
  plan.rounds = 1;
  CafeBuilder small(plan);
  Person& leader = small.as_facilitator();
  const Id round = leader.new_id();
  const Id in = leader.new_id();
  ASSERT_THAT(leader.send(add_round(round, in, leader.new_id())), Accepted());
  const v1::Step& move = *small.state.find<v1::Step>(small.step("move-1"));
  EXPECT_FALSE(allows(move, v1::ACT_LINK, v1::ROLE_PARTICIPANT));
}

TEST_F(Script, SC1ARoundNeedsItsOwnIds) {
  const Id id = fresh();
  EXPECT_THAT(facilitate(add_round(make_id(77, 1), fresh(), fresh())),
              Rejected(kConflict, "add_round.round"));
  EXPECT_THAT(facilitate(add_round(fresh(), cafe.step("welcome"), fresh())),
              Rejected(kConflict, "add_round.step"));
  EXPECT_THAT(facilitate(add_round(fresh(), id, id)), Rejected(kConflict, "add_round.move_step"));
}

TEST_F(Script, SC1WhatIsAbsentStaysAsItIs) {
  v1::Command command;
  v1::SetStep& set = *command.mutable_set_step();
  set.set_step(cafe.step("round-2"));
  set.set_instruction("Écrivez");
  set.set_minutes(20);
  set.set_question("Comment ?");
  ASSERT_THAT(facilitate(command), Accepted());
  EXPECT_EQ(cafe.entries.back().what(), v1::WHAT_STEP_SET);
  EXPECT_EQ(step("round-2").instruction(), "Écrivez");
  EXPECT_EQ(step("round-2").minutes(), 20U);
  EXPECT_EQ(cafe.round(2).question(), "Comment ?");
  EXPECT_EQ(step("round-2").writers_size(), 3);
  EXPECT_FALSE(step("round-2").anonymous());
  v1::Command anonymous;
  anonymous.mutable_set_step()->set_step(cafe.step("round-2"));
  anonymous.mutable_set_step()->set_anonymous(true);
  ASSERT_THAT(facilitate(anonymous), Accepted());
  EXPECT_TRUE(step("round-2").anonymous());
  EXPECT_EQ(step("round-2").instruction(), "Écrivez");
}

TEST_F(Script, SC1SaysWhatIsWrongWithAChange) {
  v1::Command command;
  v1::SetStep& set = *command.mutable_set_step();
  set.set_step(make_id(7, 7));
  EXPECT_THAT(facilitate(command), Rejected(kNotFound, "set_step.step"));
  set.set_step(cafe.step("welcome"));
  set.set_question("Comment ?");
  EXPECT_THAT(facilitate(command), Rejected(kConflict, "set_step.question"));
  set.clear_question();
  set.set_minutes(1'441);
  EXPECT_THAT(facilitate(command), Rejected(kLimit, "set_step.minutes"));
  set.clear_minutes();
  set.set_instruction(std::string(1'001, 'a'));
  EXPECT_THAT(facilitate(command), Rejected(kLimit, "set_step.instruction"));
  set.clear_instruction();
  *set.mutable_rights() = rights({v1::ROLE_SCREEN});
  EXPECT_THAT(facilitate(command), Rejected(kUnsupported, "set_step.rights.writers"));
  *set.mutable_rights() = rights({}, {{v1::ACT_EDIT, {}}, {v1::ACT_EDIT, {}}});
  EXPECT_THAT(facilitate(command), Rejected(kConflict, "set_step.rights.permissions"));
  *set.mutable_rights() = rights({}, {{v1::ACT_UNSPECIFIED, {}}});
  EXPECT_THAT(facilitate(command), Rejected(kUnsupported, "set_step.rights.permissions"));
  set.clear_rights();
  set.mutable_views()->add_views()->set_view(v1::VIEW_MAP);
  EXPECT_THAT(facilitate(command), Rejected(kUnsupported, "set_step.views"));
}

TEST_F(Script, SC5TheNextRoundIsOneThatIsNotSkipped) {
  ASSERT_THAT(facilitate(skip_step(cafe.step("round-2"))), Accepted());
  ASSERT_THAT(facilitate(end_round()), Accepted());
  ASSERT_THAT(facilitate(start_round(10)), Accepted());
  EXPECT_EQ(cafe.current_step().slug(), "round-3");
}

TEST_F(Script, SC5TheFacilitatorMayGoToASkippedStep) {
  ASSERT_THAT(facilitate(skip_step(cafe.step("round-2"))), Accepted());
  cafe.go_to("round-2");
  EXPECT_EQ(cafe.current_step().slug(), "round-2");
  ASSERT_THAT(facilitate(start_round(10)), Accepted());
  EXPECT_EQ(cafe.current_step().slug(), "round-2");
}

}  // namespace
}  // namespace rebond::test
