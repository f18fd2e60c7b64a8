// Rules EO: every command has one outcome, whatever was lost.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/live/hall.h"

namespace rebond::test {
namespace {

std::size_t cards(const State& state) {
  return state.records().count<v1::Card>();
}

TEST(ExactlyOnce, EO1ACommandSentAgainIsAppliedOnce) {
  Hall hall;
  Guest& captain = hall.captain(1);
  captain.enter();
  v1::Command add;
  add.mutable_add_card()->set_card(captain.new_id());
  add.mutable_add_card()->set_run(captain.new_id());
  add.mutable_add_card()->set_table(captain.welcome.table());
  add.mutable_add_card()->set_text("éolienne sur les toits");
  captain.command(add, 1);
  hall.settle();
  captain.command(add, 1);
  hall.settle();

  EXPECT_EQ(cards(captain.copy), 1U);
  ASSERT_NE(captain.result(1), nullptr);
  EXPECT_EQ(captain.result(1)->accepted().seq(), captain.copy.seq());
}

TEST(ExactlyOnce, EO1ACommandWhoseServerDiedIsAppliedOnce) {
  Hall hall;
  Guest& captain = hall.captain(1);
  captain.enter();
  const CommandNumber number = captain.add_card("pas d'éclairage permanent");
  hall.crash(/*written=*/1);  // on disk, but nobody was told
  captain.enter();

  EXPECT_EQ(captain.welcome.last_command(), number);
  EXPECT_EQ(cards(captain.copy), 1U);
}

TEST(ExactlyOnce, EO2ANumberThatSkipsIsOutOfOrderAndConsumesNothing) {
  Hall hall;
  Guest& captain = hall.captain(1);
  captain.enter();
  v1::Command end;
  end.mutable_end_round();
  captain.command(end, 3);
  hall.settle();
  ASSERT_NE(captain.result(3), nullptr);
  EXPECT_EQ(captain.result(3)->rejection().code(), v1::REJECTION_CODE_OUT_OF_ORDER);

  captain.disconnect();
  captain.enter();
  EXPECT_EQ(captain.welcome.last_command(), 0U);
}

TEST(ExactlyOnce, EO3TheEntryIsTheAcknowledgement) {
  Hall hall;
  Guest& captain = hall.captain(2);
  captain.enter();
  captain.add_card("travailler sur la géothermie");
  hall.settle();

  EXPECT_TRUE(captain.results.empty());
  EXPECT_EQ(cards(captain.copy), 1U);
}

TEST(ExactlyOnce, EO4ARejectionStaysOneEvenAfterACrash) {
  Hall hall;
  Guest& captain = hall.captain(1);
  captain.enter();
  v1::Command step;
  step.mutable_end_round();
  const CommandNumber number = captain.command(step);
  hall.settle();
  ASSERT_EQ(captain.result(number)->rejection().code(), v1::REJECTION_CODE_FORBIDDEN);
  hall.crash();
  captain.results.clear();
  captain.enter();
  captain.command(step, number);
  hall.settle();

  EXPECT_EQ(captain.welcome.last_command(), number);
  EXPECT_EQ(captain.result(number)->rejection().code(), v1::REJECTION_CODE_FORBIDDEN);
}

TEST(ExactlyOnce, EO5AMalformedCommandConsumesItsNumberAndNothingElse) {
  Hall hall;
  Guest& captain = hall.captain(1);
  captain.enter();
  v1::ClientFrame frame;
  v1::NumberedCommand& numbered = *frame.mutable_commands()->add_commands();
  numbered.set_number(1);
  numbered.set_command("\xFF\xFF no command");
  captain.send_frame(frame);
  hall.settle();
  ASSERT_NE(captain.result(1), nullptr);
  EXPECT_EQ(captain.result(1)->rejection().code(), v1::REJECTION_CODE_MALFORMED);
  EXPECT_FALSE(captain.closed);

  captain.command({}, 2);
  hall.settle();
  EXPECT_EQ(captain.result(2)->rejection().code(), v1::REJECTION_CODE_UNSUPPORTED);
}

TEST(ExactlyOnce, EO5AWordThatIsNoUtf8IsMalformed) {
  Hall hall;
  Guest& captain = hall.captain(1);
  captain.enter();
  v1::ClientFrame frame;
  v1::NumberedCommand& numbered = *frame.mutable_commands()->add_commands();
  numbered.set_number(1);
  // add_card { text: two bytes that are no UTF-8 }
  numbered.set_command(std::string("\x5A\x04\x22\x02\xC3\x28", 6));
  captain.send_frame(frame);
  hall.settle();

  EXPECT_EQ(captain.result(1)->rejection().code(), v1::REJECTION_CODE_MALFORMED);
}

TEST(ExactlyOnce, EO6ATooFastDeviceIsToldToWaitAndLosesNothing) {
  Limits limits;
  limits.commands_burst = 2;
  limits.commands_per_second = 1;
  Hall hall(limits);
  Guest& captain = hall.captain(1);
  captain.enter();
  captain.add_card("un");
  captain.add_card("deux");
  const CommandNumber third = captain.add_card("trois");
  hall.settle();
  ASSERT_NE(captain.result(third), nullptr);
  EXPECT_EQ(captain.result(third)->rejection().code(), v1::REJECTION_CODE_RATE_LIMITED);
  EXPECT_GT(captain.result(third)->rejection().retry_after_ms(), 0U);

  hall.pass(2'000);
  v1::Command again;
  again.mutable_add_card()->set_card(captain.new_id());
  again.mutable_add_card()->set_run(captain.new_id());
  again.mutable_add_card()->set_table(captain.welcome.table());
  again.mutable_add_card()->set_text("trois");
  captain.command(again, third);
  hall.settle();
  EXPECT_EQ(cards(captain.copy), 3U);
}

TEST(ExactlyOnce, EO6AReadOnlyCafeConsumesNothingAndSaysSo) {
  Hall hall;
  Guest& captain = hall.captain(1);
  captain.enter();
  hall.room().set_read_only(true);
  const CommandNumber number = captain.add_card("gaz plutôt qu'électrique");
  hall.settle();
  EXPECT_EQ(captain.result(number)->rejection().code(), v1::REJECTION_CODE_READ_ONLY);
  EXPECT_EQ(captain.controls.back().notice().kind(), v1::NOTICE_KIND_READ_ONLY);

  hall.room().set_read_only(false);
  captain.disconnect();
  captain.enter();
  EXPECT_EQ(captain.welcome.last_command(), 0U);
}

TEST(ExactlyOnce, EO7AForgottenOutcomeIsStillDoneAndNotDoneAgain) {
  Limits limits;
  limits.commands_burst = 1'000;
  Hall hall(limits);
  Guest& captain = hall.captain(1);
  captain.enter();
  for (int i = 0; i < 300; ++i) captain.add_card("idée " + std::to_string(i));
  hall.settle();
  v1::Command again;
  again.mutable_add_card()->set_card(captain.new_id());
  again.mutable_add_card()->set_table(captain.welcome.table());
  again.mutable_add_card()->set_run(captain.new_id());
  again.mutable_add_card()->set_text("encore");
  captain.command(again, 1);
  hall.settle();

  EXPECT_EQ(cards(captain.copy), 300U);
  ASSERT_NE(captain.result(1), nullptr);
  EXPECT_TRUE(captain.result(1)->has_accepted());
  EXPECT_EQ(captain.result(1)->accepted().seq(), 0U);
}

TEST(ExactlyOnce, EO8NothingLeavesBeforeItIsDurable) {
  Hall hall;
  Guest& captain = hall.captain(1);
  Guest& screen = hall.screen();
  captain.enter();
  screen.enter();
  captain.add_card("voitures électriques");
  v1::Command forbidden;
  forbidden.mutable_end_round();
  const CommandNumber rejected = captain.command(forbidden);
  Guest& late = hall.facilitator();
  late.connect();
  late.hello(0, 0);
  hall.deliver();

  EXPECT_EQ(cards(captain.copy), 0U);
  EXPECT_EQ(cards(screen.copy), 0U);
  EXPECT_EQ(captain.result(rejected), nullptr);
  EXPECT_EQ(late.messages, 0U);

  hall.settle();
  EXPECT_EQ(cards(screen.copy), 1U);
  EXPECT_NE(captain.result(rejected), nullptr);
  EXPECT_EQ(cards(late.copy), 1U);
}

TEST(ExactlyOnce, EO8WhatWasNotDurableWasNeverSeen) {
  Hall hall;
  Guest& captain = hall.captain(1);
  Guest& screen = hall.screen();
  captain.enter();
  screen.enter();
  captain.add_card("perdue");
  hall.deliver();
  hall.crash(/*written=*/0);
  screen.enter();
  captain.enter();

  EXPECT_EQ(captain.welcome.last_command(), 0U);
  EXPECT_EQ(cards(screen.copy), 0U);
  EXPECT_EQ(screen.copy.digest(), captain.copy.digest());
}

}  // namespace
}  // namespace rebond::test
