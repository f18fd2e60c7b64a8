// How fast one device may send commands.
#pragma once

#include <algorithm>
#include <cstdint>

#include "base/clock.h"

namespace rebond {

/// A bucket that fills at a rate and holds a burst.
class TokenBucket {
 public:
  TokenBucket(std::uint32_t per_second, std::uint32_t burst, MonotonicMs now)
      : per_second_(per_second), burst_(burst), tokens_(burst), at_(now) {}

  /// 0 and one token less, or the milliseconds until there is one.
  std::uint32_t take(MonotonicMs now) {
    tokens_ =
        std::min<double>(burst_, tokens_ + static_cast<double>(now - at_) / 1000.0 * per_second_);
    at_ = now;
    if (tokens_ >= 1) {
      tokens_ -= 1;
      return 0;
    }
    return static_cast<std::uint32_t>((1 - tokens_) * 1000.0 / per_second_) + 1;
  }

 private:
  double per_second_;
  double burst_;
  double tokens_;
  MonotonicMs at_;
};

}  // namespace rebond
