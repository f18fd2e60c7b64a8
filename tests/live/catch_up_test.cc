// Rules CU: every client gets every entry, in order and once, however far behind it is.
#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/live/hall.h"

namespace rebond::test {
namespace {

using ::testing::ElementsAre;

Limits fast_writers() {
  Limits limits;
  limits.commands_burst = 100'000;
  limits.commands_per_second = 100'000;
  return limits;
}

void write(Hall& hall, Guest& captain, int ideas, const std::string& words = "une idée") {
  for (int i = 0; i < ideas; ++i) captain.add_card(words);
  hall.settle();
}

bool has(const Guest& guest, bool (v1::Control::*is)() const) {
  return std::any_of(guest.controls.begin(), guest.controls.end(),
                     [is](const v1::Control& control) { return (control.*is)(); });
}

TEST(CatchUp, CU1EveryClientReceivesEveryEntryInOrderAndOnce) {
  Hall hall;
  Guest& captain = hall.captain(1);
  Guest& screen = hall.screen();
  captain.enter();
  screen.enter();
  write(hall, captain, 3);

  EXPECT_THAT(screen.received, ElementsAre(2, 3, 4));
  EXPECT_EQ(screen.copy.digest(), captain.copy.digest());
}

TEST(CatchUp, CU2AReconnectedClientGetsOnlyWhatItMissed) {
  Hall hall;
  Guest& captain = hall.captain(1);
  Guest& screen = hall.screen();
  captain.enter();
  screen.enter();
  write(hall, captain, 1);
  screen.disconnect();
  write(hall, captain, 2);
  screen.received.clear();
  screen.enter();

  EXPECT_EQ(screen.welcome.mode(), v1::RESUME_MODE_ENTRIES);
  EXPECT_THAT(screen.received, ElementsAre(3, 4));
}

TEST(CatchUp, CU2AfterARestartEntriesComeFromTheJournal) {
  Hall hall(fast_writers());
  Guest& captain = hall.captain(1);
  Guest& screen = hall.screen();
  captain.enter();
  screen.enter();
  screen.disconnect();
  write(hall, captain, 700, std::string(300, 'x'));
  hall.crash();
  screen.received.clear();
  screen.enter();

  EXPECT_EQ(screen.welcome.mode(), v1::RESUME_MODE_ENTRIES);
  EXPECT_EQ(screen.received.size(), 700U);
  EXPECT_EQ(screen.received.front(), 2U);
  EXPECT_EQ(screen.received.back(), 701U);
  EXPECT_LE(screen.largest_message, kMessageBytesMax);
}

TEST(CatchUp, CU3AnotherHistoryGetsASnapshot) {
  Hall hall;
  Guest& captain = hall.captain(1);
  captain.enter();
  write(hall, captain, 2);
  Guest& screen = hall.screen();
  screen.connect();
  screen.hello(captain.copy_epoch + 1, 2);
  hall.settle();

  EXPECT_EQ(screen.welcome.mode(), v1::RESUME_MODE_SNAPSHOT);
  EXPECT_TRUE(has(screen, &v1::Control::has_snapshot_end));
  EXPECT_EQ(screen.copy.digest(), captain.copy.digest());
}

TEST(CatchUp, CU3WelcomeComesBeforeTheSnapshot) {
  Hall hall;
  Guest& screen = hall.screen();
  screen.enter();
  ASSERT_FALSE(screen.controls.empty());
  EXPECT_TRUE(screen.controls.front().has_welcome());
}

TEST(CatchUp, CU3AReaderThatFallsOffTheRingGetsASnapshotOnItsConnection) {
  Limits limits = fast_writers();
  limits.ring_entries = 8;
  Hall hall(limits);
  Guest& captain = hall.captain(1);
  Guest& tablet = hall.captain(2);
  captain.enter();
  tablet.enter();
  tablet.reads = false;
  write(hall, captain, 1);
  ASSERT_TRUE(tablet.in_flight());
  write(hall, captain, 50);
  tablet.reads = true;
  hall.settle();

  EXPECT_TRUE(has(tablet, &v1::Control::has_resync));
  EXPECT_FALSE(tablet.closed);
  EXPECT_EQ(tablet.copy.digest(), captain.copy.digest());
}

TEST(CatchUp, CU3AWholeHallThatReconnectsSharesOneSnapshot) {
  Hall hall(fast_writers());
  Guest& captain = hall.captain(1);
  captain.enter();
  write(hall, captain, 300);
  hall.crash();
  captain.enter();
  const std::string sent = captain.copy.to_snapshot();
  for (int i = 0; i < 5; ++i) hall.screen().enter();

  for (const auto& guest : hall.guests) EXPECT_EQ(guest->copy.to_snapshot(), sent);
  EXPECT_EQ(hall.room().stats().snapshots_sent, 5U);
  EXPECT_EQ(hall.room().stats().snapshots_made, 1U);
}

TEST(CatchUp, CU3ALargeSnapshotTravelsInChunksAndIsAppliedWhole) {
  Limits limits = fast_writers();
  Hall hall(limits);
  Guest& captain = hall.captain(1);
  captain.enter();
  write(hall, captain, 300, std::string(3'000, 'y'));
  Guest& screen = hall.screen();
  screen.enter();

  EXPECT_GT(std::count_if(screen.controls.begin(), screen.controls.end(),
                          [](const v1::Control& c) { return c.has_snapshot_chunk(); }),
            3);
  EXPECT_LE(screen.largest_message, kMessageBytesMax);
  EXPECT_EQ(screen.copy.digest(), captain.copy.digest());
}

TEST(CatchUp, CU3EntriesWrittenWhileASnapshotTravelsFollowIt) {
  Hall hall(fast_writers());
  Guest& captain = hall.captain(1);
  captain.enter();
  write(hall, captain, 300, std::string(3'000, 'y'));
  Guest& screen = hall.screen();
  screen.connect();
  screen.hello(0, 0);
  hall.deliver();
  screen.reads = false;
  hall.settle();
  write(hall, captain, 5);
  screen.reads = true;
  hall.settle();

  EXPECT_EQ(screen.copy.seq(), captain.copy.seq());
  EXPECT_EQ(screen.copy.digest(), captain.copy.digest());
}

TEST(CatchUp, CU4AClientThatKnowsMoreThanTheServerRaisesAnAlarm) {
  Hall hall;
  Guest& screen = hall.screen();
  screen.connect();
  screen.hello(hall.room().epoch(), 99);
  hall.settle();

  EXPECT_EQ(screen.welcome.mode(), v1::RESUME_MODE_SNAPSHOT);
  EXPECT_EQ(hall.room().stats().alarms, 1U);
  EXPECT_EQ(screen.copy.seq(), 1U);
}

TEST(CatchUp, CU5WhatIsPendingTravelsInOneMessage) {
  Hall hall(fast_writers());
  Guest& captain = hall.captain(1);
  Guest& screen = hall.screen();
  captain.enter();
  screen.enter();
  screen.reads = false;
  write(hall, captain, 1);
  write(hall, captain, 40);
  screen.messages = 0;
  screen.reads = true;
  hall.settle();

  EXPECT_EQ(screen.copy.seq(), captain.copy.seq());
  EXPECT_LE(screen.messages, 3U);  // the one in flight, the 40 entries, perhaps presence
}

TEST(CatchUp, CU7ASlowClientIsClosedAndNobodyWaitsForIt) {
  Hall hall(fast_writers());
  Guest& captain = hall.captain(1);
  Guest& slow = hall.captain(2);
  Guest& screen = hall.screen();
  captain.enter();
  slow.enter();
  screen.enter();
  slow.reads = false;
  write(hall, captain, 5);
  EXPECT_EQ(screen.copy.seq(), captain.copy.seq());
  hall.pass(hall.limits.write_timeout_ms);

  EXPECT_EQ(slow.closed, v1::CLOSE_CODE_SLOW);
  EXPECT_FALSE(screen.closed);
  slow.reads = true;
  slow.enter();
  EXPECT_EQ(slow.copy.digest(), captain.copy.digest());
}

TEST(CatchUp, DG4TheDigestIsToldAfterAQuietTimeAndAgrees) {
  Hall hall;
  Guest& captain = hall.captain(1);
  Guest& screen = hall.screen();
  captain.enter();
  screen.enter();
  write(hall, captain, 2);
  hall.pass(10'000);

  ASSERT_TRUE(has(screen, &v1::Control::has_state_digest));
  const v1::StateDigest& told = screen.controls.back().state_digest();
  EXPECT_EQ(told.seq(), screen.copy.seq());
  EXPECT_EQ(told.digest(), screen.copy.digest().bytes());
}

TEST(CatchUp, DG4AClientThatDivergedGetsASnapshotAndAnAlarmIsRaised) {
  Hall hall;
  Guest& screen = hall.screen();
  screen.enter();
  screen.controls.clear();
  v1::ClientFrame frame;
  frame.mutable_diverged()->set_seq(1);
  screen.send_frame(frame);
  hall.settle();

  EXPECT_TRUE(has(screen, &v1::Control::has_snapshot_end));
  EXPECT_EQ(screen.controls.front().notice().kind(), v1::NOTICE_KIND_DIVERGED);
  EXPECT_EQ(hall.room().stats().alarms, 1U);
}

}  // namespace
}  // namespace rebond::test
