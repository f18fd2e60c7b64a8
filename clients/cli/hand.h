// One device of an evening that is played: it does one thing after the other.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>

#include "base/result.h"
#include "clients/cpp/link.h"
#include "clients/cpp/live_client.h"

namespace rebond::cli {

/// A connection whose commands wait for their outcomes. Every call runs the event loop that the
/// hands of an evening share, so the others receive meanwhile. Fails when the server refuses, or
/// says nothing for `patience`.
class Hand final : public SessionObserver {
 public:
  Hand(Surroundings around, const CafeLink& link, std::chrono::milliseconds patience);

  /// Connects, and returns when the café is here.
  Result<void> arrive();
  /// Sends a command and returns what became of it when it was accepted.
  Result<Outcome> give(v1::Command command);
  /// Returns when the café is as it should be; `what` names it in the error.
  Result<void> wait_for(const std::function<bool(const State&)>& there, const char* what);
  void leave();

  Id new_id() { return session().new_id(); }
  const State& state() const { return client_.session().state(); }
  /// The captain's table, 0 for other roles.
  Id table() const { return client_.session().welcome().table(); }
  /// The links that were given out, for a facilitator.
  const v1::AccessList& access() const { return access_; }

 private:
  void on_live() override { live_ = true; }
  void on_outcome(const Outcome& outcome) override { outcome_ = outcome; }
  void on_access_list(const v1::AccessList& list) override { access_ = list; }
  void on_ended(const Ending& ending) override { ending_ = ending; }

  ClientSession& session() { return client_.session(); }
  Result<void> run_until(const std::function<bool()>& done, const char* what);

  Surroundings around_;
  std::chrono::milliseconds patience_;
  LiveClient client_;
  bool live_ = false;
  std::optional<Outcome> outcome_;
  std::optional<Ending> ending_;
  v1::AccessList access_;
};

}  // namespace rebond::cli
