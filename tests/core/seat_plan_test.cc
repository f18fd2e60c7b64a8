// The plan of seats: asked for, described for the planner, and taken over (rules PL).
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/founding.h"
#include "core/seat_problem.h"
#include "core/seats_planned.h"
#include "tests/core/commands.h"
#include "tests/core/evening_commands.h"
#include "tests/core/matchers.h"

namespace rebond::test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;
using ::testing::UnorderedElementsAre;

struct SeatPlans : ::testing::Test {
  Outcome facilitate(const v1::Command& command) { return facilitator.send(command); }
  Id add(const std::string& name) {
    const Id id = facilitator.new_id();
    EXPECT_THAT(facilitate(add_person(id, name)), Accepted());
    return id;
  }
  void sit(Id person, std::uint32_t table) {
    EXPECT_THAT(facilitate(take_seat(facilitator.new_id(), person, table_id(table))), Accepted());
  }
  const v1::SeatPlan& plan() const { return *cafe.state.find<v1::SeatPlan>(1); }
  const v1::PlannedRound* planned(std::uint32_t round) const {
    return cafe.state.find<v1::PlannedRound>(cafe.round_id(round));
  }
  SeatProblem problem() const { return seat_problem(cafe.state, cafe.private_state); }
  /// The plan that sends `person` to a table in a round.
  PlannedSeats answer(std::uint32_t round, Id person, std::uint32_t table) const {
    PlannedSeats seats;
    seats.base_seq = cafe.state.seq();
    seats.seed = plan().seed();
    seats.rounds = {{cafe.round_id(round), {{person, table_id(table)}}}};
    return seats;
  }
  void take_over(const PlannedSeats& seats) {
    cafe.take_over(decide_seats_planned(cafe.state, seats));
  }
  /// Whether the last command has made a plan wanted.
  bool wanted_now() const { return plan().wanted_seq() == cafe.state.seq(); }

  CafeBuilder cafe;
  Person& facilitator = cafe.as_facilitator();
};

TEST_F(SeatPlans, PL1AreAskedForWithASeed) {
  ASSERT_THAT(facilitate(plan_seats(true, 42)), Accepted());
  EXPECT_EQ(cafe.entries.back().what(), v1::WHAT_SEATS_ASKED);
  EXPECT_TRUE(plan().automatic());
  EXPECT_EQ(plan().seed(), 42U);
  EXPECT_TRUE(wanted_now());
  ASSERT_THAT(facilitate(plan_seats(false)), Accepted());
  EXPECT_EQ(plan().seed(), 42U) << "the server keeps the one there is";
  EXPECT_FALSE(plan().automatic());
}

TEST_F(SeatPlans, PL1WhileAutomaticAreWantedAgainWhenSomethingMatters) {
  const Id lea = add("Léa");
  ASSERT_THAT(facilitate(plan_seats(true)), Accepted());
  const Id bob = add("Bob");
  EXPECT_TRUE(wanted_now()) << "somebody came";
  ASSERT_THAT(facilitate(check_in(lea, v1::ATTENDANCE_LEFT)), Accepted());
  EXPECT_TRUE(wanted_now()) << "somebody left";
  ASSERT_THAT(facilitate(set_wishes(bob, wishes_of("locataire"))), Accepted());
  EXPECT_TRUE(wanted_now()) << "wishes changed";
  sit(bob, 2);
  EXPECT_TRUE(wanted_now()) << "a seat was chosen";
  ASSERT_THAT(facilitate(set_table(table_id(1), "Une", 4)), Accepted());
  EXPECT_TRUE(wanted_now()) << "a table holds fewer people";
  ASSERT_THAT(facilitate(add_table(facilitator.new_id(), "Encore")), Accepted());
  EXPECT_TRUE(wanted_now()) << "a table was added";
  const Id round = facilitator.new_id();
  const Id step = facilitator.new_id();
  ASSERT_THAT(facilitate(add_round(round, step, facilitator.new_id())), Accepted());
  EXPECT_TRUE(wanted_now()) << "a round was added";
  cafe.as_guest("Ana");
  EXPECT_TRUE(wanted_now()) << "somebody joined";
}

TEST_F(SeatPlans, PL1AreNotWantedAgainWhenNothingMatters) {
  const Id lea = add("Léa");
  sit(lea, 1);
  ASSERT_THAT(facilitate(plan_seats(true)), Accepted());
  ASSERT_THAT(facilitate(check_in(lea)), Accepted());
  EXPECT_FALSE(wanted_now()) << "she was here";
  sit(lea, 1);
  EXPECT_FALSE(wanted_now()) << "she sits where she sat";
  ASSERT_THAT(facilitate(set_table(table_id(1), "Les abeilles")), Accepted());
  EXPECT_FALSE(wanted_now()) << "a name is a name";
  ASSERT_THAT(facilitate(set_name(lea, "Léa K.")), Accepted());
  EXPECT_FALSE(wanted_now());
  cafe.as_captain(1).add_card("une idée");
  EXPECT_FALSE(wanted_now());
}

