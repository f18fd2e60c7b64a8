// Tests of the outbox: numbers, resending, outcomes.
#include "clients/cpp/outbox.h"

#include <gmock/gmock.h>

#include "clients/cpp/send_pace.h"
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

class OutboxTest : public ::testing::Test {
 protected:
  void SetUp() override { ASSERT_TRUE(outbox_.open(ScriptedSession::welcome())); }

  void add(std::size_t count, const std::string& bytes = "c") {
    for (std::size_t i = 0; i < count; ++i) ASSERT_TRUE(outbox_.add(bytes));
  }

  /// The numbers of the next message; empty when there is nothing to send.
  std::vector<CommandNumber> take() {
    std::vector<CommandNumber> numbers;
    const auto batch = outbox_.take(now_);
    if (!batch) return numbers;
    for (const auto& command : batch->commands()) numbers.push_back(command.number());
    return numbers;
  }

  Outbox outbox_;
  MonotonicMs now_ = 0;
};

TEST_F(OutboxTest, MakesIdsOfItsDevice) {
  EXPECT_EQ(outbox_.new_id(), make_id(7, 1));
  EXPECT_EQ(outbox_.new_id(), make_id(7, 2));
}

TEST_F(OutboxTest, EO1NumbersCommandsFromOneWithoutAGap) {
  add(3);

  EXPECT_THAT(take(), ElementsAre(1, 2, 3));
}

TEST_F(OutboxTest, SendsEachCommandOnceOnAConnection) {
  add(1);
  take();

  EXPECT_THAT(take(), IsEmpty());
}

TEST_F(OutboxTest, EO1SendsWhatHasNoOutcomeAgainOnTheNextConnection) {
  add(3);
  take();
  outbox_.on_entry(entry(1, 7, 1));
  outbox_.close();
  v1::Welcome welcome = ScriptedSession::welcome();
  welcome.set_last_command(2);
  ASSERT_TRUE(outbox_.open(welcome));

  // 2 has an outcome on the server, and only asking again tells it.
  EXPECT_THAT(take(), ElementsAre(2, 3));
}

TEST_F(OutboxTest, SendsNothingWithoutAConnection) {
  add(1);
  outbox_.close();

  EXPECT_THAT(take(), IsEmpty());
  EXPECT_EQ(outbox_.next_take(now_), Outbox::kNever);
}

TEST_F(OutboxTest, GoesOnBehindTheLastCommandThatTheServerKnows) {
  Outbox fresh;
  v1::Welcome welcome = ScriptedSession::welcome();
  welcome.set_last_command(12);
  ASSERT_TRUE(fresh.open(welcome));

  EXPECT_EQ(*fresh.add("c"), 13U);
}

TEST_F(OutboxTest, EO3TakesAnEntryAsTheOutcome) {
  add(1);
  take();
  const auto outcome = outbox_.on_entry(entry(41, 7, 1));

  ASSERT_TRUE(outcome);
  EXPECT_TRUE(outcome->accepted);
  EXPECT_EQ(outcome->seq, 41U);
  EXPECT_EQ(outbox_.waiting(), 0U);
}

TEST_F(OutboxTest, TakesNoEntryOfAnotherDevice) {
  add(1);
  take();

  EXPECT_FALSE(outbox_.on_entry(entry(41, 8, 1)));
}

TEST_F(OutboxTest, TellsAnOutcomeOnce) {
  add(1);
  take();
  outbox_.on_entry(entry(41, 7, 1));

  EXPECT_FALSE(outbox_.on_result(accepted(1, 41), now_));
}

TEST_F(OutboxTest, TakesARejectionAsTheOutcome) {
  add(1);
  take();
  const auto outcome = outbox_.on_result(rejection(1, v1::REJECTION_CODE_FORBIDDEN), now_);

  ASSERT_TRUE(outcome);
  EXPECT_FALSE(outcome->accepted);
  EXPECT_EQ(rejection_name(outcome->rejection.code()), "FORBIDDEN");
}

TEST_F(OutboxTest, EO6SendsAgainFromARefusedNumberAfterItsWait) {
  add(4);
  take();
  EXPECT_FALSE(outbox_.on_result(rejection(2, v1::REJECTION_CODE_OVERLOADED, 300), now_));
  EXPECT_THAT(take(), IsEmpty());
  EXPECT_EQ(outbox_.next_take(now_), 300);
  now_ = 300;

  EXPECT_THAT(take(), ElementsAre(2, 3, 4));
}

