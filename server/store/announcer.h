// Brings what the committer did to the thread of the cafés.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <vector>

#include "base/error.h"
#include "live/journal.h"

namespace rebond {

/// Runs a function on the thread of the cafés, later, in the order of the calls. May be called on
/// any thread.
using Post = std::function<void(std::function<void()>)>;

/// Posts callbacks, and latches the first failure: once it was told, nothing else is (ST5).
/// Shared by all who may fail; what was posted keeps it alive.
class Announcer : public std::enable_shared_from_this<Announcer> {
 public:
  explicit Announcer(Post post) : post_(std::move(post)) {}

  /// Any thread.
  void durable(std::vector<Journal::Durable> callbacks);

  /// Any thread. Only the first failure counts.
  void fail(Error error);

  /// Any thread.
  bool failed() const { return failed_.load(); }

  /// Thread of the cafés, before it runs what was posted.
  void on_failure(Journal::Failed told) { on_failure_ = std::move(told); }

  /// Thread of the cafés: from now on nobody is called, whatever was posted.
  void silence() { silent_ = true; }

 private:
  Post post_;
  std::atomic<bool> failed_ = false;
  // The rest belongs to the thread of the cafés.
  Journal::Failed on_failure_;
  bool silent_ = false;
};

}  // namespace rebond
