// Plans that bring a script of their own, and how long rounds are meant to last.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "core/plan.h"
#include "tests/core/cafe_builder.h"

namespace rebond::test {
namespace {

using ::testing::ElementsAre;
using Json = nlohmann::json;

/// A table, and those steps.
Json with_script(const Json& script) {
  return {{"tables", {{{"name", "Une"}, {"ideas", Json::array()}}}}, {"script", script}};
}

Plan read(const Json& json) {
  Result<Plan> plan = parse_plan(json.dump());
  EXPECT_TRUE(plan.has_value()) << describe(plan.error());
  return plan ? *plan : Plan();
}

std::string wrong_field(const Json& json) {
  const Result<Plan> plan = parse_plan(json.dump());
  return plan ? "(none: the plan was read)" : plan.error().field;
}

/// The field that is wrong in a script of one round with that value.
std::string wrong_in_step(const std::string& key, const Json& value) {
  Json step = {{"slug", "round-1"}};
  step[key] = value;
  return wrong_field(with_script(Json::array({step})));
}

TEST(PlanScript, SC1ReplacesTheBuiltInOne) {
  const Plan plan =
      read(with_script({{{"slug", "welcome"}, {"instruction", "Un café ?"}},
                        {{"slug", "talk"}, {"question", "Et l'eau ?"}, {"minutes", 25}},
                        {{"slug", "closed"}}}));
  const CafeBuilder cafe(plan);
  EXPECT_EQ(cafe.state.records().count<v1::Step>(), 3U);
  EXPECT_EQ(cafe.state.records().count<v1::Round>(), 1U);
  EXPECT_EQ(cafe.current_step().slug(), "talk");
  EXPECT_EQ(cafe.current_step().minutes(), 25U);
  EXPECT_EQ(cafe.state.find<v1::Round>(cafe.current_step().round())->question(), "Et l'eau ?");
  EXPECT_EQ(cafe.state.find<v1::Step>(cafe.step("welcome"))->instruction(), "Un café ?");
}

TEST(PlanScript, SC1AStepSaysWhoMayDoWhatAndSeesWhat) {
  const Plan plan = read(with_script({{{"slug", "round-1"},
                                       {"writers", {"captain"}},
                                       {"permissions", {{"edit", {"captain", "expert"}}}},
                                       {"views", {{"screen", "map"}}},
                                       {"anonymous", true},
                                       {"skipped", true}}}));
  const v1::Step& step = plan.script[0].step;
  EXPECT_THAT(step.writers(), ElementsAre(v1::ROLE_CAPTAIN));
  ASSERT_EQ(step.permissions_size(), 1);
  EXPECT_EQ(step.permissions(0).act(), v1::ACT_EDIT);
  EXPECT_THAT(step.permissions(0).roles(), ElementsAre(v1::ROLE_CAPTAIN, v1::ROLE_EXPERT));
  EXPECT_EQ(step.views(0).role(), v1::ROLE_SCREEN);
  EXPECT_EQ(step.views(0).view(), v1::VIEW_MAP);
  EXPECT_TRUE(step.anonymous());
  EXPECT_TRUE(step.skipped());
}

TEST(PlanScript, SC1WhatAStepDoesNotSayIsAsInTheBuiltInOne) {
  const Plan plan = read(with_script({{{"slug", "round-1"}}, {{"slug", "expert"}}}));
  EXPECT_EQ(plan.script[0].step.writers_size(), 3);
  EXPECT_EQ(plan.script[1].step.writers_size(), 0);
  EXPECT_EQ(plan.script[1].step.permissions_size(), 8);
}

TEST(PlanScript, SC1ItsRoundsTakeThePlansQuestionsAndMinutes) {
  Json json = with_script({{{"slug", "round-1"}}, {{"slug", "round-2"}, {"minutes", 10}}});
  json["questions"] = {"Pourquoi ?"};
  json["round_minutes"] = 20;
  const Plan plan = read(json);
  EXPECT_EQ(plan.rounds, 2U);
  EXPECT_EQ(plan.script[0].question, "Pourquoi ?");
  EXPECT_EQ(plan.script[0].step.minutes(), 20U);
  EXPECT_EQ(plan.script[1].step.minutes(), 10U);
}

TEST(PlanScript, HT3NamesTheFieldThatIsWrong) {
  EXPECT_EQ(wrong_field(with_script("round-1")), "script");
  EXPECT_EQ(wrong_field(with_script(Json::array())), "script");
  EXPECT_EQ(wrong_field(with_script({{{"slug", "welcome"}}})), "script") << "there is no round";
  EXPECT_EQ(wrong_field(with_script(Json::array({"round-1"}))), "script[0]");
  EXPECT_EQ(wrong_field(with_script({{{"slug", "round-1"}}, {{"slug", "round-1"}}})),
            "script[1].slug");
  EXPECT_EQ(wrong_in_step("slug", ""), "script[0].slug");
  EXPECT_EQ(wrong_in_step("slug", "Tour 1"), "script[0].slug");
  EXPECT_EQ(wrong_in_step("instruction", 1), "script[0].instruction");
  EXPECT_EQ(wrong_in_step("minutes", "dix"), "script[0].minutes");
  EXPECT_EQ(wrong_in_step("question", 1), "script[0].question");
  EXPECT_EQ(wrong_in_step("anonymous", 1), "script[0].anonymous");
  EXPECT_EQ(wrong_in_step("skipped", 1), "script[0].skipped");
  EXPECT_EQ(wrong_in_step("round", 1), "script[0].round");
  EXPECT_EQ(wrong_in_step("writers", "captain"), "script[0].writers");
  EXPECT_EQ(wrong_in_step("writers", {"captain", "boss"}), "script[0].writers[1]");
  EXPECT_EQ(wrong_in_step("writers", Json::array({"screen"})), "script[0].writers[0]");
  EXPECT_EQ(wrong_in_step("permissions", Json::array({"edit"})), "script[0].permissions");
  EXPECT_EQ(wrong_in_step("permissions", {{"sing", {"captain"}}}), "script[0].permissions.sing");
  EXPECT_EQ(wrong_in_step("permissions", {{"edit", "captain"}}), "script[0].permissions.edit");
  EXPECT_EQ(wrong_in_step("views", 1), "script[0].views");
  EXPECT_EQ(wrong_in_step("views", {{"boss", "map"}}), "script[0].views.boss");
  EXPECT_EQ(wrong_in_step("views", {{"screen", "cinema"}}), "script[0].views.screen");
}

TEST(PlanScript, SC1HoldsAtMostTwelveRoundsAndSixtySteps) {
  Json rounds = Json::array();
  for (int i = 1; i <= 13; ++i) rounds.push_back({{"slug", "round-" + std::to_string(i)}});
  EXPECT_EQ(wrong_field(with_script(rounds)), "script");
  Json steps = {{{"slug", "round-1"}}};
  while (steps.size() <= 60) steps.push_back({{"slug", "step-" + std::to_string(steps.size())}});
  EXPECT_EQ(wrong_field(with_script(steps)), "script");
}

TEST(PlanScript, RoundsLastAsLongAsThePlanSays) {
  Json json = with_script(nullptr);
  json["round_minutes"] = 15;
  EXPECT_EQ(read(json).round_minutes, 15U);
  json["round_minutes"] = {{"min", 10}, {"max", 18}};
  EXPECT_EQ(read(json).round_minutes, 18U);
  const CafeBuilder cafe(read(json));
  EXPECT_EQ(cafe.current_step().minutes(), 18U);
  json["round_minutes"] = "quinze";
  EXPECT_EQ(wrong_field(json), "round_minutes");
  json["round_minutes"] = {{"max", "quinze"}};
  EXPECT_EQ(wrong_field(json), "round_minutes.max");
}

TEST(PlanScript, ADescriptionOfTheMethodMaySayItToo) {
  Json json = with_script(nullptr);
  json["method"] = {{"round_minutes", {{"min", 15}, {"max", 20}}}};
  EXPECT_EQ(read(json).round_minutes, 20U);
  json["method"] = "as ever";
  EXPECT_EQ(read(json).round_minutes, 0U);
}

}  // namespace
}  // namespace rebond::test
