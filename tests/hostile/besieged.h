// A café that goes on while somebody attacks its server.
#pragma once

#include <atomic>
#include <cstdint>
#include <gtest/gtest.h>
#include <memory>
#include <thread>

#include "loadtest/attack.h"
#include "loadtest/own_server.h"
#include "loadtest/stage.h"

namespace rebond {

/// The real server with one café. Its own people are a captain who writes, another captain, the
/// screen and three participants. Afterwards, in every test: the server's memory has never grown
/// by more than kGrowthMaxBytes, and it holds no socket but those of its own people.
class Besieged : public testing::Test {
 protected:
  /// Far more than any attack may cost, far less than one of them could take.
  static constexpr std::uint64_t kGrowthMaxBytes = 64ULL * 1024 * 1024;

  Besieged();
  ~Besieged() override;

  void TearDown() override;

  /// The captain's words reach everybody, each once, in 40 ideas of about `bytes` each.
  void expect_everybody_is_served(std::size_t bytes = 60);

  /// Somebody who was not here before can come in.
  void expect_newcomers_are_let_in();

  /// Of the second captain, for other devices than the captain's own.
  loadtest::AttackTarget target() const;

  const loadtest::OwnServer& server() const { return server_; }
  const loadtest::CafeOnStage& cafe() const { return *cafe_; }

 private:
  loadtest::OwnServer server_;
  std::optional<loadtest::CafeOnStage> cafe_;
  loadtest::Stage stage_;
  loadtest::LoadClient* captain_ = nullptr;
  std::size_t own_sockets_ = 0;
  std::uint64_t own_memory_ = 0;
  std::uint64_t written_ = 0;
};

/// An attack of the load test, on a thread of its own until it is destroyed.
class Attacking {
 public:
  Attacking(loadtest::AttackKind kind, const loadtest::AttackTarget& target);
  ~Attacking();
  Attacking(const Attacking&) = delete;
  Attacking& operator=(const Attacking&) = delete;

  /// Waits until the attack has asked so often whether to go on.
  void wait_for_ticks(int ticks) const;

  /// Ends it; how many connections were made.
  std::size_t stop();

 private:
  std::atomic<bool> goes_on_ = true;
  std::atomic<int> ticks_ = 0;
  std::atomic<std::size_t> made_ = 0;
  std::thread thread_;
};

}  // namespace rebond
