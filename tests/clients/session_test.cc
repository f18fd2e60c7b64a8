// Tests of a session's connections: greeting, reconnecting, silence, the end.
#include <gmock/gmock.h>

#include "tests/clients/scripted_session.h"

namespace rebond {
namespace {

using ::testing::ElementsAre;
using testing::entry;
using ::testing::IsEmpty;
using testing::ScriptedSession;
using ::testing::SizeIs;
using testing::snapshot_frame;
using testing::state_at;

TEST(ClientSession, HS1SaysHelloFirst) {
  ScriptedSession scripted;
  scripted.session->start();
  EXPECT_EQ(scripted.transport.connects, 1);
  scripted.session->on_open();
  const auto frames = scripted.frames();

  ASSERT_THAT(frames, SizeIs(1));
  EXPECT_EQ(frames[0].hello().token(), std::string(16, 't'));
  EXPECT_EQ(frames[0].hello().device_key().size(), 16U);
  EXPECT_EQ(frames[0].hello().resume_epoch(), 0U);
  EXPECT_EQ(frames[0].hello().resume_seq(), 0U);
}

TEST(ClientSession, HS3KeepsItsDeviceKeyOverConnections) {
  ScriptedSession scripted;
  scripted.session->start();
  scripted.session->on_open();
  const std::string key = scripted.frames()[0].hello().device_key();
  scripted.session->on_closed(1006, "");
  scripted.clock.advance(scripted.notes.retry_in);
  scripted.session->tick();
  scripted.session->on_open();

  EXPECT_EQ(scripted.frames()[0].hello().device_key(), key);
}

TEST(ClientSession, IsLiveWhenItHasTheServersHead) {
  ScriptedSession scripted;
  v1::Welcome welcome = ScriptedSession::welcome();
  welcome.set_head(2);
  scripted.open(welcome);
  scripted.receive(entry(1));
  EXPECT_EQ(scripted.notes.lives, 0);
  scripted.receive(entry(2));

  EXPECT_EQ(scripted.notes.lives, 1);
  EXPECT_TRUE(scripted.session->live());
}

TEST(ClientSession, IsNotLiveBeforeTheSnapshotIsWhole) {
  ScriptedSession scripted;
  v1::Welcome welcome = ScriptedSession::welcome();
  welcome.set_mode(v1::RESUME_MODE_SNAPSHOT);
  scripted.open(welcome);
  EXPECT_EQ(scripted.notes.lives, 0);
  scripted.receive(snapshot_frame(state_at(3)));

  EXPECT_EQ(scripted.notes.snapshots, 1);
  EXPECT_EQ(scripted.notes.lives, 1);
}

TEST(ClientSession, CU2ResumesBehindTheLastEntryThatItApplied) {
  ScriptedSession scripted;
  scripted.open();
  scripted.receive(entry(1));
  scripted.session->on_closed(4001, "");
  scripted.clock.advance(scripted.notes.retry_in);
  scripted.session->tick();
  scripted.frames();
  scripted.session->on_open();
  const auto frames = scripted.frames();

  EXPECT_EQ(frames[0].hello().resume_epoch(), 99U);
  EXPECT_EQ(frames[0].hello().resume_seq(), 1U);
}

TEST(ClientSession, CU6AppliesControlThenEntriesThenResults) {
  ScriptedSession scripted;
  scripted.session->start();
  scripted.session->on_open();
  v1::ServerFrame frame;
  *frame.add_control()->mutable_welcome() = ScriptedSession::welcome();
  *frame.add_entries() = entry(1);
  v1::ServerFrame second;
  *second.add_entries() = entry(2);
  *second.add_control()->mutable_state_digest()->mutable_digest() = std::string(16, 'x');
  scripted.session->on_frame(frame.SerializeAsString() + second.SerializeAsString());

  EXPECT_THAT(scripted.notes.entries, ElementsAre(1, 2));
}

TEST(ClientSession, StartsFromNothingAfterAGap) {
  ScriptedSession scripted;
  scripted.open();
  scripted.receive(entry(1));
  scripted.receive(entry(3));
  EXPECT_THAT(scripted.notes.troubles, SizeIs(1));
  EXPECT_EQ(scripted.transport.closes, 1);
  scripted.session->on_closed(1000, "");
  scripted.clock.advance(scripted.notes.retry_in);
  scripted.session->tick();
  scripted.frames();
  scripted.session->on_open();

  EXPECT_EQ(scripted.frames()[0].hello().resume_seq(), 0U);
}

TEST(ClientSession, CU8StopsForGoodAtAChangeThatItDoesNotKnow) {
  ScriptedSession scripted;
  scripted.open();
  v1::Entry unknown = entry(1);
  unknown.add_changes();
  scripted.receive(unknown);
  scripted.session->on_closed(1000, "");

  ASSERT_THAT(scripted.notes.endings, SizeIs(1));
  EXPECT_EQ(scripted.notes.endings[0].kind, Ending::Kind::kUpgrade);
  EXPECT_THAT(scripted.notes.entries, IsEmpty());
}

TEST(ClientSession, DG4SaysThatItDiverged) {
  ScriptedSession scripted;
  scripted.open();
  scripted.frames();
  v1::ServerFrame frame;
  *frame.add_entries() = entry(1);
  v1::StateDigest& digest = *frame.add_control()->mutable_state_digest();
  digest.set_seq(1);
  digest.set_digest(std::string(16, 'x'));
  scripted.receive(frame);
  const auto frames = scripted.frames();

  ASSERT_THAT(frames, SizeIs(1));
  EXPECT_EQ(frames[0].diverged().seq(), 1U);
  EXPECT_EQ(frames[0].diverged().digest(), state_at(1).digest().bytes());
}

TEST(ClientSession, ReconnectsAfterCodesUpTo4499) {
  for (const std::uint16_t code : std::vector<std::uint16_t>{1001, 1006, 4001, 4003, 4499}) {
    ScriptedSession scripted;
    scripted.open();
    scripted.session->on_closed(code, "");
    scripted.clock.advance(scripted.notes.retry_in);
    scripted.session->tick();

    EXPECT_EQ(scripted.transport.connects, 2) << code;
  }
}

TEST(ClientSession, StopsAfterCodesFrom4500) {
  for (const std::uint16_t code : std::vector<std::uint16_t>{4500, 4501, 4505, 4999}) {
    ScriptedSession scripted;
    scripted.open();
    scripted.session->on_closed(code, "why");

    ASSERT_THAT(scripted.notes.endings, SizeIs(1)) << code;
    EXPECT_EQ(scripted.notes.endings[0].code, code);
    EXPECT_EQ(scripted.notes.endings[0].message, "why");
  }
}

TEST(ClientSession, WaitsLongerAfterEachFailure) {
  ScriptedSession scripted;
  scripted.session->start();
  double ceiling = BackOff::kFirstMs;
  for (int attempt = 0; attempt < 20; ++attempt) {
    scripted.session->on_closed(1006, "");
    EXPECT_LT(static_cast<double>(scripted.notes.retry_in), ceiling);
    ceiling = std::min(ceiling * BackOff::kGrowth, BackOff::kMaxMs);
    scripted.clock.advance(scripted.notes.retry_in);
    scripted.session->tick();
  }
  EXPECT_EQ(scripted.transport.connects, 21);
}

TEST(BackOff, EndsAtThirtySecondsAndStartsOver) {
  SeededRandom random(1);
  BackOff back_off;
  for (int i = 0; i < 50; ++i) back_off.next(random);
  EXPECT_EQ(back_off.ceiling_ms(), BackOff::kMaxMs);
  back_off.reset();

  EXPECT_EQ(back_off.ceiling_ms(), BackOff::kFirstMs);
}

TEST(ClientSession, PingsEveryFiveSeconds) {
  ScriptedSession scripted;
  scripted.open();
  scripted.frames();
  EXPECT_EQ(scripted.transport.wake, scripted.clock.monotonic_ms() + ClientSession::kPingMs);
  scripted.clock.advance(ClientSession::kPingMs);
  scripted.session->tick();
  const auto frames = scripted.frames();

  ASSERT_THAT(frames, SizeIs(1));
  EXPECT_TRUE(frames[0].has_ping());
}

TEST(ClientSession, TakesTenSecondsOfSilenceForADeadConnection) {
  ScriptedSession scripted;
  scripted.open();
  scripted.clock.advance(ClientSession::kSilenceMs - 1);
  scripted.session->tick();
  EXPECT_EQ(scripted.transport.closes, 0);
  scripted.clock.advance(1);
  scripted.session->tick();

  EXPECT_EQ(scripted.transport.closes, 1);
  EXPECT_FALSE(scripted.session->live());
}

TEST(ClientSession, StaysWithAServerThatSpeaks) {
  ScriptedSession scripted;
  scripted.open();
  for (int i = 0; i < 5; ++i) {
    scripted.clock.advance(ClientSession::kSilenceMs - 1);
    v1::ServerFrame pong;
    pong.add_control()->mutable_pong();
    scripted.receive(pong);
    scripted.session->tick();
  }
  EXPECT_EQ(scripted.transport.closes, 0);
}

TEST(ClientSession, GivesUpOnAConnectionThatNeverOpens) {
  ScriptedSession scripted;
  scripted.session->start();
  scripted.clock.advance(ClientSession::kSilenceMs);
  scripted.session->tick();

  EXPECT_EQ(scripted.transport.closes, 1);
}

TEST(ClientSession, SaysGoodbyeWhenItStops) {
  ScriptedSession scripted;
  scripted.open();
  scripted.frames();
  scripted.session->stop();
  EXPECT_TRUE(scripted.frames().back().has_goodbye());
  scripted.session->on_closed(1000, "");

  ASSERT_THAT(scripted.notes.endings, SizeIs(1));
  EXPECT_EQ(scripted.notes.endings[0].kind, Ending::Kind::kStopped);
}

TEST(ClientSession, StopsAtOnceWhileItWaitsToReconnect) {
  ScriptedSession scripted;
  scripted.session->start();
  scripted.session->on_closed(1006, "");
  scripted.session->stop();

  EXPECT_TRUE(scripted.session->ended());
}

TEST(ClientSession, DropsAServerThatSpeaksNoProtocol) {
  ScriptedSession scripted;
  scripted.open();
  scripted.session->on_frame("\xff\xff\xff");

  EXPECT_EQ(scripted.transport.closes, 1);
  EXPECT_THAT(scripted.notes.troubles, SizeIs(1));
}

TEST(ClientSession, DropsAServerThatWantsItToJoinWithoutANumber) {
  ScriptedSession scripted;
  v1::Welcome welcome = ScriptedSession::welcome();
  welcome.set_must_join(true);
  welcome.set_device(0);
  scripted.open(welcome);

  EXPECT_EQ(scripted.transport.closes, 1);
  EXPECT_THAT(scripted.notes.troubles, SizeIs(1));
}

TEST(ClientSession, DropsAServerThatTakesNoMessageInWhichItCouldJoin) {
  ScriptedSession scripted;
  v1::Welcome welcome = ScriptedSession::welcome();
  welcome.set_must_join(true);
  welcome.mutable_limits()->set_message_bytes(1);
  scripted.open(welcome);

  EXPECT_EQ(scripted.transport.closes, 1);
  EXPECT_THAT(scripted.notes.troubles, SizeIs(1));
}

}  // namespace
}  // namespace rebond
