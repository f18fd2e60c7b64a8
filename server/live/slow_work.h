// The slow work that a café asks for: who sits where, which ideas converge.
#pragma once

#include <memory>
#include <optional>

#include "base/clock.h"
#include "live/cafe.h"
#include "live/environment.h"

namespace rebond {

class Suggester;

/// Watches one café for what its records say is wanted, has it done aside on an immutable copy, and
/// brings the answer back as an entry of the server's own (rules PL, SG). What was wanted when the
/// server stopped is still wanted when it starts. At most one job of each kind at a time. Used on
/// the thread of the café; answers that come after its end are dropped.
class SlowWork {
 public:
  SlowWork(const Environment& environment, Cafe& cafe);
  ~SlowWork();

  /// Begins what is wanted and can be begun. To be called whenever something may have changed.
  void look();

  /// When look() may have more to begin, in milliseconds from now.
  std::optional<MonotonicMs> next_look_ms() const;

 private:
  /// One kind of work: whether it is under way, and when it may begin again.
  struct Job {
    bool under_way = false;
    MonotonicMs not_before = 0;
  };

  bool wants_seats() const;
  bool wants_suggestions() const;
  bool may_begin(const Job& job) const;
  void end(Job& job, MonotonicMs pause_ms);
  void plan_seats();
  void suggest();

  const Environment& environment_;
  Cafe& cafe_;
  Job seats_;
  Job suggestions_;
  /// The entry that the last suggestions knew.
  Seq compared_seq_ = 0;
  /// Remembers the café's ideas from job to job; used by one job at a time.
  std::shared_ptr<Suggester> suggester_;
  /// Gone when this is.
  std::shared_ptr<SlowWork*> self_;
};

}  // namespace rebond
