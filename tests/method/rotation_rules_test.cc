// What people ask of a plan: to stay, together, apart, mixed, remote, home again.
#include <gmock/gmock.h>
#include <map>
#include <set>

#include "tests/method/rotation_case.h"

namespace rebond::testing {
namespace {

constexpr RotationBudget kSmall{300'000, 50'000};

RotationPlan plan_of(const RotationProblem& problem, std::uint64_t seed = 1,
                     const RotationBudget& budget = kSmall) {
  Result<RotationPlan> plan = plan_rotation(problem, seed, budget);
  EXPECT_TRUE(plan) << describe(plan.error());
  return plan ? std::move(*plan) : RotationPlan{};
}

/// The table of each person.
std::map<Id, Id> seats_of(const RotationRound& round) {
  std::map<Id, Id> seats;
  for (const RotationSeat& seat : round) seats[seat.person] = seat.table;
  return seats;
}

std::map<Id, int> sizes_of(const RotationRound& round) {
  std::map<Id, int> sizes;
  for (const RotationSeat& seat : round) ++sizes[seat.table];
  return sizes;
}

TEST(RotationRules, WhoStaysSitsAtTheirTableInEveryRound) {
  RotationProblem problem = problem_of({30, 7, 4});
  problem.people[3].stays = 2;
  problem.people[20].stays = 5;
  const RotationPlan plan = plan_of(problem);

  for (const RotationRound& round : plan.rounds) {
    EXPECT_EQ(seats_of(round)[4], 2U);
    EXPECT_EQ(seats_of(round)[21], 5U);
  }
  EXPECT_EQ(plan.score.repeats, 0U);
  EXPECT_EQ(plan.score.revisits, 0U);
  EXPECT_LE(plan.score.spread, 1U);
}

TEST(RotationRules, WhoBelongsTogetherMovesAsOne) {
  RotationProblem problem = problem_of({28, 7, 4});
  problem.together = {{1, 2}, {10, 20, 28}};
  const RotationPlan plan = plan_of(problem);

  EXPECT_EQ(plan.score.together_broken, 0U);
  EXPECT_EQ(plan.score.repeats, 0U);
  EXPECT_EQ(plan.score.revisits, 0U);
  EXPECT_LE(plan.score.spread, 1U);
}

TEST(RotationRules, CompanyOfOneWhoStaysStaysToo) {
  RotationProblem problem = problem_of({20, 5, 3});
  problem.people[0].stays = 3;
  problem.together = {{1, 2}};

  for (const RotationRound& round : plan_of(problem).rounds) EXPECT_EQ(seats_of(round)[2], 3U);
}

TEST(RotationRules, LargeSetIsKeptTogetherWhereATableHoldsIt) {
  RotationProblem problem = problem_of({16, 4, 3});
  problem.together = {{1, 2, 3, 4, 5, 6}};

  EXPECT_EQ(plan_of(problem).score.together_broken, 0U);
}

TEST(RotationRules, SetThatNoTableHoldsIsSplitInAsFewPartsAsPossible) {
  RotationProblem problem = problem_of({12, 4, 3});
  problem.together = {{1, 2, 3, 4, 5, 6}};
  for (RotationTable& table : problem.tables) table.capacity = 4;

  for (const RotationRound& round : plan_of(problem).rounds) {
    std::set<Id> tables;
    for (Id person = 1; person <= 6; ++person) tables.insert(seats_of(round)[person]);
    EXPECT_EQ(tables.size(), 2U);
  }
}

TEST(RotationRules, WhoIsToBeApartNeverSharesATable) {
  RotationProblem problem = problem_of({35, 7, 4});
  problem.apart = {{1, 8}, {2, 9}, {3, 17}, {4, 32}, {4, 33}, {5, 6}};
  const RotationPlan plan = plan_of(problem);

  EXPECT_EQ(plan.score.apart_broken, 0U);
  EXPECT_EQ(plan.score.repeats, 0U);
}

TEST(RotationRules, KindsOfPeopleAreSpreadOverTheTables) {
  RotationProblem problem = problem_of({35, 7, 4});
  for (std::size_t p = 0; p < 35; p += 4) problem.people[p].group = 1;
  const RotationPlan plan = plan_of(problem);

  EXPECT_EQ(plan.score.mix_off, 0U);
  EXPECT_EQ(plan.score.repeats, 0U);
  EXPECT_EQ(plan.score.revisits, 0U);
}

TEST(RotationRules, EverythingAtOnce) {
  RotationProblem problem = problem_of({35, 7, 4});
  for (std::size_t p = 0; p < 10; ++p) problem.people[p].group = 1;
  problem.apart = {{11, 12}, {13, 14}, {15, 16}, {17, 18}, {19, 20}, {1, 21}};
  problem.people[30].stays = 1;
  problem.people[31].stays = 6;
  const RotationPlan plan = plan_of(problem, 6, RotationBudget());

  EXPECT_EQ(plan.score.apart_broken, 0U);
  EXPECT_EQ(plan.score.repeats, 0U);
  EXPECT_EQ(plan.score.revisits, 0U);
  EXPECT_LE(plan.score.mix_off, 4U);
  EXPECT_LE(plan.score.spread, 1U);
}

TEST(RotationRules, SmallTablesStaySmall) {
  RotationProblem problem = problem_of({24, 5, 3});
  problem.tables[0].capacity = 3;
  problem.tables[4].capacity = 4;
  const RotationPlan plan = plan_of(problem);

  for (const RotationRound& round : plan.rounds) {
    EXPECT_LE(sizes_of(round)[1], 3);
    EXPECT_LE(sizes_of(round)[5], 4);
  }
  EXPECT_EQ(plan.score.revisits, 0U);
  EXPECT_LE(plan.score.spread, 1U);
}

TEST(RotationRules, RemotePeopleSitAtRemoteTablesAndNobodyElseDoes) {
  RotationProblem problem = problem_of({26, 7, 3});
  problem.tables[5].remote = problem.tables[6].remote = true;
  for (std::size_t p = 0; p < 6; ++p) problem.people[p].remote = true;
  const RotationPlan plan = plan_of(problem);

  for (const RotationRound& round : plan.rounds) {
    for (const RotationSeat& seat : round) EXPECT_EQ(seat.person <= 6, seat.table >= 6);
  }
}

TEST(RotationRules, OneRemoteTableIsWhereRemotePeopleStay) {
  RotationProblem problem = problem_of({24, 6, 3});
  problem.tables[0].remote = true;
  for (std::size_t p = 0; p < 4; ++p) problem.people[p].remote = true;
  const RotationPlan plan = plan_of(problem);

  EXPECT_EQ(sizes_of(plan.rounds[2])[1], 4);
  EXPECT_EQ(plan.score.repeats, 0U);
  EXPECT_EQ(plan.score.revisits, 0U);
}

TEST(RotationRules, LastRoundTakesPeopleHome) {
  RotationProblem problem = problem_of({28, 7, 4});
  problem.return_home = true;
  const RotationPlan plan = plan_of(problem);

  EXPECT_EQ(plan.rounds[3], plan.rounds[0]);
  EXPECT_EQ(plan.score.revisits, 28U);
  EXPECT_EQ(plan.score.repeats, 42U);
  EXPECT_TRUE(plan.optimal);
}

TEST(RotationRules, ClosedTableTakesNobody) {
  RotationProblem problem = problem_of({28, 7, 3});
  problem.tables[2].closed = true;
  const RotationPlan plan = plan_of(problem);

  for (const RotationRound& round : plan.rounds) EXPECT_EQ(sizes_of(round)[3], 0);
  EXPECT_LE(plan.score.spread, 1U);
}

TEST(RotationRules, FreelyChosenSeatsOfTheFirstRoundAreThePast) {
  RotationProblem problem = problem_of({28, 7, 4});
  problem.past.emplace_back();
  // Friends sat together: five tables of five, two at the rest.
  for (Id id = 1; id <= 28; ++id) problem.past[0].push_back({id, std::min<Id>((id + 4) / 5, 7)});
  const RotationPlan plan = plan_of(problem);

  EXPECT_EQ(plan.rounds[0], problem.past[0]);
  EXPECT_EQ(plan.score.repeats, 0U);
  EXPECT_EQ(plan.score.revisits, 0U);
  EXPECT_LE(plan.score.spread, 1U);
}

TEST(RotationRules, SameSeedGivesTheSamePlan) {
  RotationProblem problem = problem_of({35, 6, 4});
  EXPECT_EQ(plan_of(problem, 7).rounds, plan_of(problem, 7).rounds);
  EXPECT_NE(plan_of(problem, 7).rounds, plan_of(problem, 8).rounds);
}

TEST(RotationRules, PlanOfAPrimeNumberOfTablesFollowsARuleThatPeopleCanFollow) {
  const RotationProblem problem = problem_of({28, 7, 4});
  const RotationPlan plan = plan_of(problem);

  ASSERT_TRUE(plan.rule);
  ASSERT_EQ(plan.rule->colours.size(), 28U);
  for (const RotationRule::Seat& seat : plan.rule->colours) {
    for (std::size_t r = 1; r < 4; ++r) {
      const Id from = seats_of(plan.rounds[r - 1])[seat.person];
      const Id to = seats_of(plan.rounds[r])[seat.person];
      EXPECT_EQ(to, (from - 1 + plan.rule->steps[seat.colour][r - 1]) % 7 + 1);
    }
  }
}

}  // namespace
}  // namespace rebond::testing
