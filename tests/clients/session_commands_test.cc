// Tests of a session's commands: exactly once, joining, what the observer is told.
#include <gmock/gmock.h>

#include "tests/clients/scripted_session.h"

namespace rebond {
namespace {

using testing::accepted;
using ::testing::ElementsAre;
using testing::entry;
using ::testing::IsEmpty;
using testing::rejection;
using testing::ScriptedSession;
using ::testing::SizeIs;
using testing::snapshot_frame;
using testing::state_at;

v1::Welcome join_welcome() {
  v1::Welcome welcome = ScriptedSession::welcome();
  welcome.set_role(v1::ROLE_PARTICIPANT);
  welcome.set_must_join(true);
  return welcome;
}

v1::Command command_of(const v1::ClientFrame& frame) {
  v1::Command command;
  EXPECT_TRUE(command.ParseFromString(frame.commands().commands(0).command()));
  return command;
}

TEST(ClientSession, EO3TellsTheOutcomeWhenTheEntryCame) {
  ScriptedSession scripted;
  scripted.open();
  ASSERT_TRUE(scripted.send());
  EXPECT_THAT(scripted.notes.outcomes, IsEmpty());
  scripted.receive(entry(1, 7, 1));

  ASSERT_THAT(scripted.notes.outcomes, SizeIs(1));
  EXPECT_EQ(scripted.notes.outcomes[0].seq, 1U);
  EXPECT_EQ(scripted.session->waiting(), 0U);
}

TEST(ClientSession, SaysWhatItHadSeenWhenThePersonActed) {
  ScriptedSession scripted;
  scripted.open();
  scripted.receive(entry(1));
  scripted.frames();
  ASSERT_TRUE(scripted.send());

  EXPECT_EQ(command_of(scripted.frames()[0]).base_seq(), 1U);
}

TEST(ClientSession, EO1SendsAgainWhatWasLostWithTheConnection) {
  ScriptedSession scripted;
  scripted.open();
  ASSERT_TRUE(scripted.send());
  scripted.reconnect(ScriptedSession::welcome());

  EXPECT_THAT(scripted.numbers(), ElementsAre(1));
}

TEST(ClientSession, EO1LearnsAnOutcomeWhoseAnswerWasLost) {
  ScriptedSession scripted;
  scripted.open();
  ASSERT_TRUE(scripted.send());
  v1::Welcome welcome = ScriptedSession::welcome();
  welcome.set_last_command(1);
  welcome.set_mode(v1::RESUME_MODE_SNAPSHOT);
  scripted.reconnect(welcome);
  scripted.receive(snapshot_frame(state_at(4)));
  scripted.receive(accepted(1, 3));

  ASSERT_THAT(scripted.notes.outcomes, SizeIs(1));
  EXPECT_EQ(scripted.notes.outcomes[0].seq, 3U);
}

TEST(ClientSession, AsksAgainForOutcomesThatASnapshotPassedOver) {
  ScriptedSession scripted;
  scripted.open();
  ASSERT_TRUE(scripted.send());
  scripted.frames();
  v1::ServerFrame resync;
  resync.add_control()->mutable_resync();
  scripted.receive(resync);
  scripted.receive(snapshot_frame(state_at(4)));

  EXPECT_THAT(scripted.numbers(), ElementsAre(1));
}

TEST(ClientSession, TakesCommandsWhileItIsDisconnected) {
  ScriptedSession scripted;
  scripted.open();
  scripted.session->on_closed(1006, "");
  ASSERT_TRUE(scripted.send());
  scripted.clock.advance(scripted.notes.retry_in);
  scripted.session->tick();
  scripted.frames();
  scripted.open();

  EXPECT_THAT(scripted.numbers(), ElementsAre(1));
}

TEST(ClientSession, EO6SendsAgainWhenTheAlarmRings) {
  ScriptedSession scripted;
  scripted.open();
  ASSERT_TRUE(scripted.send());
  scripted.frames();
  scripted.receive(rejection(1, v1::REJECTION_CODE_OVERLOADED, 200));
  EXPECT_THAT(scripted.numbers(), IsEmpty());
  EXPECT_EQ(scripted.transport.wake, scripted.clock.monotonic_ms() + 200);
  scripted.clock.advance(200);
  scripted.session->tick();

  EXPECT_THAT(scripted.numbers(), ElementsAre(1));
  EXPECT_THAT(scripted.notes.outcomes, IsEmpty());
}

TEST(ClientSession, EndsWhenTheSameHistoryKnowsItByAnotherNumber) {
  ScriptedSession scripted;
  scripted.open();
  ASSERT_TRUE(scripted.send());
  v1::Welcome welcome = ScriptedSession::welcome();
  welcome.set_device(8);
  scripted.reconnect(welcome);
  scripted.session->on_closed(1000, "");

  ASSERT_THAT(scripted.notes.endings, SizeIs(1));
  EXPECT_EQ(scripted.notes.endings[0].kind, Ending::Kind::kHistoryChanged);
}

TEST(ClientSession, HS6JoinsWithATokenOfItsOwnBeforeAnythingElse) {
  ScriptedSession scripted;
  scripted.open(join_welcome());
  const auto frames = scripted.frames();

  ASSERT_THAT(frames, SizeIs(2));
  const v1::Command command = command_of(frames[1]);
  EXPECT_EQ(command.join().token().size(), 16U);
  EXPECT_NE(command.join().token(), frames[0].hello().token());
  EXPECT_EQ(device_of(command.join().participant()), 7U);
  EXPECT_FALSE(scripted.session->can_write());
  EXPECT_EQ(scripted.notes.lives, 0);
}

TEST(ClientSession, HS6IsLiveWhenItHasJoined) {
  ScriptedSession scripted;
  scripted.open(join_welcome());
  scripted.receive(entry(1, 7, 1));

  EXPECT_EQ(scripted.notes.lives, 1);
  EXPECT_TRUE(scripted.session->can_write());
  EXPECT_NE(scripted.session->participant(), 0U);
  // Joining is the session's own affair.
  EXPECT_THAT(scripted.notes.outcomes, IsEmpty());
}

TEST(ClientSession, HS6ComesBackWithItsPersonalToken) {
  ScriptedSession scripted;
  scripted.open(join_welcome());
  const std::string personal = command_of(scripted.frames()[1]).join().token();
  scripted.receive(entry(1, 7, 1));
  scripted.session->on_closed(1006, "");
  scripted.clock.advance(scripted.notes.retry_in);
  scripted.session->tick();
  scripted.session->on_open();

  EXPECT_EQ(scripted.frames()[0].hello().token(), personal);
}

TEST(ClientSession, HS6JoinsOnceWhenTheAnswerWasLost) {
  ScriptedSession scripted;
  scripted.open(join_welcome());
  const v1::Command first = command_of(scripted.frames()[1]);
  scripted.reconnect(join_welcome());
  const auto frames = scripted.frames();

  ASSERT_THAT(frames, SizeIs(2));
  EXPECT_EQ(frames[1].commands().commands(0).number(), 1U);
  EXPECT_EQ(command_of(frames[1]).SerializeAsString(), first.SerializeAsString());
}

TEST(ClientSession, HS4JoinsNobodyWhoOnlyLooks) {
  SessionOptions options = ScriptedSession::with_token();
  options.joins = false;
  ScriptedSession scripted(options);
  scripted.open(join_welcome());

  EXPECT_THAT(scripted.numbers(), IsEmpty());
  EXPECT_EQ(scripted.notes.lives, 1);
  EXPECT_FALSE(scripted.session->can_write());
}

TEST(ClientSession, EndsWhenItMayNotJoin) {
  ScriptedSession scripted;
  scripted.open(join_welcome());
  scripted.receive(rejection(1, v1::REJECTION_CODE_LIMIT));
  scripted.session->on_closed(1000, "");

  ASSERT_THAT(scripted.notes.endings, SizeIs(1));
  EXPECT_EQ(scripted.notes.endings[0].kind, Ending::Kind::kRejected);
}

TEST(ClientSession, CannotWriteWithALinkThatOnlyShows) {
  ScriptedSession scripted;
  v1::Welcome welcome = ScriptedSession::welcome();
  welcome.set_device(0);
  scripted.open(welcome);

  EXPECT_TRUE(scripted.session->live());
  EXPECT_FALSE(scripted.session->can_write());
}

}  // namespace
}  // namespace rebond
