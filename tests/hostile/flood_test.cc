// Attacks with numbers: more messages than anybody has reason to send.
#include <gmock/gmock.h>

#include "tests/conformance/frames.h"
#include "tests/hostile/besieged.h"
#include "tests/hostile/intruder.h"

namespace rebond {
namespace {

using conformance::binary;
using loadtest::AttackKind;

// More than a device may send at once, and more than it may be refused.
constexpr int kFlood = 3'000;

class FloodAttack : public Besieged {
 protected:
  std::string repeated(const std::string& frame, int times = kFlood) const {
    std::string bytes;
    for (int i = 0; i < times; ++i) bytes += frame;
    return bytes;
  }

  /// What the server closes with when an intruder sends these bytes at once.
  unsigned close_code_of(const std::string& bytes) const {
    Intruder intruder(target());
    intruder.client().send(bytes);
    return intruder.close_code();
  }
};

TEST_F(FloodAttack, DevicesThatSendAllTheyCanAreNotNoticed) {
  Attacking attack(AttackKind::kFlood, target());
  attack.wait_for_ticks(50);
  expect_everybody_is_served();
  expect_newcomers_are_let_in();
}

TEST_F(FloodAttack, HS8ClosesAFloodOfPresence) {
  v1::ClientFrame frame;
  frame.mutable_presence()->set_hand_raised(true);
  EXPECT_EQ(close_code_of(repeated(binary(frame.SerializeAsString()))), 4007U);
  expect_everybody_is_served();
}

TEST_F(FloodAttack, HS8ClosesAFloodOfQuestions) {
  EXPECT_EQ(close_code_of(repeated(binary(conformance::question(1)))), 4007U);
  expect_everybody_is_served();
}

TEST_F(FloodAttack, HS8ClosesAFloodOfPings) {
  EXPECT_EQ(close_code_of(repeated(conformance::ping("flood"))), 4007U);
  expect_everybody_is_served();
}

TEST_F(FloodAttack, HS8ClosesAFloodOfPongs) {
  EXPECT_EQ(close_code_of(repeated(conformance::pong("flood"))), 4007U);
  expect_everybody_is_served();
}

TEST_F(FloodAttack, HS8ClosesWhoAsksForSnapshotsAgainAndAgain) {
  v1::ClientFrame frame;
  frame.mutable_diverged()->set_seq(1);
  EXPECT_EQ(close_code_of(repeated(binary(frame.SerializeAsString()))), 4007U);
  expect_everybody_is_served();
}

TEST_F(FloodAttack, HS9ClosesWhoIsRefusedAgainAndAgain) {
  v1::ClientFrame frame;
  frame.mutable_commands()->add_commands()->set_number(1'000);
  EXPECT_EQ(close_code_of(repeated(binary(frame.SerializeAsString()), 450)), 4007U);
  expect_everybody_is_served();
}

TEST_F(FloodAttack, EO6CommandsAboveTheRateDelayNobodyElse) {
  Intruder intruder(target());
  for (std::uint32_t first = 1; first < 3'000; first += 60) {
    v1::ClientFrame frame;
    for (std::uint32_t number = first; number < first + 60; ++number) {
      v1::NumberedCommand& command = *frame.mutable_commands()->add_commands();
      command.set_number(number);
      command.set_command("\xff");
    }
    intruder.send(frame);
  }
  expect_everybody_is_served();
}

TEST_F(FloodAttack, EmptyFragmentsWithoutEndDelayNobody) {
  Intruder intruder(target());
  intruder.client().send(conformance::fragment(conformance::kBinary, "", false));
  const std::string empty = conformance::fragment(conformance::kContinuation, "", false);
  intruder.client().send(repeated(empty, 100'000));
  expect_everybody_is_served();
}

TEST_F(FloodAttack, MessagesInFragmentsOfOneByteDelayNobody) {
  Intruder intruder(target());
  std::string message = conformance::fragment(conformance::kBinary, "x", false);
  message += repeated(conformance::fragment(conformance::kContinuation, "x", false), 65'534);
  for (int i = 0; i < 3; ++i) {
    intruder.client().send(message);
    expect_everybody_is_served();
  }
}

}  // namespace
}  // namespace rebond
