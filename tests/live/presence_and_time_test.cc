// Rules PR and TM: who is here, and what time it is in the café.
#include <gtest/gtest.h>

#include "tests/live/hall.h"

namespace rebond::test {
namespace {

v1::ClientFrame hand_raised() {
  v1::ClientFrame frame;
  frame.mutable_presence()->set_hand_raised(true);
  return frame;
}

TEST(Presence, PR1WhatSomebodyDoesIsToldAndNeverKept) {
  Hall hall;
  Guest& captain = hall.captain(1);
  Guest& facilitator = hall.facilitator();
  captain.enter();
  facilitator.enter();
  captain.send_frame(hand_raised());
  hall.pass(100);

  const v1::PresenceEntry* seen = nullptr;
  for (const auto& [connection, entry] : facilitator.presence) {
    if (entry.device() == captain.welcome.device()) seen = &entry;
  }
  ASSERT_NE(seen, nullptr);
  EXPECT_TRUE(seen->hand_raised());
  EXPECT_EQ(seen->role(), v1::ROLE_CAPTAIN);
  EXPECT_EQ(facilitator.copy.seq(), 1U);
}

TEST(Presence, PR1ManyChangesBecomeOneDelta) {
  Hall hall;
  Guest& captain = hall.captain(1);
  Guest& facilitator = hall.facilitator();
  captain.enter();
  facilitator.enter();
  hall.pass(200);
  facilitator.messages = 0;
  for (Id at = 1; at <= 50; ++at) {
    v1::ClientFrame frame;
    frame.mutable_presence()->set_writing_at(at);
    captain.send_frame(frame);
  }
  hall.pass(100);
  EXPECT_LE(facilitator.messages, 2U);
}

TEST(Presence, PR2ANewcomerSeesEverybody) {
  Hall hall;
  Guest& captain = hall.captain(1);
  captain.enter();
  captain.send_frame(hand_raised());
  hall.pass(200);
  Guest& facilitator = hall.facilitator();
  facilitator.enter();
  hall.pass(200);
  EXPECT_EQ(facilitator.presence.size(), 2U);
}

TEST(Presence, PR2WhoIsGoneIsAnnouncedGone) {
  Hall hall;
  Guest& captain = hall.captain(1);
  Guest& facilitator = hall.facilitator();
  captain.enter();
  facilitator.enter();
  hall.pass(200);
  captain.disconnect();
  hall.pass(200);
  EXPECT_EQ(facilitator.presence.size(), 1U);
}

TEST(Presence, PR2WhoIsSilentForThirtySecondsIsAnnouncedGone) {
  Hall hall;
  Guest& captain = hall.captain(1);
  Guest& facilitator = hall.facilitator();
  captain.enter();
  facilitator.enter();
  hall.pass(200);
  v1::ClientFrame ping;
  ping.mutable_ping();
  for (int second = 0; second < 31; ++second) {
    facilitator.send_frame(ping);
    hall.pass(1'000);
  }
  EXPECT_EQ(facilitator.presence.size(), 1U);
}

TEST(Time, TM1CafeTimeNeverGoesBackwardsOverARestart) {
  Hall hall;
  Guest& captain = hall.captain(1);
  captain.enter();
  captain.add_card("avant");
  hall.settle();
  const double before = captain.copy.at_ms();
  hall.crash();
  hall.clock.set_wall(1'000'000.0);  // the laptop forgot the date
  hall.crash();
  captain.enter();
  captain.add_card("après");
  hall.settle();
  EXPECT_GE(captain.copy.at_ms(), before);
}

TEST(Time, TM2APongCarriesBothTimes) {
  Hall hall;
  Guest& captain = hall.captain(1);
  captain.enter();
  v1::ClientFrame ping;
  ping.mutable_ping()->set_client_time_ms(1234.5);
  captain.send_frame(ping);
  hall.settle();
  ASSERT_TRUE(captain.controls.back().has_pong());
  EXPECT_EQ(captain.controls.back().pong().client_time_ms(), 1234.5);
  EXPECT_GT(captain.controls.back().pong().server_time_ms(), 0.0);
}

TEST(Time, RU4TheServerLocksARoundAfterTheGrace) {
  Hall hall;
  Guest& facilitator = hall.facilitator();
  Guest& captain = hall.captain(1);
  facilitator.enter();
  captain.enter();
  v1::Command end;
  end.mutable_end_round();
  facilitator.command(end);
  hall.settle();
  captain.add_card("la phrase en cours");
  hall.pass(kRoundGraceMs + 100);
  EXPECT_EQ(captain.copy.records().count<v1::Card>(), 1U);

  v1::Command late;
  late.set_base_seq(captain.copy.seq());
  late.mutable_add_card()->set_card(captain.new_id());
  late.mutable_add_card()->set_run(captain.new_id());
  late.mutable_add_card()->set_table(captain.welcome.table());
  late.mutable_add_card()->set_text("trop tard");
  const CommandNumber number = captain.command(late);
  hall.settle();
  ASSERT_NE(captain.result(number), nullptr);
  EXPECT_EQ(captain.result(number)->rejection().code(), v1::REJECTION_CODE_ROUND_CLOSED);
}

}  // namespace
}  // namespace rebond::test
