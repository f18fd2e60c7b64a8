// The score as people read it, in both languages.
#include "method/rotation_words.h"

#include <gmock/gmock.h>

#include "tests/method/rotation_case.h"

namespace rebond::testing {
namespace {

using ::testing::ElementsAre;

RotationPlan usual_plan() {
  Result<RotationPlan> plan = plan_rotation(problem_of({28, 7, 4}), 0);
  return plan ? std::move(*plan) : RotationPlan{};
}

TEST(RotationWords, SayWhatTheUsualPlanDoes) {
  EXPECT_THAT(score_in_words(usual_plan(), "fr"),
              ElementsAre("12 rencontres nouvelles chacun, personne deux fois",
                          "personne ne revient à une table", "aucun plan ne fait mieux"));
  EXPECT_THAT(score_in_words(usual_plan(), "en"),
              ElementsAre("12 new encounters each, nobody twice", "nobody comes back to a table",
                          "no plan does better"));
}

TEST(RotationWords, SayWhatCouldNotBeKept) {
  RotationPlan plan;
  plan.score.encounters_min = 7;
  plan.score.encounters_max = 9;
  plan.score.repeats = 2;
  plan.score.people_with_repeat = 3;
  plan.score.meetings_max = 2;
  plan.score.revisits = 4;
  plan.score.apart_broken = 1;
  plan.score.mix_off = 2;
  plan.score.spread = 2;
  plan.score.people_changed = 2;

  EXPECT_THAT(
      score_in_words(plan, "en"),
      ElementsAre("7 to 9 encounters each; 3 people meet somebody again, at most 2 times together",
                  "visits to a table seen before: 4", "to be apart, but together: 1 time",
                  "2 seats off the ideal mix", "tables differ by 2 people",
                  "2 people change table"));
}

TEST(RotationWords, SayTheRule) {
  const RotationPlan plan = usual_plan();

  ASSERT_TRUE(plan.rule);
  EXPECT_THAT(rule_in_words(*plan.rule, "fr"),
              ElementsAre("couleur 1 : 1 table plus loin à chaque fois",
                          "couleur 2 : 2 tables plus loin à chaque fois",
                          "couleur 3 : 3 tables plus loin à chaque fois",
                          "couleur 4 : 4 tables plus loin à chaque fois"));
}

}  // namespace
}  // namespace rebond::testing
