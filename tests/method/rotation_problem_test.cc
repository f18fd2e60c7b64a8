// Problems that contradict themselves are refused with the field and the remedy.
#include <gmock/gmock.h>

#include "tests/method/rotation_case.h"

namespace rebond::testing {
namespace {

/// The field that is named, "" when there is a plan.
std::string field_refused(const RotationProblem& problem) {
  const Result<RotationPlan> plan = plan_rotation(problem, 1, {1'000, 1'000});
  return plan ? "" : plan.error().field;
}

TEST(RotationProblem, NeedsATable) {
  EXPECT_EQ(field_refused(problem_of({4, 0, 2})), "tables");
}

TEST(RotationProblem, NeedsARound) {
  EXPECT_EQ(field_refused(problem_of({4, 2, 0})), "rounds");
  EXPECT_EQ(field_refused(problem_of({4, 2, 13})), "rounds");
}

TEST(RotationProblem, NamesEverybodyOnce) {
  RotationProblem problem = problem_of({4, 2, 2});
  problem.people[2].id = 1;

  EXPECT_EQ(field_refused(problem), "people[2].id");
}

TEST(RotationProblem, NamesEachTableOnce) {
  RotationProblem problem = problem_of({4, 2, 2});
  problem.tables[1].id = 1;

  EXPECT_EQ(field_refused(problem), "tables[1].id");
}

TEST(RotationProblem, KnowsTheTableWhereSomebodyStays) {
  RotationProblem problem = problem_of({4, 2, 2});
  problem.people[3].stays = 9;

  EXPECT_EQ(field_refused(problem), "people[3].stays");
}

TEST(RotationProblem, HasSeatsForAll) {
  RotationProblem problem = problem_of({4, 2, 2});
  problem.tables[0].capacity = 1;
  problem.tables[1].capacity = 2;

  EXPECT_EQ(field_refused(problem), "tables");
}

TEST(RotationProblem, HasSeatsForThoseWhoStay) {
  RotationProblem problem = problem_of({4, 2, 2});
  problem.tables[1].capacity = 1;
  problem.people[0].stays = problem.people[1].stays = 2;

  EXPECT_EQ(field_refused(problem), "tables[1].capacity");
}

TEST(RotationProblem, KeepsNobodyTogetherAndApart) {
  RotationProblem problem = problem_of({4, 2, 2});
  problem.together = {{1, 2}, {2, 3}};
  problem.apart = {{1, 3}};

  EXPECT_EQ(field_refused(problem), "people[0].apart");
}

TEST(RotationProblem, KeepsNobodyTogetherAtTwoTables) {
  RotationProblem problem = problem_of({4, 2, 2});
  problem.together = {{1, 2}};
  problem.people[0].stays = 1;
  problem.people[1].stays = 2;

  EXPECT_EQ(field_refused(problem), "people[1].stays");
}

TEST(RotationProblem, KeepsNobodyApartAtOneTable) {
  RotationProblem problem = problem_of({4, 2, 2});
  problem.apart = {{1, 2}};
  problem.people[0].stays = problem.people[1].stays = 2;

  EXPECT_EQ(field_refused(problem), "people[0].apart");
}

TEST(RotationProblem, KnowsWhomItSpeaksOf) {
  RotationProblem problem = problem_of({4, 2, 2});
  problem.apart = {{1, 7}};
  EXPECT_EQ(field_refused(problem), "apart[0]");

  problem.apart = {};
  problem.together = {{1, 2}, {7, 1}};
  EXPECT_EQ(field_refused(problem), "together[1]");
}

TEST(RotationProblem, HasOnePastForEverybody) {
  RotationProblem problem = problem_of({4, 2, 2});
  problem.past = {{{1, 1}, {1, 2}}};

  EXPECT_EQ(field_refused(problem), "past[0]");
}

TEST(RotationProblem, HasATableForRemotePeople) {
  RotationProblem problem = problem_of({4, 2, 2});
  problem.people[1].remote = true;

  EXPECT_EQ(field_refused(problem), "people[1].remote");
}

TEST(RotationProblem, PastOfPeopleAndTablesThatAreNoMoreIsNoMistake) {
  RotationProblem problem = problem_of({4, 2, 2});
  problem.past = {{{9, 1}, {1, 9}}};

  EXPECT_EQ(field_refused(problem), "");
}

TEST(RotationProblem, AnnouncementsToPeopleWhoAreNoMoreAreNoMistake) {
  RotationProblem problem = problem_of({4, 2, 2});
  problem.announced = {{{9, 1}, {1, 9}}, {{9, 2}}};

  EXPECT_EQ(field_refused(problem), "");
}

}  // namespace
}  // namespace rebond::testing
