// What no plan can be better than, against every plan of tiny cafés.
#include "method/rotation_bounds.h"

#include <gmock/gmock.h>
#include <limits>

#include "tests/method/rotation_brute_force.h"

namespace rebond::testing {
namespace {

std::vector<RotationCase> tiny_cafes() {
  return {{1, 1, 3}, {3, 1, 2}, {2, 2, 2}, {2, 2, 4}, {3, 2, 2}, {3, 2, 3}, {4, 2, 2},
          {4, 2, 3}, {4, 2, 4}, {5, 2, 3}, {6, 2, 2}, {6, 2, 3}, {7, 2, 3}, {8, 2, 3},
          {3, 3, 3}, {4, 3, 3}, {4, 3, 4}, {5, 3, 2}, {5, 3, 3}, {6, 3, 2}, {6, 3, 3},
          {6, 3, 4}, {7, 3, 2}, {7, 3, 3}, {4, 4, 3}, {5, 4, 2}, {6, 4, 2}, {2, 5, 3}};
}

std::string name(const RotationCase& numbers) {
  return std::to_string(numbers.travellers) + " people, " + std::to_string(numbers.tables) +
         " tables, " + std::to_string(numbers.rounds) + " rounds";
}

RotationBounds bounds_of(const RotationCase& numbers) {
  const int low = static_cast<int>(numbers.travellers / numbers.tables);
  const int high = low + (numbers.travellers % numbers.tables == 0 ? 0 : 1);
  return free_bounds(static_cast<int>(numbers.travellers),
                     std::vector<SizeRange>(numbers.tables, {low, high}),
                     static_cast<int>(numbers.rounds));
}

TEST(RotationBounds, NoPlanOfATinyCafeIsBelowThem) {
  for (const RotationCase& numbers : tiny_cafes()) {
    const BestPlan best = try_all_plans(numbers);
    const RotationBounds bounds = bounds_of(numbers);

    EXPECT_LE(bounds.revisits, best.revisits) << name(numbers);
    EXPECT_LE(bounds.repeats, best.repeats) << name(numbers);
    EXPECT_LE(bounds.pairs_of_meetings, best.pairs_of_meetings) << name(numbers);
  }
}

TEST(RotationBounds, PlannerFindsTheBestPlanOfTinyCafes) {
  for (const RotationCase& numbers : tiny_cafes()) {
    const BestPlan best = try_all_plans(numbers);
    const Result<RotationPlan> plan = plan_rotation(problem_of(numbers), 1, {200'000, 20'000});

    ASSERT_TRUE(plan) << name(numbers);
    EXPECT_EQ(plan->score.revisits, best.revisits) << name(numbers);
    EXPECT_EQ(plan->score.pairs_of_meetings, best.pairs_of_meetings) << name(numbers);
  }
}

TEST(RotationBounds, PlanIsCalledOptimalOnlyWhenNoOtherHasFewerRepeats) {
  for (const RotationCase& numbers : tiny_cafes()) {
    const BestPlan best = try_all_plans(numbers);
    const Result<RotationPlan> plan = plan_rotation(problem_of(numbers), 1, {200'000, 20'000});

    ASSERT_TRUE(plan) << name(numbers);
    if (!plan->optimal) continue;
    EXPECT_EQ(plan->score.revisits, best.revisits) << name(numbers);
    EXPECT_EQ(plan->score.repeats, best.repeats) << name(numbers);
  }
}

TEST(RotationBounds, FewSeatsAtATableForceVisitsToOthersAgain) {
  // 10 people, of whom one table takes 6 in every round: after two rounds somebody is back.
  const RotationBounds bounds = free_bounds(10, {{6, 6}, {2, 2}, {2, 2}}, 2);

  EXPECT_EQ(bounds.revisits, 2);
}

TEST(RotationBounds, PeopleWhoHaveMetEverybodyMeetAgain) {
  // 5 rounds of 2 tables of 3: 30 meetings among 15 pairs.
  EXPECT_GE(free_bounds(6, {{3, 3}, {3, 3}}, 5).repeats, 15);
}

TEST(RotationBounds, NothingIsForcedUponTheUsualCafe) {
  const RotationBounds bounds = free_bounds(28, std::vector<SizeRange>(7, {4, 4}), 4);

  EXPECT_EQ(bounds.revisits, 0);
  EXPECT_EQ(bounds.repeats, 0);
  EXPECT_EQ(bounds.pairs_of_meetings, 0);
}

}  // namespace
}  // namespace rebond::testing
