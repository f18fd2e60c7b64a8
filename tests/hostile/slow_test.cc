// Attacks with patience: whatever takes too long is ended, and nobody waits for it.
#include <gmock/gmock.h>

#include "loadtest/raw_socket.h"
#include "tests/conformance/frames.h"
#include "tests/hostile/besieged.h"
#include "tests/hostile/intruder.h"

namespace rebond {
namespace {

using loadtest::AttackKind;
using loadtest::RawSocket;
using testing::Ge;

class SlowAttack : public Besieged {
 protected:
  /// So many connections that say this and no more.
  std::vector<std::unique_ptr<RawClient>> say_and_wait(const std::string& beginning) const {
    std::vector<std::unique_ptr<RawClient>> slow;
    for (int i = 0; i < 100; ++i) {
      slow.push_back(std::make_unique<RawClient>(target().port));
      slow.back()->send(beginning);
    }
    return slow;
  }
};

TEST_F(SlowAttack, HT4HeadersThatComeByteByByteAreCutOff) {
  Attacking attack(AttackKind::kSlowloris, target());
  attack.wait_for_ticks(50);
  expect_everybody_is_served();
  expect_newcomers_are_let_in();
  // Each second the same number had to come again.
  attack.wait_for_ticks(400);
  EXPECT_THAT(attack.stop(), Ge(500U));
}

TEST_F(SlowAttack, HT4AHalfUpgradeIsCutOff) {
  const auto slow = say_and_wait("GET " + target().live_path +
                                 " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
                                 "Connection: Upgrade\r\nSec-WebSocket-Ver");
  expect_everybody_is_served();
  for (const auto& client : slow) EXPECT_TRUE(client->is_cut_off());
}

TEST_F(SlowAttack, ABodyThatDoesNotEndIsCutOff) {
  const auto slow = say_and_wait(
      "POST /cafes HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\n{\"theme\":");
  expect_everybody_is_served();
  for (const auto& client : slow) EXPECT_TRUE(client->is_cut_off());
}

TEST_F(SlowAttack, HS1AHelloThatComesByteByByteIsStillInTime) {
  Intruder intruder(target(), Intruder::Stage::kUpgraded);
  for (const char byte : conformance::binary(hello_message(target().token, 1'000))) {
    intruder.client().send({&byte, 1});
  }
  EXPECT_TRUE(intruder.is_served());
  expect_everybody_is_served();
}

TEST_F(SlowAttack, HS1AHelloThatDoesNotEndIsClosed) {
  const std::string hello = conformance::binary(hello_message(target().token, 1'001));
  std::vector<std::unique_ptr<Intruder>> slow;
  for (int i = 0; i < 50; ++i) {
    slow.push_back(std::make_unique<Intruder>(target(), Intruder::Stage::kUpgraded));
    slow.back()->client().send(hello.substr(0, hello.size() - 1));
  }
  expect_everybody_is_served();
  for (const auto& intruder : slow) EXPECT_EQ(intruder->close_code(), 4009U);
}

TEST_F(SlowAttack, MessagesThatAreAnnouncedAndNeverComeDelayNobody) {
  const std::string message(64 * 1'024, 'x');
  const std::string frame = conformance::binary(message);
  std::vector<std::unique_ptr<Intruder>> slow;
  for (int i = 0; i < 200; ++i) {
    slow.push_back(std::make_unique<Intruder>(target()));
    // Some send the header alone, some all but the last byte: 100 times 64 KiB are held.
    slow.back()->client().send(frame.substr(0, i % 2 == 0 ? 14 : frame.size() - 1));
  }
  expect_everybody_is_served();
  expect_newcomers_are_let_in();
}

}  // namespace
}  // namespace rebond
