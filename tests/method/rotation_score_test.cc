// A plan's faults, counted from who sits where.
#include "method/rotation_score.h"

#include <gmock/gmock.h>

#include "tests/method/rotation_case.h"

namespace rebond::testing {
namespace {

/// Rounds written as the tables of people 1, 2, 3, …
std::vector<RotationRound> rounds(const std::vector<std::vector<Id>>& tables) {
  std::vector<RotationRound> made;
  for (const std::vector<Id>& round : tables) {
    made.emplace_back();
    for (std::size_t p = 0; p < round.size(); ++p) {
      if (round[p] != 0) made.back().push_back({p + 1, round[p]});
    }
  }
  return made;
}

TEST(RotationScore, CountsMeetingsBeyondTheFirst) {
  const RotationScore score =
      score_rotation(problem_of({4, 2, 3}), rounds({{1, 1, 2, 2}, {2, 2, 1, 1}, {1, 1, 2, 2}}));

  EXPECT_EQ(score.repeats, 4U);
  EXPECT_EQ(score.pairs_of_meetings, 6U);
  EXPECT_EQ(score.meetings_max, 3U);
  EXPECT_EQ(score.people_with_repeat, 4U);
}

TEST(RotationScore, CountsVisitsBeyondTheFirst) {
  const RotationScore score =
      score_rotation(problem_of({2, 2, 3}), rounds({{1, 2}, {1, 2}, {1, 1}}));

  EXPECT_EQ(score.revisits, 3U);
}

TEST(RotationScore, WhoStaysNeitherRevisitsNorRepeats) {
  RotationProblem problem = problem_of({2, 2, 2});
  problem.people[0].stays = 1;
  const RotationScore score = score_rotation(problem, rounds({{1, 1}, {1, 2}}));

  EXPECT_EQ(score.revisits, 0U);
  EXPECT_EQ(score.repeats, 0U);
  EXPECT_EQ(score.encounters_median, 1U);
}

TEST(RotationScore, CountsPairsThatShouldBeApart) {
  RotationProblem problem = problem_of({3, 2, 2});
  problem.apart = {{1, 2}};
  const RotationScore score = score_rotation(problem, rounds({{1, 1, 2}, {2, 1, 1}}));

  EXPECT_EQ(score.apart_broken, 1U);
}

TEST(RotationScore, CountsWhoIsNotWithTheirOwn) {
  RotationProblem problem = problem_of({4, 2, 2});
  problem.together = {{1, 2, 3}};
  const RotationScore score = score_rotation(problem, rounds({{1, 1, 1, 2}, {2, 2, 1, 1}}));

  EXPECT_EQ(score.together_broken, 1U);
  EXPECT_EQ(score.repeats, 0U);
}

TEST(RotationScore, CountsSeatsOffTheMix) {
  RotationProblem problem = problem_of({4, 2, 1});
  problem.people[0].group = problem.people[1].group = 1;

  EXPECT_EQ(score_rotation(problem, rounds({{1, 2, 1, 2}})).mix_off, 0U);
  EXPECT_EQ(score_rotation(problem, rounds({{1, 1, 2, 2}})).mix_off, 2U);
}

TEST(RotationScore, SpreadIsWhatCapacitiesDoNotForce) {
  RotationProblem problem = problem_of({7, 2, 1});
  const auto uneven = rounds({{1, 1, 1, 1, 1, 2, 2}});

  EXPECT_EQ(score_rotation(problem, uneven).spread, 3U);
  problem.tables[1].capacity = 2;
  EXPECT_LE(score_rotation(problem, uneven).spread, 1U);
}

TEST(RotationScore, CountsPeopleWhoWereToldOtherwise) {
  RotationProblem problem = problem_of({3, 2, 2});
  problem.announced = rounds({{1, 2, 1}, {2, 1, 2}});
  const RotationScore score = score_rotation(problem, rounds({{1, 2, 1}, {1, 2, 2}}));

  EXPECT_EQ(score.people_changed, 2U);
  EXPECT_EQ(score.seats_changed, 2U);
}

TEST(RotationScore, TellsHowManyPeopleEachMeets) {
  const RotationScore score =
      score_rotation(problem_of({4, 2, 2}), rounds({{1, 1, 1, 2}, {1, 2, 2, 1}}));

  EXPECT_EQ(score.encounters_min, 1U);
  EXPECT_EQ(score.encounters_median, 2U);
  EXPECT_EQ(score.encounters_max, 3U);
}

}  // namespace
}  // namespace rebond::testing