TEST_F(OutboxTest, EO6WaitsOnAFullDiskUntilTheServerIsWritable) {
  add(1);
  take();
  outbox_.on_result(rejection(1, v1::REJECTION_CODE_READ_ONLY), now_);
  EXPECT_THAT(take(), IsEmpty());
  outbox_.retry_now();

  EXPECT_THAT(take(), ElementsAre(1));
}

TEST_F(OutboxTest, EO2SendsAgainFromTheFirstWhenOneCameOutOfOrder) {
  add(3);
  take();
  outbox_.on_result(rejection(3, v1::REJECTION_CODE_OUT_OF_ORDER), now_);
  now_ = outbox_.next_take(now_);

  EXPECT_THAT(take(), ElementsAre(1, 2, 3));
}

TEST_F(OutboxTest, HasAtMost64CommandsOnTheWay) {
  add(70);
  EXPECT_THAT(take(), SizeIs(64));
  EXPECT_THAT(take(), IsEmpty());
  outbox_.on_entry(entry(1, 7, 1));

  EXPECT_THAT(take(), ElementsAre(65));
}

TEST_F(OutboxTest, FillsNoMessageAboveTheLimit) {
  v1::Welcome welcome = ScriptedSession::welcome();
  welcome.mutable_limits()->set_message_bytes(10'000);
  welcome.mutable_limits()->set_commands_unacknowledged(64);
  ASSERT_TRUE(outbox_.open(welcome));
  add(3, std::string(4'000, 'x'));

  EXPECT_THAT(take(), ElementsAre(1, 2));
  EXPECT_THAT(take(), ElementsAre(3));
}

TEST_F(OutboxTest, RefusesACommandThatNoMessageCanHold) {
  EXPECT_EQ(outbox_.add(std::string(64 * 1024, 'x')).error().kind, ErrorKind::kInvalid);
}

TEST_F(OutboxTest, KeepsTheOrderWhenABatchHasAHole) {
  add(3);
  take();
  outbox_.on_result(rejection(2, v1::REJECTION_CODE_FORBIDDEN), now_);
  outbox_.send_all_again();

  EXPECT_THAT(take(), ElementsAre(1));
  EXPECT_THAT(take(), ElementsAre(3));
}

TEST_F(OutboxTest, RefusesAHistoryThatLostWhatWasAcknowledged) {
  add(2);
  take();
  outbox_.on_entry(entry(1, 7, 1));
  outbox_.close();

  EXPECT_EQ(outbox_.open(ScriptedSession::welcome()).error().kind, ErrorKind::kCorrupt);
}

TEST_F(OutboxTest, RefusesAnotherDeviceNumberWhileCommandsWait) {
  add(1);
  v1::Welcome welcome = ScriptedSession::welcome();
  welcome.set_device(8);

  EXPECT_FALSE(outbox_.open(welcome));
}

TEST_F(OutboxTest, StaysWithinTheRateThatTheServerAnnounces) {
  v1::Welcome welcome = ScriptedSession::welcome();
  welcome.mutable_limits()->set_message_bytes(65'536);
  welcome.mutable_limits()->set_commands_unacknowledged(64);
  welcome.mutable_limits()->set_commands_per_second(10);
  welcome.mutable_limits()->set_commands_burst(3);
  ASSERT_TRUE(outbox_.open(welcome));
  add(5);

  EXPECT_THAT(take(), SizeIs(3));
  EXPECT_EQ(outbox_.next_take(now_), 100);
  now_ = 100;
  EXPECT_THAT(take(), SizeIs(1));
}

TEST(SendPace, StartsAfreshAfterTheServerSaidTooMuch) {
  SendPace pace;
  pace.set(10, 5);
  pace.exhaust(1'000);

  EXPECT_FALSE(pace.take(1'099));
  EXPECT_TRUE(pace.take(1'100));
}

TEST(SendPace, HasNoLimitWhenNoneIsAnnounced) {
  SendPace pace;

  EXPECT_TRUE(pace.take(0));
  EXPECT_EQ(pace.next(5), 5);
}

}  // namespace
}  // namespace rebond
