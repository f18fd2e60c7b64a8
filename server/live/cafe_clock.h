// The time of a café: never goes backwards, whatever the laptop believes (TM1).
#pragma once

#include <algorithm>

#include "base/clock.h"

namespace rebond {

/// Milliseconds since 1970: the larger of the last entry's time and the wall clock at the start,
/// and from there on the monotonic clock.
class CafeClock {
 public:
  CafeClock(const Clock& clock, double last_entry_ms)
      : clock_(clock),
        start_ms_(std::max(last_entry_ms, clock.wall_ms())),
        start_monotonic_ms_(clock.monotonic_ms()) {}

  double now_ms() const {
    return start_ms_ + static_cast<double>(clock_.monotonic_ms() - start_monotonic_ms_);
  }

 private:
  const Clock& clock_;
  double start_ms_;
  MonotonicMs start_monotonic_ms_;
};

}  // namespace rebond
