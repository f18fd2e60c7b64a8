// The one thread that makes things durable, for all cafés together.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <thread>
#include <vector>

#include "base/result.h"
#include "store/announcer.h"
#include "store/pending_write.h"

namespace rebond {

/// Where the committer writes. Called on its thread only.
class BatchWriter {
 public:
  virtual ~BatchWriter() = default;

  /// Keeps all of it or nothing; durable when this returns.
  virtual Result<void> write(std::span<const PendingWrite> batch) = 0;

  /// Notes, apart from the data, how far it got. Called a while after a write, and before the end.
  virtual Result<void> note_progress() = 0;
};

/// Group commit: while one batch is being synced, the next one gathers.
///
/// One sync for everybody is 46 000 commands a second on a laptop, a sync for each 10 000.
/// After a failure, its own or another's, it writes nothing more (ST5).
class Committer {
 public:
  /// `writer` must outlive this object.
  Committer(BatchWriter& writer, std::shared_ptr<Announcer> announcer,
            std::chrono::milliseconds note_progress_after = std::chrono::seconds(1));
  /// Writes what is pending first.
  ~Committer();
  Committer(const Committer&) = delete;
  Committer(Committer&&) = delete;
  Committer& operator=(const Committer&) = delete;
  Committer& operator=(Committer&&) = delete;

  /// Never blocks on the writer. Any thread; after a failure it does nothing.
  void submit(PendingWrite write);

  /// Batches that became durable. Any thread.
  std::uint64_t batches_committed() const { return batches_committed_.load(); }

 private:
  using Time = std::chrono::steady_clock::time_point;

  void run();
  /// Waits until there is something to write, to note or to end; false: the last batch.
  bool wait(std::optional<Time> until, std::vector<PendingWrite>& batch);
  bool commit(std::vector<PendingWrite> batch);
  bool note_progress();

  BatchWriter& writer_;
  const std::chrono::milliseconds note_progress_after_;
  const std::shared_ptr<Announcer> announcer_;
  std::atomic<std::uint64_t> batches_committed_ = 0;

  std::mutex mutex_;  // Guards pending_ and stopping_.
  std::condition_variable wake_;
  std::vector<PendingWrite> pending_;
  bool stopping_ = false;

  std::thread thread_;  // Last: it uses all of the above.
};

}  // namespace rebond
