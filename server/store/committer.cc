// The one thread that makes things durable, for all cafés together.
#include "store/committer.h"

#include <utility>

namespace rebond {

Committer::Committer(BatchWriter& writer, std::shared_ptr<Announcer> announcer,
                     std::chrono::milliseconds note_progress_after)
    : writer_(writer),
      note_progress_after_(note_progress_after),
      announcer_(std::move(announcer)),
      thread_([this] { run(); }) {}

Committer::~Committer() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_one();
  thread_.join();
}

void Committer::submit(PendingWrite write) {
  if (announcer_->failed()) return;
  {
    const std::lock_guard lock(mutex_);
    pending_.push_back(std::move(write));
  }
  wake_.notify_one();
}

void Committer::run() {
  std::optional<Time> note_at;
  bool more = true;
  while (more) {
    std::vector<PendingWrite> batch;
    more = wait(note_at, batch);
    if (!batch.empty()) {
      if (!commit(std::move(batch))) return;
      if (!note_at) note_at = std::chrono::steady_clock::now() + note_progress_after_;
    }
    if (note_at && (!more || std::chrono::steady_clock::now() >= *note_at)) {
      if (!note_progress()) return;
      note_at.reset();
    }
  }
}

bool Committer::wait(std::optional<Time> until, std::vector<PendingWrite>& batch) {
  std::unique_lock lock(mutex_);
  const auto ready = [this] { return stopping_ || !pending_.empty(); };
  if (until) {
    wake_.wait_until(lock, *until, ready);
  } else {
    wake_.wait(lock, ready);
  }
  batch.swap(pending_);
  return !stopping_;
}

bool Committer::commit(std::vector<PendingWrite> batch) {
  // Somebody else's failure counts as ours: nothing more may be written.
  if (announcer_->failed()) return false;
  if (auto written = writer_.write(batch); !written) {
    announcer_->fail(written.error());
    return false;
  }
  ++batches_committed_;
  std::vector<Journal::Durable> callbacks;
  for (PendingWrite& write : batch) {
    if (write.on_durable) callbacks.push_back(std::move(write.on_durable));
  }
  announcer_->durable(std::move(callbacks));
  return true;
}

bool Committer::note_progress() {
  if (announcer_->failed()) return false;
  if (auto noted = writer_.note_progress(); !noted) {
    announcer_->fail(noted.error());
    return false;
  }
  return true;
}

}  // namespace rebond
