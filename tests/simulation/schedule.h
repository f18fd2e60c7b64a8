// What happens when: the one queue of events that drives a simulated world.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <utility>

#include "base/clock.h"

namespace rebond::sim {

/// Events in the order of their time, then of their making. The clock moves only here.
class Schedule {
 public:
  const ManualClock& clock() const { return clock_; }
  ManualClock& clock() { return clock_; }
  MonotonicMs now() const { return clock_.monotonic_ms(); }

  void in(MonotonicMs delay_ms, std::function<void()> event) {
    events_.emplace(std::pair{now() + delay_ms, ++made_}, std::move(event));
  }

  /// Runs the next event; false when there is none before `until`.
  bool step(MonotonicMs until) {
    if (events_.empty() || events_.begin()->first.first > until) return false;
    auto node = events_.extract(events_.begin());
    clock_.advance(node.key().first - now());
    node.mapped()();
    ++ran_;
    return true;
  }

  std::uint64_t ran() const { return ran_; }

 private:
  ManualClock clock_;
  std::uint64_t made_ = 0;
  std::uint64_t ran_ = 0;
  std::map<std::pair<MonotonicMs, std::uint64_t>, std::function<void()>> events_;
};

}  // namespace rebond::sim
