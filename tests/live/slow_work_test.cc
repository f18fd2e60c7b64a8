// Rules PL and SG as the people of a café see them: slow work comes back as entries.
#include <deque>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/live/hall.h"
#include "tests/live/simple_method.h"

namespace rebond::test {
namespace {

/// Keeps jobs until they are told to run, as another thread would.
class Shelf {
 public:
  RunAside run_aside() {
    return [this](auto work, auto then) { jobs_.emplace_back(std::move(work), std::move(then)); };
  }

  std::size_t size() const { return jobs_.size(); }

  void run_next() {
    const auto [work, then] = std::move(jobs_.front());
    jobs_.pop_front();
    work();
    then();
  }

 private:
  std::deque<std::pair<std::function<void()>, std::function<void()>>> jobs_;
};

class SlowWorkTest : public testing::Test {
 protected:
  SlowWorkTest() {
    hall.rooms->work_aside(shelf.run_aside());
    facilitator.enter();
  }

  Id add_person(const std::string& name) {
    v1::Command command;
    v1::AddPerson& add = *command.mutable_add_person();
    add.set_participant(facilitator.new_id());
    add.set_role(v1::ROLE_PARTICIPANT);
    add.set_name(name);
    add.set_expected(true);
    facilitator.command(command);
    hall.settle();
    return command.add_person().participant();
  }

  void ask_for_seats(bool automatic = false) {
    v1::Command command;
    command.mutable_plan_seats()->set_automatic(automatic);
    facilitator.command(command);
    hall.settle();
  }

  const v1::SeatPlan* plan() const { return facilitator.copy.find<v1::SeatPlan>(1); }

  SimpleMethod method;
  Hall hall{Limits{}, &method};
  Shelf shelf;
  Guest& facilitator = hall.facilitator();
};

TEST_F(SlowWorkTest, PL1APlanThatWasAskedForComesAsAnEntryOfTheServer) {
  add_person("Anna");
  ask_for_seats();
  ASSERT_EQ(shelf.size(), 1U);
  EXPECT_EQ(plan()->made_seq(), 0U);

  shelf.run_next();
  hall.settle();
  EXPECT_GT(plan()->made_seq(), 0U);
  EXPECT_GT(facilitator.copy.records().count<v1::PlannedRound>(), 0U);
}

TEST_F(SlowWorkTest, PL1APlanThatWasWantedWhenTheServerDiedIsMadeAfterTheRestart) {
  add_person("Anna");
  ask_for_seats();
  hall.crash(1'000);  // the new server has no shelf: it works at once
  facilitator.enter();
  hall.pass(2'000);
  EXPECT_GT(plan()->made_seq(), 0U);
}

TEST_F(SlowWorkTest, PL1WhatChangesWhileItIsPlannedIsPlannedAgain) {
  add_person("Anna");
  ask_for_seats(/*automatic=*/true);
  const Id late = add_person("Late");
  shelf.run_next();
  hall.pass(2'000);
  ASSERT_EQ(shelf.size(), 1U);
  shelf.run_next();
  hall.settle();

  bool seated = false;
  facilitator.copy.records().each<v1::PlannedRound>([&](Id, const v1::PlannedRound& round) {
    seated |= std::find(round.people().begin(), round.people().end(), late) != round.people().end();
  });
  EXPECT_TRUE(seated);
}

TEST_F(SlowWorkTest, PL1AnAnswerToACafeThatIsBeingErasedChangesNothing) {
  const Id anna = add_person("Anna");
  ask_for_seats();
  Subject subject;
  subject.participant = anna;
  hall.rooms->erase(hall.links.cafe, subject, false, [](const auto&) {});
  hall.settle();
  while (shelf.size() > 0) {
    shelf.run_next();
    hall.settle();
  }
  facilitator.enter();
  EXPECT_EQ(facilitator.copy.find<v1::Participant>(anna), nullptr);
}

TEST_F(SlowWorkTest, SG1IdeasThatConvergeAreSuggestedToEverybody) {
  Guest& first = hall.captain(1);
  Guest& second = hall.captain(2);
  first.enter();
  second.enter();
  first.add_card("eau de pluie");
  second.add_card("eau chaude");
  hall.settle();
  v1::Command ask;
  ask.mutable_ask_suggestions()->set_automatic(true);
  facilitator.command(ask);
  hall.settle();
  ASSERT_EQ(shelf.size(), 1U);
  shelf.run_next();
  hall.settle();
  EXPECT_EQ(first.copy.records().count<v1::Suggestion>(), 1U);
}

TEST_F(SlowWorkTest, SG1ACafeInWhichNothingHappensIsNotComparedAgain) {
  v1::Command ask;
  ask.mutable_ask_suggestions()->set_automatic(true);
  facilitator.command(ask);
  hall.settle();
  for (int i = 0; i < 3 && shelf.size() > 0; ++i) {
    shelf.run_next();
    hall.pass(10'000);
  }
  EXPECT_EQ(shelf.size(), 0U);
}

}  // namespace
}  // namespace rebond::test
