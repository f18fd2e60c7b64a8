// A rotation plan as the terminal prints it.
#include "clients/cli/plan_text.h"

#include <gmock/gmock.h>

namespace rebond::cli {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

/// Two rounds at two tables.
RotationPlan small_plan() {
  RotationPlan plan;
  plan.rounds = {{{1, 1}, {2, 2}, {3, 1}}, {{1, 2}, {2, 1}, {3, 2}}};
  plan.score.repeats = 1;
  plan.optimal = true;
  return plan;
}

PlanNames names() {
  return {{"Ana", "Bob", "Zoé"}, {"7", "\"B2\"", "9"}};
}

TEST(PlanText, JsonIsWhatScriptsRelyOn) {
  EXPECT_EQ(plan_as_json(small_plan(), 3, names()),
            R"({"rounds":[[[7,9],["B2"],[]],[["B2"],[7,9],[]]],"repeats":1,"revisits":0,)"
            R"("optimal":true})");
}

TEST(PlanText, TextNamesPeopleTableByTable) {
  const std::string text = plan_as_text(small_plan(), 2, names());

  EXPECT_THAT(text, HasSubstr("Round 2\n  table 1  Bob\n  table 2  Ana, Zoé\n"));
  EXPECT_THAT(text, Not(HasSubstr("colour")));
}

TEST(PlanText, RuleIsSaidWhenThereIsOne) {
  RotationPlan plan = small_plan();
  plan.rule = RotationRule{{{1}}, {{1, 0}, {2, 0}, {3, 0}}};

  EXPECT_THAT(plan_as_text(plan, 2, names()),
              HasSubstr("colour 1: 1 table on, each time  (Ana, Bob, Zoé)"));
}

}  // namespace
}  // namespace rebond::cli
