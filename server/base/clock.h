// Time as an input.
#pragma once

#include <cstdint>

namespace rebond {

/// Milliseconds on a clock that never goes backwards, from an arbitrary start.
using MonotonicMs = std::int64_t;

/// Where time comes from. Tests and the simulation have their own.
class Clock {
 public:
  virtual ~Clock() = default;

  virtual MonotonicMs monotonic_ms() const = 0;

  /// Milliseconds since 1970, as the machine believes; may be wrong and may jump.
  virtual double wall_ms() const = 0;
};

/// The machine's clocks.
class SystemClock final : public Clock {
 public:
  MonotonicMs monotonic_ms() const override;
  double wall_ms() const override;
};

/// A clock that stands still until it is told to move.
class ManualClock final : public Clock {
 public:
  MonotonicMs monotonic_ms() const override { return monotonic_ms_; }
  double wall_ms() const override { return wall_ms_; }

  void advance(MonotonicMs ms) {
    monotonic_ms_ += ms;
    wall_ms_ += static_cast<double>(ms);
  }

  /// The machine's date changes; the monotonic clock does not.
  void set_wall(double ms) { wall_ms_ = ms; }

 private:
  MonotonicMs monotonic_ms_ = 0;
  double wall_ms_ = 1'700'000'000'000.0;
};

}  // namespace rebond
