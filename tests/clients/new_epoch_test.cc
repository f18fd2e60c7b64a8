// Tests of a device over a new epoch: a restored, moved or rewritten café.
#include <gmock/gmock.h>

#include "clients/cpp/own_ids.h"
#include "tests/clients/scripted_session.h"

namespace rebond {
namespace {

using testing::accepted;
using ::testing::ElementsAre;
using testing::entry;
using ::testing::IsEmpty;
using testing::rejection;
using testing::ScriptedSession;
using testing::snapshot_frame;
using testing::state_at;

constexpr DeviceNumber kNewDevice = 1'048'583;

/// The Welcome of the café after a restore.
v1::Welcome restored(DeviceNumber device, CommandNumber last_command = 0) {
  v1::Welcome welcome = ScriptedSession::welcome();
  welcome.set_epoch(100);
  welcome.set_mode(v1::RESUME_MODE_SNAPSHOT);
  welcome.set_device(device);
  welcome.set_last_command(last_command);
  welcome.set_head(1);
  return welcome;
}

v1::Command add_card(Id card, Id run) {
  v1::Command command;
  command.mutable_add_card()->set_card(card);
  command.mutable_add_card()->set_run(run);
  command.mutable_add_card()->set_table(3);
  return command;
}

class NewEpoch : public ::testing::Test {
 protected:
  void SetUp() override {
    scripted_.open();
    scripted_.receive(entry(1));
    scripted_.frames();
  }

  ClientSession& session() { return *scripted_.session; }

  void send(std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) ASSERT_TRUE(scripted_.send());
  }

  /// The commands that were sent since the last call, by number.
  std::map<CommandNumber, v1::Command> sent() {
    std::map<CommandNumber, v1::Command> out;
    for (const v1::ClientFrame& frame : scripted_.frames()) {
      for (const auto& command : frame.commands().commands()) {
        EXPECT_TRUE(out[command.number()].ParseFromString(command.command()));
      }
    }
    return out;
  }

  /// The Hello that the next connection begins with.
  v1::Hello next_hello() {
    scripted_.session->on_closed(1006, "");
    scripted_.clock.advance(scripted_.notes.retry_in);
    scripted_.session->tick();
    scripted_.frames();
    scripted_.session->on_open();
    return scripted_.frames().at(0).hello();
  }

