// The plan of the next café: the same script, and what this one left undone.
#include "core/next_plan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/script.h"
#include "tests/core/commands.h"
#include "tests/core/evening_commands.h"
#include "tests/core/harvest_commands.h"
#include "tests/core/matchers.h"

namespace rebond::test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct NextPlan : ::testing::Test {
  Plan next(bool carried = true) const {
    Result<Plan> plan = parse_plan(next_plan(cafe.state, carried));
    EXPECT_TRUE(plan.has_value()) << describe(plan.error());
    return plan ? *plan : Plan();
  }
  std::vector<std::string> ideas() const {
    std::vector<std::string> texts;
    for (const PlannedIdea& idea : next().carried_ideas) texts.push_back(idea.text);
    return texts;
  }

  CafeBuilder cafe;
  Person& facilitator = cafe.as_facilitator();
  Person& captain = cafe.as_captain(1);
};

TEST_F(NextPlan, HasTheSameScript) {
  ASSERT_THAT(facilitator.send(add_step(facilitator.new_id(), "coffee", cafe.step("round-1"))),
              Accepted());
  ASSERT_THAT(facilitator.send(skip_step(cafe.step("expert"))), Accepted());
  ASSERT_THAT(facilitator.send(start_round(15, "Et l'eau ?")), Accepted());
  const CafeBuilder again(next());
  const std::vector<ScriptStep> before = script_of(cafe.state);
  const std::vector<ScriptStep> after = script_of(again.state);
  ASSERT_EQ(before.size(), after.size());
  for (std::size_t i = 0; i < before.size(); ++i) {
    v1::Step step = *before[i].step;
    step.set_round(after[i].step->round());
    EXPECT_EQ(step.SerializeAsString(), after[i].step->SerializeAsString()) << step.slug();
  }
  EXPECT_EQ(again.round(1).question(), "Et l'eau ?");
  EXPECT_EQ(again.state.records().count<v1::Round>(), 3U);
}

TEST_F(NextPlan, HasTheTablesThatWereThere) {
  ASSERT_THAT(facilitator.send(withdraw_table(cafe.as_captain(2).member().table)), Accepted());
  const Plan plan = next();
  ASSERT_EQ(plan.tables.size(), 2U);
  EXPECT_EQ(plan.tables[1].name, "Table 3");
  EXPECT_EQ(plan.ideas(), 0U);
}

TEST_F(NextPlan, IsWhereAndWhenTheCafeSaysTheNextOneIs) {
  v1::Command command = set_cafe("Eau", "Moins de charges", true);
  command.mutable_set_cafe()->set_place("Lens");
  command.mutable_set_cafe()->set_next_place("Liévin");
  command.mutable_set_cafe()->set_next_date("2027-01-20");
  command.mutable_set_cafe()->mutable_keywords()->add_words("eau");
  ASSERT_THAT(facilitator.send(command), Accepted());
  EXPECT_EQ(next().theme, "Eau");
  EXPECT_EQ(next().place, "Liévin");
  EXPECT_EQ(next().date, "2027-01-20");
  EXPECT_THAT(next().keywords, ElementsAre("eau"));
}

TEST_F(NextPlan, CarriesTheIdeasThatNoActionTookUp) {
  const Id taken = captain.add_card("récupérer l'eau");
  const Id grouped = captain.add_card("pluie");
  captain.add_card("vélo");
  const Id gone = captain.add_card("reprise");
  ASSERT_THAT(captain.send(withdraw(v1::RECORD_KIND_CARD, gone)), Accepted());
  const Id group = captain.add_group("eau", {grouped});
  cafe.go_to("action-plan");
  ASSERT_THAT(facilitator.send(action(facilitator.new_id(), "Poser une cuve", {taken, group})),
              Accepted());
  EXPECT_THAT(ideas(), ElementsAre("vélo"));
  ASSERT_EQ(next().carried_actions.size(), 1U);
  EXPECT_EQ(next().carried_actions[0].what(), "Poser une cuve");
}

TEST_F(NextPlan, LeavesOutWhatIsDone) {
  const Id done = facilitator.new_id();
  ASSERT_THAT(facilitator.send(action(done, "Afficher", {})), Accepted());
  ASSERT_THAT(facilitator.send(set_action_state(done, v1::ACTION_STATE_DONE)), Accepted());
  EXPECT_THAT(next().carried_actions, IsEmpty());
}

TEST_F(NextPlan, AsATemplateCarriesNothing) {
  captain.add_card("vélo");
  EXPECT_THAT(next(/*carried=*/false).carried_ideas, IsEmpty());
  EXPECT_THAT(ideas(), ElementsAre("vélo"));
}

TEST_F(NextPlan, OfALongEveningStillFits) {
  for (int i = 0; i < 250; ++i) captain.add_card(std::string(1'000, 'a'));
  EXPECT_LE(next().carried_ideas.size(), 100U);
}

}  // namespace
}  // namespace rebond::test