TEST_F(SeatPlans, PL1ASeatAsPlannedChangesNothing) {
  const Id lea = add("Léa");
  ASSERT_THAT(facilitate(plan_seats(true)), Accepted());
  take_over(answer(2, lea, 3));
  cafe.go_to("move-1");
  sit(lea, 3);
  EXPECT_FALSE(wanted_now());
  sit(lea, 1);
  EXPECT_TRUE(wanted_now());
}

TEST_F(SeatPlans, PL1WhoDoesNotComeIsLeftOutAsTheEveningGoesOn) {
  ASSERT_THAT(facilitate(expect_person(facilitator.new_id(), "Léa")), Accepted());
  ASSERT_THAT(facilitate(plan_seats(true)), Accepted());
  ASSERT_THAT(facilitate(start_round(15)), Accepted());
  EXPECT_TRUE(wanted_now());
  EXPECT_THAT(problem().people, IsEmpty());
  cafe.go_to("move-1");
  EXPECT_TRUE(wanted_now());
}

TEST_F(SeatPlans, PL1AreNotWantedUnlessSomebodyAsked) {
  add("Léa");
  EXPECT_EQ(cafe.state.find<v1::SeatPlan>(1), nullptr);
  ASSERT_THAT(facilitate(plan_seats(false)), Accepted());
  add("Bob");
  EXPECT_FALSE(wanted_now());
}

TEST_F(SeatPlans, PL1AreTakenOverWithTheirScore) {
  const Id lea = add("Léa");
  ASSERT_THAT(facilitate(plan_seats()), Accepted());
  PlannedSeats seats = answer(2, lea, 3);
  seats.repeats = 1;
  seats.revisits = 2;
  seats.encounters_least = 4;
  seats.encounters_median = 6;
  seats.apart_broken = 3;
  seats.offsets = {0, 1, 3};
  seats.optimal = true;
  take_over(seats);
  EXPECT_EQ(cafe.entries.back().what(), v1::WHAT_SEATS_PLANNED);
  EXPECT_EQ(plan().wanted_seq(), 0U);
  EXPECT_EQ(plan().made_seq(), seats.base_seq);
  EXPECT_EQ(plan().repeats(), 1U);
  EXPECT_EQ(plan().revisits(), 2U);
  EXPECT_TRUE(plan().optimal());
  EXPECT_EQ(plan().encounters_least(), 4U);
  EXPECT_EQ(plan().encounters_median(), 6U);
  EXPECT_EQ(plan().apart_broken(), 3U);
  EXPECT_THAT(plan().offsets(), ElementsAre(0, 1, 3));
  ASSERT_NE(planned(2), nullptr);
  EXPECT_THAT(planned(2)->people(), ElementsAre(lea));
  EXPECT_THAT(planned(2)->tables(), ElementsAre(3));
}

TEST_F(SeatPlans, PL1TellHowManySeatsDiffer) {
  const Id lea = add("Léa");
  ASSERT_THAT(facilitate(plan_seats()), Accepted());
  take_over(answer(2, lea, 3));
  EXPECT_EQ(plan().changed(), 0U);
  take_over(answer(2, lea, 1));
  EXPECT_EQ(plan().changed(), 1U);
}

TEST_F(SeatPlans, PL1TroubleLeavesThePlanAsItIs) {
  const Id lea = add("Léa");
  ASSERT_THAT(facilitate(plan_seats()), Accepted());
  take_over(answer(2, lea, 3));
  ASSERT_THAT(facilitate(plan_seats()), Accepted());
  PlannedSeats none;
  none.base_seq = cafe.state.seq();
  none.trouble = "there are more people than seats: add a table";
  take_over(none);
  EXPECT_EQ(plan().trouble(), none.trouble);
  EXPECT_EQ(plan().wanted_seq(), 0U);
  EXPECT_THAT(planned(2)->tables(), ElementsAre(3));
}

TEST_F(SeatPlans, PL2ARoundThatHasBegunKeepsItsSeats) {
  const Id lea = add("Léa");
  ASSERT_THAT(facilitate(plan_seats()), Accepted());
  take_over(answer(2, lea, 3));
  ASSERT_THAT(facilitate(end_round()), Accepted());
  PlannedSeats late = answer(2, lea, 1);
  ASSERT_THAT(facilitate(start_round(15)), Accepted());
  take_over(late);
  EXPECT_THAT(planned(2)->tables(), ElementsAre(3));
}

TEST_F(SeatPlans, PL2WhatBecameWantedMeanwhileStaysWanted) {
  const Id lea = add("Léa");
  ASSERT_THAT(facilitate(plan_seats(true, 5)), Accepted());
  const PlannedSeats first = answer(2, lea, 3);
  ASSERT_THAT(facilitate(plan_seats(true, 6)), Accepted());
  const Seq wanted = plan().wanted_seq();
  take_over(first);
  EXPECT_EQ(plan().wanted_seq(), wanted);
  EXPECT_EQ(plan().seed(), 6U) << "another one was asked for";
  EXPECT_EQ(plan().made_seq(), first.base_seq);
}

