// What every plan of every café keeps, over thousands of them.
#include <gmock/gmock.h>
#include <map>

#include "method/rotation_score.h"
#include "tests/method/rotation_random_cafe.h"

namespace rebond::testing {
namespace {

using ::testing::IsEmpty;

constexpr RotationBudget kSmall{2'000, 4'000};

RotationPlan plan_of(const RotationProblem& problem, std::uint64_t seed) {
  Result<RotationPlan> plan = plan_rotation(problem, seed, kSmall);
  EXPECT_TRUE(plan) << describe(plan.error());
  return plan ? std::move(*plan) : RotationPlan{};
}

TEST(RotationProperty, EveryPlanKeepsItsPromises) {
  for (std::uint64_t seed = 1; seed <= 2'000; ++seed) {
    SeededRandom random(seed);
    const RotationProblem problem = random_cafe(random);
    const RotationPlan plan = plan_of(problem, seed);

    ASSERT_THAT(broken_promises(problem, plan), IsEmpty()) << "seed " << seed;
  }
}

TEST(RotationProperty, TablesDifferByOneAndWishesAreGranted) {
  for (std::uint64_t seed = 1; seed <= 1'000; ++seed) {
    SeededRandom random(seed);
    RotationProblem problem = random_cafe(random);
    problem.return_home = false;
    const RotationPlan plan = plan_of(problem, seed);

    ASSERT_EQ(plan.score.together_broken, 0U) << "seed " << seed;
    // Sets may leave a table uneven; few tables may leave no other place for a pair.
    ASSERT_TRUE(plan.score.spread <= 1 || !problem.together.empty()) << "seed " << seed;
    ASSERT_TRUE(plan.score.apart_broken == 0 || problem.tables.size() < 4) << "seed " << seed;
  }
}

TEST(RotationProperty, EveryEveningKeepsItsPromisesToTheEnd) {
  for (std::uint64_t seed = 1; seed <= 700; ++seed) {
    SeededRandom random(seed);
    RotationProblem problem = random_cafe(random);
    for (RotationTable& table : problem.tables) {
      // Room for those who come.
      if (table.capacity > 0) table.capacity += 12;
    }
    while (problem.past.size() < problem.rounds) {
      const RotationPlan plan = plan_of(problem, seed);
      ASSERT_THAT(broken_promises(problem, plan), IsEmpty())
          << "seed " << seed << ", after round " << problem.past.size();
      live_one_round(problem, plan, random);
    }
  }
}

/// The rounds without one person.
std::vector<RotationRound> without(std::vector<RotationRound> rounds, Id person) {
  for (RotationRound& round : rounds) {
    std::erase_if(round, [person](const RotationSeat& seat) { return seat.person == person; });
  }
  return rounds;
}

TEST(RotationProperty, OneWhoComesAndGoesChangesNobodysWay) {
  for (std::uint64_t seed = 1; seed <= 700; ++seed) {
    SeededRandom random(seed);
    RotationProblem problem = random_cafe(random);
    problem.return_home = false;
    for (RotationTable& table : problem.tables) table.capacity = 0;
    const RotationPlan before = plan_of(problem, seed);
    // A plan with such faults is mended whenever it can be.
    if (before.score.spread > 1 || before.score.apart_broken > 0) continue;
    if (before.score.revisits > 0) continue;
    const Id visitor = 5'000;

    problem.past = {before.rounds[0]};
    problem.announced = before.rounds;
    problem.people.push_back({visitor});
    const RotationPlan with = plan_of(problem, seed);
    ASSERT_TRUE(without(with.rounds, visitor) == before.rounds) << "seed " << seed;

    problem.announced = with.rounds;
    problem.people.back().gone = true;
    ASSERT_TRUE(plan_of(problem, seed).rounds == before.rounds) << "seed " << seed;
  }
}

TEST(RotationProperty, SameSeedGivesTheSamePlan) {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    SeededRandom random(seed);
    const RotationProblem problem = random_cafe(random);

    ASSERT_TRUE(plan_of(problem, seed).rounds == plan_of(problem, seed).rounds) << "seed " << seed;
  }
}

TEST(RotationProperty, ScoreIsThatOfTheRounds) {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    SeededRandom random(seed);
    const RotationProblem problem = random_cafe(random);
    const RotationPlan plan = plan_of(problem, seed);
    std::map<std::pair<Id, Id>, std::uint32_t> visits;
    std::uint32_t revisits = 0;
    std::size_t remote_tables = 0;
    for (const RotationTable& table : problem.tables) remote_tables += table.remote ? 1U : 0U;
    for (const RotationRound& round : plan.rounds) {
      for (const RotationSeat& seat : round) {
        if (visits[{seat.person, seat.table}]++ > 0) ++revisits;
      }
    }

    // Those who stay visit their table again on purpose.
    ASSERT_LE(plan.score.revisits, revisits) << "seed " << seed;
    const bool all_travel =
        remote_tables != 1 && problem.together.empty() &&
        std::none_of(problem.people.begin(), problem.people.end(),
                     [](const RotationPerson& person) { return person.stays.has_value(); });
    ASSERT_TRUE(!all_travel || plan.score.revisits == revisits) << "seed " << seed;
  }
}

}  // namespace
}  // namespace rebond::testing
