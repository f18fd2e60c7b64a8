// When a café has been kept long enough (rule ER6).
#pragma once

#include <cstdint>
#include <map>
#include <optional>

#include "base/clock.h"
#include "base/ids.h"

namespace rebond {

/// Looks at each café that has a time at most every hour. Not thread-safe.
///
/// The wall clock of a hall's laptop may be wrong by years, and what is removed is gone. So a café
/// is over only when the clock said so twice, an hour of running time apart and without a jump in
/// between, and when it is not years after everything that the data folder knows.
class Retention {
 public:
  struct Cafe {
    double last_entry_ms = 0;
    /// 0: kept until somebody removes it.
    std::uint32_t days = 0;
    bool somebody_is_here = false;
  };

  /// The clock must outlive this object.
  explicit Retention(const Clock& clock);

  /// Of each café that was there at the start, before anything is asked.
  void found_at_start(double last_entry_ms);

  /// True: it is to be removed now.
  bool is_over(const CafeId& id, const Cafe& cafe);

  /// When to ask again, in milliseconds from now; none when the café is kept for ever.
  std::optional<MonotonicMs> next_look_ms(const CafeId& id) const;

  void forget(const CafeId& id) { watched_.erase(id); }

 private:
  struct Look {
    MonotonicMs monotonic = 0;
    double wall = 0;
  };
  struct Watched {
    MonotonicMs next_look = 0;
    /// When it was last seen to be over.
    std::optional<Look> over;
  };

  bool is_plausible(const Look& now) const;

  const Clock& clock_;
  const MonotonicMs start_;
  /// The newest thing that the data folder knew at the start.
  std::optional<double> newest_ms_;
  std::map<CafeId, Watched> watched_;
};

/// The wall-clock time at which its time is over, milliseconds since 1970; none: never.
std::optional<double> retention_ends_ms(double last_entry_ms, std::uint32_t days);

}  // namespace rebond
