// A slow disk under the real journal interface, which fails, tears and lies when it is told to.
#pragma once

#include <deque>
#include <memory>
#include <optional>

#include "store/memory_journal.h"
#include "tests/simulation/setting.h"

namespace rebond::sim {

/// A MemoryJournal whose writes become durable some time later.
///
/// The journal of one life of the server; crash() gives what the next life finds.
class Disk final : public Journal {
 public:
  Disk(Setting& setting, std::unique_ptr<MemoryJournal> journal);

  void append(Append append, Durable on_durable) override;
  void save_snapshot(const CafeId& cafe, Seq seq, SharedBytes snapshot) override;
  void replace(WholeCafe cafe, Durable on_durable) override;
  void remove(const CafeId& cafe, Durable on_durable) override;
  void purge(Durable on_purged) override;
  void on_failure(Failed failed) override { failed_ = std::move(failed); }
  Result<std::vector<v1::CafeHeader>> cafes() const override { return journal_->cafes(); }
  Result<StoredCafe> load(const CafeId& cafe) const override;
  Result<void> read(const CafeId& cafe, Seq after, const Visit& visit) const override;

  /// One of the next few writes fails.
  void fail_soon() { journal_->fail_after(setting_.random.below(3)); }
  bool failed() const { return journal_->failed(); }
  /// Whoever reads entries dies after so many of them.
  void die_reading(std::size_t entries) { entries_to_live_ = entries; }
  /// Writes that were asked for and are not durable.
  std::size_t pending() const { return journal_->pending(); }

  /// The power goes: what was asked for reached the disk up to some point, nobody was told.
  std::unique_ptr<MemoryJournal> crash();

 private:
  void schedule_commit();
  /// With kSkipSync, an append that is only told to be durable waits here.
  void lie(Append append, Durable on_durable);

  Setting& setting_;
  std::unique_ptr<MemoryJournal> journal_;
  Failed failed_;
  bool commit_due_ = false;
  std::optional<std::size_t> entries_to_live_;
  std::deque<Append> unsynced_;
  /// With kSnapshotAhead, what is already in its file.
  std::optional<SnapshotWrite> ahead_;
  /// False after crash(): events that are still queued do nothing.
  std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);
};

}  // namespace rebond::sim
