// When the relay may send to everybody again.
#pragma once

#include <algorithm>

#include "base/clock.h"

namespace rebond {

/// Spaces flushes by a multiple of what the last one cost: a quiet café is instant, a crowded one
/// batches by itself.
class FlushPace {
 public:
  /// Milliseconds until a flush may start.
  MonotonicMs wait_ms(MonotonicMs now) const { return std::max<MonotonicMs>(next_ - now, 0); }

  /// A flush ran from `start` to `end`.
  void ran(MonotonicMs start, MonotonicMs end) {
    next_ = end + std::min((end - start) * kMultiple, kSpacingMaxMs);
  }

 private:
  // Three times the cost leaves three quarters of the thread to commands and the other cafés.
  static constexpr MonotonicMs kMultiple = 3;
  // People notice a delay from about 100 ms; half of it is left for the network and the screen.
  static constexpr MonotonicMs kSpacingMaxMs = 50;

  MonotonicMs next_ = 0;
};

}  // namespace rebond
