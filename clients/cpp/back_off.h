// How long to wait before the next attempt to connect.
#pragma once

#include "base/clock.h"
#include "base/random.h"

namespace rebond {

/// Full jitter under a ceiling of 0.5 s that grows by 1.5 up to 30 s, so that a hall whose access
/// point restarts does not come back in one instant.
class BackOff {
 public:
  static constexpr double kFirstMs = 500;
  static constexpr double kGrowth = 1.5;
  static constexpr double kMaxMs = 30'000;

  /// The next wait, in [0, ceiling()) milliseconds; raises the ceiling.
  MonotonicMs next(Random& random);

  /// The connection works: start over.
  void reset() { ceiling_ms_ = kFirstMs; }

  double ceiling_ms() const { return ceiling_ms_; }

 private:
  double ceiling_ms_ = kFirstMs;
};

}  // namespace rebond
