// How long to wait before the next attempt to connect.
#include "clients/cpp/back_off.h"

#include <algorithm>

namespace rebond {

MonotonicMs BackOff::next(Random& random) {
  const auto wait = random.below(static_cast<std::uint64_t>(ceiling_ms_));
  ceiling_ms_ = std::min(kMaxMs, ceiling_ms_ * kGrowth);
  return static_cast<MonotonicMs>(wait);
}

}  // namespace rebond