  ScriptedSession scripted_;
};

TEST_F(NewEpoch, EP2KeepsTheOldEpochUntilTheSnapshotIsWhole) {
  next_hello();
  scripted_.receive(restored(kNewDevice));

  EXPECT_EQ(next_hello().resume_epoch(), 99U);
  scripted_.receive(restored(kNewDevice));
  scripted_.receive(snapshot_frame(state_at(1)));
  EXPECT_EQ(next_hello().resume_epoch(), 100U);
}

TEST_F(NewEpoch, EP2HoldsTheRestoredCafeAndNoMore) {
  scripted_.receive(entry(2));
  next_hello();
  scripted_.receive(restored(kNewDevice));
  scripted_.receive(snapshot_frame(state_at(1)));

  EXPECT_EQ(session().state().seq(), 1U);
  EXPECT_EQ(session().state().digest(), state_at(1).digest());
}

TEST_F(NewEpoch, EP3NumbersItsWaitingCommandsAnewAsTheNewDevice) {
  send(2);
  scripted_.receive(accepted(1, 2));
  next_hello();
  scripted_.receive(restored(kNewDevice));
  scripted_.receive(snapshot_frame(state_at(1)));

  EXPECT_THAT(sent(), ElementsAre(::testing::Key(1)));
}

TEST_F(NewEpoch, EP3TellsTheOutcomeUnderTheNumberThatSendGave) {
  send(2);
  scripted_.receive(accepted(1, 2));
  next_hello();
  scripted_.receive(restored(kNewDevice));
  scripted_.receive(snapshot_frame(state_at(1)));
  scripted_.receive(entry(2, kNewDevice, 1));

  EXPECT_EQ(scripted_.notes.outcomes.back().number, 2U);
  EXPECT_EQ(scripted_.notes.outcomes.back().seq, 2U);
  EXPECT_EQ(session().waiting(), 0U);
}

TEST_F(NewEpoch, EP3RewritesTheIdsThatWaitingCommandsMakeEverywhereInThem) {
  const Id card = session().new_id();
  const Id run = session().new_id();
  ASSERT_TRUE(session().send(add_card(card, run)));
  v1::Command link;
  link.mutable_add_link()->set_link(session().new_id());
  link.mutable_add_link()->set_from(card);
  link.mutable_add_link()->set_to(make_id(5, 1));
  ASSERT_TRUE(session().send(link));
  next_hello();
  scripted_.receive(restored(kNewDevice));
  auto commands = sent();

  EXPECT_EQ(commands[1].add_card().card(), make_id(kNewDevice, 1));
  EXPECT_EQ(commands[1].add_card().run(), make_id(kNewDevice, 2));
  EXPECT_EQ(commands[1].add_card().table(), 3U);
  EXPECT_EQ(commands[2].add_link().link(), make_id(kNewDevice, 3));
  EXPECT_EQ(commands[2].add_link().from(), make_id(kNewDevice, 1));
  EXPECT_EQ(commands[2].add_link().to(), make_id(5, 1));
}

TEST_F(NewEpoch, EP3KeepsTheIdsOfWhatWasDoneBefore) {
  const Id card = session().new_id();
  ASSERT_TRUE(session().send(add_card(card, session().new_id())));
  scripted_.receive(entry(2, 7, 1));
  v1::Command withdraw;
  withdraw.mutable_withdraw()->mutable_what()->set_id(card);
  ASSERT_TRUE(session().send(withdraw));
  next_hello();
  scripted_.receive(restored(kNewDevice));

  EXPECT_EQ(sent()[1].withdraw().what().id(), card);
}

TEST_F(NewEpoch, EP3SaysWhatAnIdIsCalledNow) {
  const Id card = session().new_id();
  ASSERT_TRUE(session().send(add_card(card, session().new_id())));
  next_hello();
  scripted_.receive(restored(kNewDevice));

  EXPECT_EQ(session().renamed(card), make_id(kNewDevice, 1));
  EXPECT_EQ(session().renamed(make_id(5, 1)), make_id(5, 1));
}

TEST_F(NewEpoch, EP3RewritesWhatIsSentLaterWithAnIdFromBefore) {
  const Id card = session().new_id();
  const Id run = session().new_id();
  next_hello();
  scripted_.receive(restored(kNewDevice));
  ASSERT_TRUE(session().send(add_card(card, run)));

  EXPECT_EQ(sent()[1].add_card().card(), make_id(kNewDevice, 1));
}

TEST_F(NewEpoch, EP3AsksUnderTheOldKeyForTheOutcomesThatTheCafeMayKnow) {
  send(3);
  const std::string key = next_hello().device_key();
  scripted_.receive(restored(7, 2));

  // The third was never decided there: under the old number nobody may decide it.
  EXPECT_THAT(scripted_.numbers(), ElementsAre(1, 2));
  scripted_.receive(accepted(1, 1));
  EXPECT_EQ(scripted_.transport.closes, 0);
  scripted_.receive(rejection(2, v1::REJECTION_CODE_FORBIDDEN));
  EXPECT_EQ(scripted_.transport.closes, 1);
  EXPECT_NE(next_hello().device_key(), key);
}

TEST_F(NewEpoch, EP3SendsWhatWasNotDecidedUnderTheNewKey) {
  send(2);
  next_hello();
  scripted_.receive(restored(7, 1));
  scripted_.receive(accepted(1, 1));
  next_hello();
  scripted_.receive(restored(kNewDevice));

  EXPECT_THAT(scripted_.numbers(), ElementsAre(1));
  scripted_.receive(accepted(1, 2));
  EXPECT_EQ(scripted_.notes.outcomes.size(), 2U);
  EXPECT_EQ(scripted_.notes.outcomes[1].number, 2U);
}

TEST_F(NewEpoch, EP3AsksAgainWhenTheConnectionIsLostMeanwhile) {
  send(2);
  const std::string key = next_hello().device_key();
  scripted_.receive(restored(7, 1));
  EXPECT_EQ(next_hello().device_key(), key);
  scripted_.receive(restored(7, 1));

  EXPECT_THAT(scripted_.numbers(), ElementsAre(1));
}

TEST_F(NewEpoch, EP3TakesANewKeyAlsoWhenNothingWaits) {
  const std::string key = next_hello().device_key();
  scripted_.receive(restored(7, 0));

  EXPECT_NE(next_hello().device_key(), key);
}

TEST_F(NewEpoch, EP3GoesLiveOnlyAsTheNewDevice) {
  const int lives = scripted_.notes.lives;
  next_hello();
  scripted_.receive(restored(7, 0));
  EXPECT_EQ(scripted_.notes.lives, lives);
  next_hello();
  scripted_.receive(restored(kNewDevice));
  scripted_.receive(snapshot_frame(state_at(1)));

  EXPECT_EQ(scripted_.notes.lives, lives + 1);
}

TEST_F(NewEpoch, EP3SendsNoBaseSeqBeyondTheRestoredHead) {
  scripted_.receive(entry(2));
  scripted_.receive(entry(3));
  send(1);
  next_hello();
  scripted_.receive(restored(kNewDevice));

  EXPECT_EQ(sent()[1].base_seq(), 1U);
}

TEST_F(NewEpoch, AReaderJustTakesTheSnapshot) {
  ScriptedSession reader;
  v1::Welcome welcome = ScriptedSession::welcome();
  welcome.set_device(0);
  reader.open(welcome);
  reader.reconnect(restored(0));
  reader.receive(snapshot_frame(state_at(1)));

  EXPECT_EQ(reader.notes.lives, 2);
  EXPECT_THAT(reader.notes.endings, IsEmpty());
}

TEST_F(NewEpoch, EndsWhenItMayOnlyLookThereAndCommandsWait) {
  send(1);
  scripted_.reconnect(restored(0));
  session().on_closed(1000, "");

  EXPECT_EQ(scripted_.notes.endings.size(), 1U);
}

TEST(OwnIds, EP3FollowsAnIdOverSeveralEpochs) {
  OwnIds ids;
  ids.become(7);
  const Id card = ids.make();
  v1::Command command = add_card(card, ids.make());
  ids.become(8);
  ids.claim(command);
  ids.become(9);
  ids.claim(command);

  EXPECT_EQ(command.add_card().card(), make_id(9, 1));
  EXPECT_EQ(ids.renamed(card), make_id(9, 1));
}

TEST(OwnIds, EP3RenamesEachCopiedRun) {
  OwnIds ids;
  ids.become(7);
  v1::Command copy;
  copy.mutable_copy_text()->set_first_run(make_id(7, 10));
  v1::Range& range = *copy.mutable_copy_text()->add_ranges();
  range.set_from(2);
  range.set_to(5);
  ids.become(8);
  ids.claim(copy);

  EXPECT_EQ(copy.copy_text().first_run(), make_id(8, 1));
  EXPECT_EQ(ids.renamed(make_id(7, 12)), make_id(8, 3));
  EXPECT_EQ(ids.make(), make_id(8, 4));
}

}  // namespace
}  // namespace rebond
