// How a test makes a journal live, die and fail.
#pragma once

#include <functional>
#include <memory>
#include <ostream>
#include <string>

#include "live/journal.h"

namespace rebond {

/// One for each kind of journal; each test has its own.
class JournalDriver {
 public:
  virtual ~JournalDriver() = default;

  /// Another one after crash(), damage_entry() and lose_entry().
  virtual Journal& journal() = 0;

  /// Runs the thread of the cafés until `done` is true.
  virtual void run_until(const std::function<bool()>& done) = 0;

  /// Runs it while there is something to run, and waits for nothing.
  virtual void run_ready() = 0;

  /// The process dies as by kill -9; journal() is what the next start finds.
  virtual void crash() = 0;

  /// The next write that reaches the disk fails.
  virtual void fail_next_write() = 0;

  /// The disk returns other bytes for an entry, or none, at the next start.
  virtual void damage_entry(const CafeId& cafe, Seq seq) = 0;
  virtual void lose_entry(const CafeId& cafe, Seq seq) = 0;
};

/// A kind of journal, as the parameter of a test.
struct JournalKind {
  std::string name;
  std::function<std::unique_ptr<JournalDriver>()> make;

  friend std::ostream& operator<<(std::ostream& out, const JournalKind& kind) {
    return out << kind.name;
  }
};

}  // namespace rebond
