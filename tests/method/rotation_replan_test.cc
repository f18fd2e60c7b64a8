// Plans made again around late arrivals, departures and freely chosen seats.
#include <gmock/gmock.h>
#include <map>

#include "tests/method/rotation_case.h"

namespace rebond::testing {
namespace {

RotationPlan plan_of(const RotationProblem& problem) {
  Result<RotationPlan> plan = plan_rotation(problem, 1);
  EXPECT_TRUE(plan) << describe(plan.error());
  return plan ? std::move(*plan) : RotationPlan{};
}

/// A café that was planned and told so, after `past` of its rounds.
struct Evening {
  explicit Evening(const RotationCase& numbers, std::size_t past) : problem(problem_of(numbers)) {
    problem.announced = plan_of(problem).rounds;
    problem.past.assign(problem.announced.begin(),
                        problem.announced.begin() + static_cast<std::ptrdiff_t>(past));
  }

  Id comes() {
    problem.people.push_back({problem.people.size() + 1});
    return problem.people.back().id;
  }
  void leaves(Id person) { problem.people[person - 1].gone = true; }

  RotationProblem problem;
};

std::map<Id, Id> seats_of(const RotationRound& round) {
  std::map<Id, Id> seats;
  for (const RotationSeat& seat : round) seats[seat.person] = seat.table;
  return seats;
}

TEST(RotationReplan, NothingHappenedChangesNothing) {
  const Evening evening({28, 7, 4}, 1);

  EXPECT_EQ(plan_of(evening.problem).rounds, evening.problem.announced);
}

TEST(RotationReplan, LatecomerTakesTheRouteOfSomebodyWhoLeft) {
  Evening evening({28, 7, 4}, 1);
  evening.leaves(5);
  const Id late = evening.comes();
  const RotationPlan plan = plan_of(evening.problem);

  for (std::size_t r = 1; r < 4; ++r) {
    EXPECT_EQ(seats_of(plan.rounds[r])[late], seats_of(evening.problem.announced[r])[5]);
  }
  EXPECT_EQ(plan.score.people_changed, 0U);
}

TEST(RotationReplan, LatecomersWithoutAFreeRouteFindOneThatMeetsNobodyTwice) {
  Evening evening({28, 7, 4}, 1);
  for (int i = 0; i < 5; ++i) evening.comes();
  const RotationPlan plan = plan_of(evening.problem);

  EXPECT_EQ(plan.score.repeats, 0U);
  EXPECT_EQ(plan.score.revisits, 0U);
  EXPECT_EQ(plan.score.people_changed, 0U);
  EXPECT_LE(plan.score.spread, 2U);
}

TEST(RotationReplan, DeparturesMoveNobodyWhileTablesAreStillTables) {
  Evening evening({35, 7, 4}, 1);
  for (const Id person : {1U, 9U, 17U}) evening.leaves(person);
  const RotationPlan plan = plan_of(evening.problem);

  EXPECT_EQ(plan.score.people_changed, 0U);
  EXPECT_EQ(plan.score.repeats, 0U);
}

TEST(RotationReplan, TableThatWouldBeTooSmallIsFilledFromOthers) {
  Evening evening({28, 7, 4}, 1);
  // Three of the four who were to sit at table 1 next.
  int left = 0;
  for (const RotationSeat& seat : evening.problem.announced[1]) {
    if (seat.table == 1 && left++ < 3) evening.leaves(seat.person);
  }
  const RotationPlan plan = plan_of(evening.problem);

  std::map<Id, int> size;
  for (const RotationSeat& seat : plan.rounds[1]) ++size[seat.table];
  EXPECT_GE(size[1], 3);
  EXPECT_LE(plan.score.people_changed, 3U);
  EXPECT_EQ(plan.score.repeats, 0U);
  EXPECT_EQ(plan.score.revisits, 0U);
}

TEST(RotationReplan, TwoWhoExchangedSeatsExchangeTheirWays) {
  Evening evening({28, 7, 4}, 1);
  RotationRound& first = evening.problem.past[0];
  std::swap(first[0].table, first[1].table);
  const RotationPlan plan = plan_of(evening.problem);

  EXPECT_EQ(plan.score.repeats, 0U);
  EXPECT_EQ(plan.score.revisits, 0U);
  EXPECT_LE(plan.score.people_changed, 2U);
}

TEST(RotationReplan, OneWhoSatElsewhereIsPlannedAroundTheRealSeat) {
  Evening evening({28, 7, 4}, 1);
  RotationRound& first = evening.problem.past[0];
  first[0].table = first[0].table % 7 + 1;
  const RotationPlan plan = plan_of(evening.problem);

  EXPECT_EQ(plan.score.revisits, 0U);
  EXPECT_EQ(plan.score.repeats, 0U);
  EXPECT_LE(plan.score.people_changed, 6U);
}

TEST(RotationReplan, RoomThatSatDownFreelyIsPlannedAnewFromThere) {
  Evening evening({28, 7, 4}, 1);
  for (Id id = 1; id <= 28; ++id) evening.problem.past[0][id - 1] = {id, (id - 1) / 4 + 1};
  const RotationPlan plan = plan_of(evening.problem);

  EXPECT_EQ(plan.rounds[0], evening.problem.past[0]);
  EXPECT_EQ(plan.score.repeats, 0U);
  EXPECT_EQ(plan.score.revisits, 0U);
}

TEST(RotationReplan, NoShowKeepsTheirWay) {
  Evening evening({28, 7, 4}, 1);
  evening.problem.past[0].erase(evening.problem.past[0].begin());
  const RotationPlan plan = plan_of(evening.problem);

  for (std::size_t r = 1; r < 4; ++r) EXPECT_EQ(plan.rounds[r], evening.problem.announced[r]);
}

TEST(RotationReplan, GuestWhoBecomesCaptainLeavesTheirWayFree) {
  Evening evening({28, 7, 4}, 1);
  evening.problem.people[4].stays = 3;
  const Id late = evening.comes();
  const RotationPlan plan = plan_of(evening.problem);

  for (std::size_t r = 1; r < 4; ++r) EXPECT_EQ(seats_of(plan.rounds[r])[5], 3U);
  EXPECT_EQ(seats_of(plan.rounds[3])[late], seats_of(evening.problem.announced[3])[5]);
}

TEST(RotationReplan, TableThatIsNoMoreIsRemembered) {
  Evening evening({28, 7, 4}, 1);
  evening.problem.tables.pop_back();
  const RotationPlan plan = plan_of(evening.problem);

  EXPECT_EQ(plan.rounds[0], evening.problem.past[0]);
  for (const RotationSeat& seat : plan.rounds[1]) EXPECT_NE(seat.table, 7U);
  EXPECT_EQ(plan.score.revisits, 0U);
}

TEST(RotationReplan, ClosedTableSpreadsItsPeople) {
  Evening evening({28, 7, 4}, 1);
  evening.problem.tables[6].closed = true;
  const RotationPlan plan = plan_of(evening.problem);

  for (std::size_t r = 1; r < 4; ++r) {
    EXPECT_EQ(plan.rounds[r].size(), 28U);
    for (const RotationSeat& seat : plan.rounds[r]) EXPECT_NE(seat.table, 7U);
  }
  EXPECT_EQ(plan.score.revisits, 0U);
}

TEST(RotationReplan, OneRoundMoreIsPlannedBehindTheAnnouncedOnes) {
  Evening evening({28, 7, 4}, 1);
  evening.problem.rounds = 5;
  const RotationPlan plan = plan_of(evening.problem);

  for (std::size_t r = 1; r < 4; ++r) EXPECT_EQ(plan.rounds[r], evening.problem.announced[r]);
  EXPECT_EQ(plan.rounds[4].size(), 28U);
  EXPECT_EQ(plan.score.revisits, 0U);
  EXPECT_LE(plan.score.spread, 1U);
}

TEST(RotationReplan, PairToBeApartIsParted) {
  Evening evening({28, 7, 4}, 1);
  std::vector<Id> at_one;
  for (const RotationSeat& seat : evening.problem.announced[2]) {
    if (seat.table == 1) at_one.push_back(seat.person);
  }
  evening.problem.apart = {{at_one[0], at_one[1]}};
  const RotationPlan plan = plan_of(evening.problem);

  EXPECT_EQ(plan.score.apart_broken, 0U);
  EXPECT_LE(plan.score.people_changed, 3U);
}

TEST(RotationReplan, LateOfALargeDayFindTheirPlace) {
  Evening evening({400, 100, 6}, 1);
  for (Id person = 1; person <= 300; person += 10) evening.leaves(person);
  for (int i = 0; i < 40; ++i) evening.comes();
  const RotationPlan plan = plan_of(evening.problem);

  EXPECT_EQ(plan.score.repeats, 0U);
  EXPECT_EQ(plan.score.revisits, 0U);
  EXPECT_LE(plan.score.people_changed, 8U);
}

}  // namespace
}  // namespace rebond::testing
