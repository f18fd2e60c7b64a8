// Brings what the committer did to the thread of the cafés.
#include "store/announcer.h"

#include <utility>

namespace rebond {

void Announcer::durable(std::vector<Journal::Durable> callbacks) {
  if (callbacks.empty()) return;
  post_([self = shared_from_this(), callbacks = std::move(callbacks)] {
    for (const Journal::Durable& callback : callbacks) {
      // A callback may destroy the journal.
      if (self->silent_) return;
      callback();
    }
  });
}

void Announcer::fail(Error error) {
  if (failed_.exchange(true)) return;
  post_([self = shared_from_this(), error = std::move(error)] {
    if (self->silent_) return;
    self->silent_ = true;
    if (self->on_failure_) self->on_failure_(error);
  });
}

}  // namespace rebond
