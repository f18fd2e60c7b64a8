// Attacks with connections: many, half open, silent, foreign, or that never read.
#include <gmock/gmock.h>

#include "loadtest/raw_socket.h"
#include "tests/hostile/besieged.h"
#include "tests/hostile/intruder.h"

namespace rebond {
namespace {

using loadtest::AttackKind;
using loadtest::RawSocket;
using testing::AnyOf;
using testing::Ge;

class ConnectionAttack : public Besieged {};

TEST_F(ConnectionAttack, FourThousandHalfOpenConnectionsKeepNobodyOut) {
  std::vector<RawSocket> silent;
  for (std::size_t i = 0; i < 4'000; ++i) {
    silent.emplace_back(target().port, i);
    ASSERT_TRUE(silent.back().is_open());
    // Those who come while it goes on find a place, too.
    if (i % 1'000 == 999) expect_newcomers_are_let_in();
  }
  expect_everybody_is_served();
}

TEST_F(ConnectionAttack, HalfOpenConnectionsThatComeAgainAndAgainKeepNobodyOut) {
  Attacking attack(AttackKind::kHalfOpen, target());
  attack.wait_for_ticks(50);
  expect_everybody_is_served();
  expect_newcomers_are_let_in();
  EXPECT_THAT(attack.stop(), Ge(256U));
}

TEST_F(ConnectionAttack, FiveThousandConnectionsThatComeAndGoLeaveNothing) {
  for (std::size_t i = 0; i < 5'000; ++i) {
    const RawSocket passer_by(target().port, i);
    ASSERT_TRUE(passer_by.is_open());
  }
  expect_everybody_is_served();
  expect_newcomers_are_let_in();
}

TEST_F(ConnectionAttack, ConnectionsThatComeAndGoWhileACafeGoesOnAreNotNoticed) {
  const Attacking attack(AttackKind::kChurn, target());
  attack.wait_for_ticks(50);
  expect_everybody_is_served();
}

TEST_F(ConnectionAttack, HS1ClosesAHundredWhoSayNoHello) {
  std::vector<std::unique_ptr<Intruder>> silent;
  for (int i = 0; i < 100; ++i) {
    silent.push_back(std::make_unique<Intruder>(target(), Intruder::Stage::kUpgraded));
  }
  expect_everybody_is_served();
  for (const auto& intruder : silent) EXPECT_EQ(intruder->close_code(), 4009U);
}

TEST_F(ConnectionAttack, CU7TwoHundredWhoDoNotReadDelayNobody) {
  std::vector<std::unique_ptr<Intruder>> stalled;
  for (int i = 0; i < 200; ++i) {
    stalled.push_back(std::make_unique<Intruder>(target(), Intruder::Stage::kWelcomed, 4'096));
  }
  // Enough to fill what the kernel keeps for a socket that nobody reads.
  for (int i = 0; i < 3; ++i) expect_everybody_is_served(3'900);
  for (const auto& intruder : stalled) EXPECT_TRUE(intruder->client().is_cut_off());
  // Who reads again within the grace finds the close frame; later, a cut line.
  EXPECT_THAT(stalled.front()->close_code(), AnyOf(4003U, 0U));
}

TEST_F(ConnectionAttack, HT2RefusesForeignPagesWhileACafeGoesOn) {
  for (const char* origin : {"null", "http://evil.example", "https://127.0.0.1.evil.example"}) {
    const std::string header = "Origin: " + std::string(origin) + "\r\n";
    for (int i = 0; i < 50; ++i) {
      RawClient page(target().port);
      EXPECT_EQ(page.upgrade(target().live_path, header).value_or(Answer{}).status, 403U);
    }
  }
  expect_everybody_is_served();
}

}  // namespace
}  // namespace rebond
