// How many commands a device may send now, counted as the server counts.
#pragma once

#include <cstdint>

#include "base/clock.h"

namespace rebond {

/// A bucket that fills with `per_second` commands a second up to `burst`.
///
/// Staying below the server's limit spares both sides the refusals: after one, all the commands
/// behind it come back as out of order.
class SendPace {
 public:
  /// A full bucket. `per_second` 0: no limit.
  void set(std::uint32_t per_second, std::uint32_t burst);

  /// The server said that it was too much: the bucket is empty.
  void exhaust(MonotonicMs now);

  /// Takes one command out; false when there is none.
  bool take(MonotonicMs now);

  /// When take() succeeds next, if nothing is taken meanwhile; not before `now`.
  MonotonicMs next(MonotonicMs now) const;

 private:
  double level(MonotonicMs now) const;

  double per_second_ = 0;
  double burst_ = 0;
  double level_ = 0;
  MonotonicMs filled_at_ = 0;
};

}  // namespace rebond
