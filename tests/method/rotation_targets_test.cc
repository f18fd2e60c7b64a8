// The figures that plans reach: METHOD's table for usual, large and uneven cafés.
#include <gmock/gmock.h>

#include "tests/method/rotation_case.h"

namespace rebond::testing {
namespace {

RotationPlan plan_of(const RotationCase& numbers, const RotationBudget& budget = {}) {
  Result<RotationPlan> plan = plan_rotation(problem_of(numbers), 1, budget);
  EXPECT_TRUE(plan);
  return plan ? std::move(*plan) : RotationPlan{};
}

std::string name(const RotationCase& numbers) {
  return std::to_string(numbers.travellers) + "/" + std::to_string(numbers.tables) + "/" +
         std::to_string(numbers.rounds);
}

class MeetsNobodyTwice : public ::testing::TestWithParam<RotationCase> {};

TEST_P(MeetsNobodyTwice, AndComesToNoTableTwice) {
  const RotationPlan plan = plan_of(GetParam());

  EXPECT_EQ(plan.score.repeats, 0U);
  EXPECT_EQ(plan.score.revisits, 0U);
  EXPECT_LE(plan.score.spread, 1U);
  EXPECT_TRUE(plan.optimal);
}

INSTANTIATE_TEST_SUITE_P(RotationTargets, MeetsNobodyTwice,
                         ::testing::Values(RotationCase{28, 7, 3}, RotationCase{28, 7, 4},
                                           RotationCase{28, 7, 5}, RotationCase{28, 7, 6},
                                           RotationCase{35, 7, 3}, RotationCase{35, 7, 4},
                                           RotationCase{35, 7, 5}, RotationCase{35, 7, 6},
                                           RotationCase{80, 20, 5}, RotationCase{100, 20, 5},
                                           RotationCase{400, 100, 6}, RotationCase{500, 100, 6},
                                           RotationCase{37, 7, 4}, RotationCase{45, 8, 4},
                                           RotationCase{70, 12, 5}, RotationCase{29, 6, 3}));

struct Unavoidable {
  RotationCase numbers;
  std::uint32_t pairs_of_meetings;
};

class MeetsAsFewAsPossible : public ::testing::TestWithParam<Unavoidable> {};

TEST_P(MeetsAsFewAsPossible, AndComesToNoTableTwice) {
  const RotationPlan plan = plan_of(GetParam().numbers);

  EXPECT_EQ(plan.score.pairs_of_meetings, GetParam().pairs_of_meetings) << name(GetParam().numbers);
  EXPECT_LE(plan.score.repeats, GetParam().pairs_of_meetings);
  EXPECT_EQ(plan.score.revisits, 0U);
}

INSTANTIATE_TEST_SUITE_P(RotationTargets, MeetsAsFewAsPossible,
                         ::testing::Values(Unavoidable{{31, 4, 3}, 78}, Unavoidable{{28, 4, 3}, 60},
                                           Unavoidable{{30, 5, 3}, 30}, Unavoidable{{22, 5, 3}, 6},
                                           Unavoidable{{35, 5, 4}, 90}, Unavoidable{{35, 6, 4}, 30},
                                           Unavoidable{{64, 8, 3}, 24},
                                           Unavoidable{{27, 3, 3}, 144},
                                           Unavoidable{{31, 4, 4}, 156}));

TEST(RotationTargets, UnavoidableRepeatsAreProvenWhereColoursSuffice) {
  for (const RotationCase& numbers :
       {RotationCase{31, 4, 3}, RotationCase{30, 5, 3}, RotationCase{64, 8, 3}}) {
    EXPECT_TRUE(plan_of(numbers).optimal) << name(numbers);
  }
}

TEST(RotationTargets, MoreRoundsThanTablesBringBackAsFewAsPossible) {
  for (const RotationCase& numbers :
       {RotationCase{12, 3, 5}, RotationCase{20, 4, 6}, RotationCase{5, 2, 4}}) {
    const RotationPlan plan = plan_of(numbers, {100'000, 10'000});
    EXPECT_EQ(plan.score.revisits, numbers.travellers * (numbers.rounds - numbers.tables))
        << name(numbers);
  }
}

TEST(RotationTargets, TheLargestDayIsPlannedToo) {
  const RotationPlan plan = plan_of({5'000, 500, 12});

  EXPECT_EQ(plan.score.repeats, 0U);
  EXPECT_EQ(plan.score.revisits, 0U);
}

TEST(RotationTargets, SmallestCafesHaveAPlan) {
  EXPECT_TRUE(plan_of({0, 3, 2}).optimal);
  EXPECT_TRUE(plan_of({1, 1, 1}).optimal);
  EXPECT_TRUE(plan_of({3, 7, 4}).optimal);
  const RotationPlan one_table = plan_of({5, 1, 3});
  EXPECT_EQ(one_table.score.repeats, 20U);
  EXPECT_EQ(one_table.score.revisits, 10U);
  EXPECT_TRUE(one_table.optimal);
}

TEST(RotationTargets, ShortTableIsAnotherOneInEachRound) {
  const RotationPlan plan = plan_of({27, 7, 4});
  std::vector<Id> short_tables;
  for (const RotationRound& round : plan.rounds) {
    std::vector<int> size(8, 0);
    for (const RotationSeat& seat : round) ++size[seat.table];
    for (Id table = 1; table <= 7; ++table) {
      if (size[table] == 3) short_tables.push_back(table);
    }
  }

  ASSERT_EQ(short_tables.size(), 4U);
  for (std::size_t r = 1; r < 4; ++r) EXPECT_NE(short_tables[r], short_tables[r - 1]);
}

}  // namespace
}  // namespace rebond::testing