TEST_F(SeatPlans, PL2AnOlderPlanIsLeftOut) {
  const Id lea = add("Léa");
  ASSERT_THAT(facilitate(plan_seats()), Accepted());
  const PlannedSeats older = answer(2, lea, 3);
  add("Bob");
  take_over(answer(2, lea, 1));
  EXPECT_THAT(decide_seats_planned(cafe.state, older).changes, IsEmpty());
}

TEST_F(SeatPlans, PL3AreMadeOfWhoIsHereOrExpectedAndTravels) {
  const Id lea = add("Léa");
  const Id bob = facilitator.new_id();
  ASSERT_THAT(facilitate(expect_person(bob, "Bob")), Accepted());
  const Id gone = add("Zoé");
  ASSERT_THAT(facilitate(check_in(gone, v1::ATTENDANCE_LEFT)), Accepted());
  ASSERT_THAT(facilitate(add_person(facilitator.new_id(), "Max", v1::ROLE_CAPTAIN, table_id(1))),
              Accepted());
  std::vector<Id> people;
  for (const auto& person : problem().people) people.push_back(person.id);
  EXPECT_THAT(people, UnorderedElementsAre(lea, bob));
  sit(lea, 1);
  ASSERT_EQ(problem().people.size(), 1U)
      << "the first round has begun: who did not come is not due";
  EXPECT_EQ(problem().people[0].id, lea);
}

TEST_F(SeatPlans, PL3TheRoundThatACafeOpensInIsOpenUntilSomebodyIsInIt) {
  EXPECT_TRUE(problem().rounds[0].to_come);
  cafe.as_captain(1).add_card("une idée");
  EXPECT_FALSE(problem().rounds[0].to_come);
  cafe.go_to("welcome");
  EXPECT_TRUE(problem().rounds[0].to_come) << "the evening begins again";
}

TEST_F(SeatPlans, PL3ThePastIsWherePeopleSatElseWhereThePlanHadSentThem) {
  const Id lea = add("Léa");
  const Id bob = add("Bob");
  ASSERT_THAT(facilitate(plan_seats()), Accepted());
  PlannedSeats seats = answer(1, lea, 1);
  seats.rounds[0].seats.push_back({bob, table_id(2)});
  take_over(seats);
  sit(lea, 3);
  const SeatProblem told = problem();
  ASSERT_FALSE(told.rounds[0].to_come);
  EXPECT_THAT(told.rounds[0].sat,
              UnorderedElementsAre(SeatAt{lea, table_id(3)}, SeatAt{bob, table_id(2)}));
}

TEST_F(SeatPlans, PL3SeatsThatAreTakenAheadAreKnown) {
  const Id lea = add("Léa");
  ASSERT_THAT(facilitate(plan_seats()), Accepted());
  take_over(answer(2, lea, 3));
  cafe.go_to("move-1");
  sit(lea, 1);
  const SeatProblem told = problem();
  ASSERT_TRUE(told.rounds[1].to_come);
  EXPECT_THAT(told.rounds[1].announced, ElementsAre(SeatAt{lea, table_id(1)}));
}

TEST_F(SeatPlans, PL3TablesAndRoundsThatAreLeftOutAreNot) {
  ASSERT_THAT(facilitate(withdraw_table(table_id(2))), Accepted());
  ASSERT_THAT(facilitate(skip_step(cafe.step("round-3"))), Accepted());
  const SeatProblem told = problem();
  ASSERT_EQ(told.tables.size(), 2U);
  EXPECT_EQ(told.tables[1].number, 3U);
  EXPECT_EQ(told.rounds.size(), 2U);
  EXPECT_EQ(told.base_seq, cafe.state.seq());
}

TEST_F(SeatPlans, PL3WhoIsElsewhereSitsAnywhereWhenThereIsNoRemoteTable) {
  cafe.as_remote("Zoé");
  EXPECT_FALSE(problem().people[0].remote);
  ASSERT_THAT(facilitate(add_table(facilitator.new_id(), "Visio", 0, /*remote=*/true)), Accepted());
  EXPECT_TRUE(problem().people[0].remote);
}

TEST_F(SeatPlans, PL3WishesAreGathered) {
  const Id lea = add("Léa");
  const Id bob = add("Bob");
  const Id zoe = add("Zoé");
  const Id max = add("Max");
  ASSERT_THAT(facilitate(set_wishes(lea, wishes_of("salarié", {bob}, {max}, table_id(2)))),
              Accepted());
  ASSERT_THAT(facilitate(set_wishes(zoe, wishes_of("", {bob}))), Accepted());
  ASSERT_THAT(facilitate(set_wishes(max, wishes_of("", {}, {lea}))), Accepted());
  const SeatProblem told = problem();
  EXPECT_THAT(told.together, ElementsAre(std::vector<Id>{lea, bob, zoe}));
  EXPECT_THAT(told.apart, ElementsAre(Pair(lea, max)));
  EXPECT_EQ(told.people[0].group, "salarié");
  EXPECT_EQ(told.people[0].stays, table_id(2));
}

}  // namespace
}  // namespace rebond::test
