// A journal without a disk, for tests and the simulation.
#pragma once

#include <cstddef>
#include <deque>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "live/journal.h"
#include "store/pending_write.h"

namespace rebond {

/// Keeps everything in memory, becomes durable when it is told to, and fails when it is told to.
///
/// What is asked for waits in the order of the calls until commit(). Deterministic, one thread.
/// Every café must begin with an append that has a header; entries must follow each other.
class MemoryJournal final : public Journal {
 public:
  static constexpr std::size_t kAll = std::numeric_limits<std::size_t>::max();

  void append(Append append, Durable on_durable) override;
  void save_snapshot(const CafeId& cafe, Seq seq, SharedBytes snapshot) override;
  void replace(WholeCafe cafe, Durable on_durable) override;
  void remove(const CafeId& cafe, Durable on_durable) override;
  void purge(Durable on_purged) override;
  void on_failure(Failed failed) override;
  Result<std::vector<v1::CafeHeader>> cafes() const override;
  Result<StoredCafe> load(const CafeId& cafe) const override;
  Result<void> read(const CafeId& cafe, Seq after, const Visit& visit) const override;

  /// Makes the next `count` pending writes durable and calls their callbacks, in order; what the
  /// callbacks ask for stays pending. Returns how many became durable: fewer after a failure.
  std::size_t commit(std::size_t count = kAll);

  /// Appends and snapshots that wait for commit().
  std::size_t pending() const { return pending_.size(); }

  /// The next `writes` writes succeed, then one fails: on_failure is called from inside commit(),
  /// and this journal keeps and tells nothing more (ST5).
  void fail_after(std::size_t writes);
  bool failed() const { return state_ == State::kFailed; }

  /// The machine stops. The first `written` pending writes have reached the disk, but nobody was
  /// told; the others are lost. This journal is dead: it keeps and tells nothing more. Returns
  /// the journal that the next start finds.
  std::unique_ptr<MemoryJournal> crash(std::size_t written = 0);

  /// The disk returns other bytes for a durable entry, or none (ST6).
  void damage_entry(const CafeId& cafe, Seq seq);
  void lose_entry(const CafeId& cafe, Seq seq);

 private:
  enum class State { kRunning, kFailed, kCrashed };

  struct History {
    v1::CafeHeader header;
    Seq snapshot_seq = 0;
    SharedBytes snapshot = share({});
    // A damaged entry is null.
    std::map<Seq, SharedBytes> entries;
    std::map<std::pair<v1::PrivateKind, Id>, std::string> private_records;
  };

  void keep(const Append& append);
  void keep(const SnapshotWrite& write);
  void keep(const WholeCafe& whole);
  void keep(const Removal& removal) { histories_.erase(removal.cafe); }
  void keep(const Unmark& /*unmark*/) {}
  void keep_private(const CafeId& cafe, const std::vector<PrivateWrite>& writes);
  void fail();
  History& history(const CafeId& cafe);

  std::map<CafeId, History> histories_;
  std::deque<PendingWrite> pending_;
  std::optional<std::size_t> writes_until_failure_;
  Failed failed_;
  State state_ = State::kRunning;
};

}  // namespace rebond
