// The steps of the evening, and who may add ideas in each (rule RU3).
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/commands.h"
#include "tests/core/matchers.h"

namespace rebond::test {
namespace {

TEST(Steps, TheFacilitatorGoesWhereverSheWants) {
  CafeBuilder cafe;
  for (const char* slug : {"closed", "preparation", "round-3", "welcome", "round-2", "move-1"}) {
    ASSERT_THAT(cafe.as_facilitator().send(go_to_step(cafe.step(slug))), Accepted());
    EXPECT_EQ(cafe.current_step().slug(), slug);
  }
  EXPECT_THAT(cafe.as_facilitator().send(go_to_step(make_id(7, 7))),
              Rejected(kNotFound, "go_to_step.step"));
}

TEST(Steps, RU3IdeasAreAddedWhereTheStepLetsTheRoleWrite) {
  CafeBuilder cafe;
  Person& captain = cafe.as_captain(1);
  Person& ana = cafe.as_guest("Ana");
  Person& zoe = cafe.as_remote("Zoé");
  cafe.go_to("thanks");
  cafe.pass(100'000);  // the grace of round 1 is over
  std::vector<Id> steps;
  cafe.state.records().each<v1::Step>([&](Id id, const v1::Step&) { steps.push_back(id); });
  for (const Id id : steps) {
    const v1::Step step = *cafe.state.find<v1::Step>(id);
    if (step.slug() == "round-1") continue;  // locked
    cafe.go_to(step.slug());
    cafe.pass(100'000);  // so is that of the round before
    const auto writes = [&](v1::Role role) {
      return std::count(step.writers().begin(), step.writers().end(), role) > 0;
    };
    SCOPED_TRACE(step.slug());
    EXPECT_EQ(!captain.send(captain.adding("mot")).rejection, writes(v1::ROLE_CAPTAIN));
    EXPECT_EQ(!ana.send(ana.adding("mot")).rejection, writes(v1::ROLE_PARTICIPANT));
    EXPECT_EQ(!zoe.send(zoe.adding("mot")).rejection, writes(v1::ROLE_REMOTE));
  }
}

TEST(Steps, RU3ElsewhereItIsClosed) {
  CafeBuilder cafe;
  cafe.go_to("thanks");
  cafe.pass(100'000);
  Person& captain = cafe.as_captain(1);
  EXPECT_THAT(captain.send(captain.adding("trop tard")), Rejected(kRoundClosed, "add_card"));
}

TEST(Steps, RU3TheFacilitatorAlwaysMay) {
  CafeBuilder cafe;
  Person& facilitator = cafe.as_facilitator();
  cafe.go_to("closed");
  cafe.pass(100'000);
  EXPECT_THAT(facilitator.send(facilitator.adding("oublié")), Accepted());
  cafe.go_to("round-1");
  EXPECT_THAT(facilitator.send(facilitator.adding("oublié au tour 1")), Accepted());
}

TEST(Steps, IdeasAreFiledUnderTheRoundOfTheStep) {
  CafeBuilder cafe;
  Person& captain = cafe.as_captain(1);
  EXPECT_EQ(cafe.card(captain.add_card("un")).round(), cafe.round_id(1));
  cafe.go_to("move-1");
  cafe.pass(100'000);
  cafe.go_to("round-2");
  EXPECT_EQ(cafe.card(captain.add_card("deux")).round(), cafe.round_id(2));
  cafe.go_to("table-syntheses");
  cafe.pass(100'000);
  EXPECT_EQ(cafe.card(captain.add_card("trois")).round(), 0U);
}

TEST(Steps, RU4LeavingARunningRoundEndsIt) {
  CafeBuilder cafe;
  EXPECT_EQ(cafe.round(1).ended_at_ms(), 0);
  cafe.go_to("move-1");
  EXPECT_EQ(cafe.round(1).ended_at_ms(), cafe.now_ms);
  EXPECT_EQ(cafe.round(1).grace_ms(), kRoundGraceMs);
}

TEST(Steps, RU4GoingBackFromARunningRoundDoesNotEndIt) {
  CafeBuilder cafe;
  cafe.go_to("welcome");
  EXPECT_EQ(cafe.round(1).ended_at_ms(), 0) << "a café opens in its first round";
  cafe.pass(100'000);
  cafe.go_to("round-1");
  Person& captain = cafe.as_captain(1);
  EXPECT_THAT(captain.send(captain.adding("enfin")), Accepted());
}

TEST(Steps, EnteringARoundTwiceKeepsItsBeginning) {
  CafeBuilder cafe;
  cafe.go_to("round-2");
  const Seq began = cafe.round(2).started_seq();
  EXPECT_EQ(began, cafe.state.seq());
  cafe.go_to("move-1");
  cafe.go_to("round-2");
  EXPECT_EQ(cafe.round(2).started_seq(), began);
  EXPECT_EQ(cafe.round(2).deadline_ms(), 0) << "the clock waits for the facilitator";
}

TEST(Steps, RU4ARoundThatIsEnteredRunsAndIsLockedAfterItWasLeft) {
  CafeBuilder cafe;
  cafe.go_to("round-2");
  EXPECT_EQ(cafe.round(2).started_at_ms(), cafe.now_ms);
  cafe.pass(100'000);
  const Id idea = cafe.as_captain(1).add_card("au tour 2");
  EXPECT_EQ(cafe.card(idea).round(), cafe.round_id(2));
  cafe.go_to("move-2");
  EXPECT_EQ(cafe.round(2).ended_at_ms(), cafe.now_ms);
  cafe.pass(100'000);
  EXPECT_TRUE(cafe.round(2).locked());
}

TEST(Steps, RU4GoingOnEndsARoundThatWasLeftByGoingBack) {
  CafeBuilder cafe;
  cafe.go_to("welcome");
  EXPECT_EQ(cafe.round(1).ended_at_ms(), 0);
  cafe.go_to("table-syntheses");
  EXPECT_EQ(cafe.round(1).ended_at_ms(), cafe.now_ms);
}

TEST(Steps, GoingToTheSameStepEndsNothing) {
  CafeBuilder cafe;
  cafe.go_to("round-1");
  EXPECT_EQ(cafe.round(1).ended_at_ms(), 0);
}

}  // namespace
}  // namespace rebond::test
