// The first entry: what a plan and the built-in script make.
#include "core/founding.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/matchers.h"

namespace rebond::test {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> slugs(const CafeBuilder& cafe) {
  std::vector<std::pair<std::uint32_t, std::string>> steps;
  cafe.state.records().each<v1::Step>(
      [&](Id, const v1::Step& step) { steps.emplace_back(step.position(), step.slug()); });
  std::sort(steps.begin(), steps.end());
  std::vector<std::string> out;
  out.reserve(steps.size());
  for (const auto& [position, slug] : steps) out.push_back(slug);
  return out;
}

TEST(Founding, LaysOutTheBuiltInScript) {
  const CafeBuilder cafe;
  EXPECT_THAT(slugs(cafe),
              ElementsAre("preparation", "welcome", "objective", "round-1", "move-1", "round-2",
                          "move-2", "round-3", "table-syntheses", "map-and-convergence", "expert",
                          "action-plan", "thanks", "closed"));
}

TEST(Founding, HasOneRoundForEachOfThePlan) {
  Plan plan = small_plan(1);
  plan.rounds = 1;
  plan.questions = {"Et l'eau ?"};
  const CafeBuilder cafe(plan);
  EXPECT_EQ(cafe.state.records().count<v1::Round>(), 1U);
  EXPECT_EQ(cafe.round(1).question(), "Et l'eau ?");
  EXPECT_EQ(cafe.round(1).number(), 1U);
  EXPECT_THAT(slugs(cafe),
              ElementsAre("preparation", "welcome", "objective", "round-1", "table-syntheses",
                          "map-and-convergence", "expert", "action-plan", "thanks", "closed"));
}

TEST(Founding, OpensInTheFirstRoundSoThatCaptainsMayWriteAtOnce) {
  CafeBuilder cafe;
  EXPECT_EQ(cafe.current_step().slug(), "round-1");
  EXPECT_EQ(cafe.round(1).started_at_ms(), cafe.now_ms);
  EXPECT_EQ(cafe.round(1).deadline_ms(), 0);
  EXPECT_EQ(cafe.round(1).started_seq(), 1U);
  EXPECT_EQ(cafe.round(2).started_seq(), 0U);
  Person& captain = cafe.as_captain(1);
  EXPECT_THAT(captain.send(captain.adding("une idée")), Accepted());
}

TEST(Founding, MakesTheTablesOfThePlanAndNoCards) {
  Plan plan = small_plan(2);
  plan.tables[1].name = "Les abeilles";
  plan.tables[1].capacity = 6;
  plan.tables[1].remote = true;
  plan.tables[1].ideas = {{"t2.1", "une idée"}};
  const CafeBuilder cafe(plan);
  EXPECT_EQ(cafe.state.records().count<v1::Table>(), 2U);
  EXPECT_EQ(cafe.state.records().count<v1::Card>(), 0U);
  const v1::Table& bees = *cafe.state.find<v1::Table>(table_id(2));
  EXPECT_EQ(bees.name(), "Les abeilles");
  EXPECT_EQ(bees.number(), 2U);
  EXPECT_EQ(bees.capacity(), 6U);
  EXPECT_EQ(bees.plan_ref(), "t2");
  EXPECT_TRUE(bees.remote());
  EXPECT_NE(bees.colour(), cafe.state.find<v1::Table>(table_id(1))->colour());
}

TEST(Founding, TakesOverWhatThePlanSaysOfTheCafe) {
  Plan plan = small_plan(1);
  plan.theme = "Énergie";
  plan.objective = "Moins de charges";
  plan.organisation = "Pas de Calais habitat";
  plan.language = "en";
  const CafeBuilder cafe(plan);
  const v1::Cafe& record = *cafe.state.find<v1::Cafe>(1);
  EXPECT_EQ(record.theme(), "Énergie");
  EXPECT_EQ(record.objective(), "Moins de charges");
  EXPECT_EQ(record.organisation(), "Pas de Calais habitat");
  EXPECT_EQ(record.language(), "en");
  EXPECT_TRUE(record.texts_on_screen());
}

TEST(Founding, TheLargestPlanFitsIntoOneEntry) {
  Plan plan = small_plan(100);
  plan.rounds = 12;
  plan.questions.assign(12, std::string(1'000, 'q'));
  for (std::string* line : {&plan.theme, &plan.objective, &plan.organisation}) {
    line->assign(1'000, 'l');
  }
  for (PlannedTable& table : plan.tables) {
    table.id.assign(200, 'i');
    table.name.assign(200, 'n');
  }
  const CafeBuilder cafe(plan);
  EXPECT_LT(cafe.entries[0].ByteSizeLong(), kEntryBytesMax);
}

}  // namespace
}  // namespace rebond::test
