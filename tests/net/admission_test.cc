// How many connections are taken, and how many guesses at join codes.
#include "net/admission.h"

#include <gtest/gtest.h>

#include "net/join_attempts.h"

namespace rebond {
namespace {

Limits small_limits() {
  Limits limits;
  limits.connections_per_address = 2;
  limits.pending_handshakes = 3;
  return limits;
}

TEST(Admission, TellsOneConnectionTooManyFromAnAddress) {
  const Limits limits = small_limits();
  Admission admission(limits);
  const auto first = admission.admit("10.0.0.1");
  const auto second = admission.admit("10.0.0.1");
  const auto third = admission.admit("10.0.0.1");

  EXPECT_TRUE(second->within_limit());
  EXPECT_FALSE(third->within_limit());
}

TEST(Admission, CountsEachAddressByItself) {
  const Limits limits = small_limits();
  Admission admission(limits);
  const auto first = admission.admit("10.0.0.1");
  const auto second = admission.admit("10.0.0.1");

  EXPECT_TRUE(admission.admit("10.0.0.2")->within_limit());
}

TEST(Admission, ForgetsAConnectionThatIsGone) {
  const Limits limits = small_limits();
  Admission admission(limits);
  const auto first = admission.admit("10.0.0.1");
  for (int again = 0; again < 10; ++again) {
    EXPECT_TRUE(admission.admit("10.0.0.1")->within_limit());
  }
  EXPECT_EQ(admission.connections(), 1U);
}

TEST(Admission, HT13MakesRoomForANewcomerWhenTooManyHandshakesArePending) {
  const Limits limits = small_limits();
  Admission admission(limits);
  std::string evicted;
  auto first = admission.admit("10.0.0.1");
  auto second = admission.admit("10.0.0.2");
  auto third = admission.admit("10.0.0.3");
  first->when_evicted([&] { evicted += "first "; });
  second->when_evicted([&] { evicted += "second "; });
  third->when_evicted([&] { evicted += "third "; });
  first->handshake_done();
  const auto fourth = admission.admit("10.0.0.4");
  EXPECT_EQ(evicted, "");

  EXPECT_TRUE(admission.admit("10.0.0.5"));
  EXPECT_EQ(evicted, "second ");
  EXPECT_LE(admission.pending(), 3U);
}

TEST(Admission, HT13TakesNobodyWhenNoPendingHandshakeCanMakeRoom) {
  const Limits limits = small_limits();
  Admission admission(limits);
  const auto first = admission.admit("10.0.0.1");
  const auto second = admission.admit("10.0.0.2");
  const auto third = admission.admit("10.0.0.3");
  EXPECT_FALSE(admission.admit("10.0.0.4"));
}

TEST(Admission, HT13EvictsNoConnectionThatIsGone) {
  const Limits limits = small_limits();
  Admission admission(limits);
  bool evicted = false;
  auto gone = admission.admit("10.0.0.1");
  gone->when_evicted([&] { evicted = true; });
  gone.reset();
  const auto first = admission.admit("10.0.0.2");
  const auto second = admission.admit("10.0.0.3");
  const auto third = admission.admit("10.0.0.4");
  EXPECT_FALSE(admission.admit("10.0.0.5"));
  EXPECT_FALSE(evicted);
}

TEST(Admission, HT13TakesNoMoreConnectionsThanTheLimitAndTheSystemAllow) {
  Limits limits;
  limits.connections = 3;
  Admission few(limits);
  Admission fewer(limits, 1);
  const auto first = few.admit("10.0.0.1");
  const auto second = few.admit("10.0.0.2");
  const auto third = few.admit("10.0.0.3");
  const auto only = fewer.admit("10.0.0.1");
  EXPECT_FALSE(few.admit("10.0.0.4"));
  EXPECT_FALSE(fewer.admit("10.0.0.2"));
}

TEST(Admission, CountsAConnectionOnceHoweverItsTicketMoves) {
  const Limits limits = small_limits();
  Admission admission(limits);
  auto first = admission.admit("10.0.0.1");
  const Admission::Ticket moved = *std::move(first);

  EXPECT_EQ(admission.connections(), 1U);
}

TEST(Admission, TellsWhenTheLastDeviceIsGone) {
  const Limits limits = small_limits();
  Admission admission(limits);
  auto device = admission.admit("10.0.0.1");
  device->goes_live();
  bool told = false;
  admission.when_nobody_is_live([&] { told = true; });
  EXPECT_FALSE(told);

  device.reset();
  EXPECT_TRUE(told);
}

TEST(Admission, TellsAtOnceWhenNoDeviceIsConnected) {
  const Limits limits = small_limits();
  Admission admission(limits);
  const auto page = admission.admit("10.0.0.1");
  bool told = false;
  admission.when_nobody_is_live([&] { told = true; });

  EXPECT_TRUE(told);
}

void guess_wrong(JoinAttempts& attempts, const char* address, std::size_t times) {
  for (std::size_t time = 0; time < times; ++time) attempts.note_wrong(address);
}

TEST(JoinAttempts, HT8StopsAfterTwentyWrongCodesInAMinute) {
  const ManualClock clock;
  JoinAttempts attempts(clock);
  guess_wrong(attempts, "10.0.0.1", 19);
  EXPECT_TRUE(attempts.allowed("10.0.0.1"));

  attempts.note_wrong("10.0.0.1");
  EXPECT_FALSE(attempts.allowed("10.0.0.1"));
  EXPECT_TRUE(attempts.allowed("10.0.0.2"));
}

TEST(JoinAttempts, HT8AllowsAgainAMinuteLater) {
  ManualClock clock;
  JoinAttempts attempts(clock);
  guess_wrong(attempts, "10.0.0.1", 20);
  clock.advance(59'999);
  EXPECT_FALSE(attempts.allowed("10.0.0.1"));

  clock.advance(1);
  EXPECT_TRUE(attempts.allowed("10.0.0.1"));
}

TEST(JoinAttempts, HT8BoundsTheGuessesOfAllAddressesTogether) {
  ManualClock clock;
  JoinAttempts attempts(clock);
  for (std::size_t other = 0; other < JoinAttempts::kWrongMaxOfAll; ++other) {
    attempts.note_wrong("guesser " + std::to_string(other));
  }
  EXPECT_FALSE(attempts.allowed("10.0.0.1"));

  clock.advance(JoinAttempts::kWindowMs);
  EXPECT_TRUE(attempts.allowed("10.0.0.1"));
}

TEST(JoinAttempts, HT8KeepsNoMoreAddressesThanItSays) {
  ManualClock clock;
  JoinAttempts attempts(clock);
  guess_wrong(attempts, "10.0.0.1", 20);
  for (std::size_t other = 1; other < JoinAttempts::kAddressesMax; ++other) {
    attempts.note_wrong("other " + std::to_string(other));
  }
  EXPECT_FALSE(attempts.allowed("10.0.0.1"));

  clock.advance(JoinAttempts::kWindowMs);
  attempts.note_wrong("one more");
  EXPECT_TRUE(attempts.allowed("10.0.0.1"));
}

}  // namespace
}  // namespace rebond
