// The journal on disk: RocksDB, one folder for all cafés of a server.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <vector>

#include "live/journal.h"
#include "store/announcer.h"
#include "store/backup.h"
#include "store/tuning.h"

namespace rocksdb {
class Env;
}  // namespace rocksdb

namespace rebond {

/// Journal, with everything acknowledged on the disk: it survives kill -9 and a power cut (ST1).
///
/// One thread writes what all cafés have pending in one batch with one sync. After a failed write
/// every reading call fails with kUnavailable; only destruction is left.
class RocksJournal final : public Journal {
 public:
  /// Opens the folder, or makes it with mode 0700. `post` brings callbacks to the thread of the
  /// cafés; it is called on other threads. `env` is RocksDB's view of the machine, for tests that
  /// break it; null: the machine itself; it must outlive the journal. `tuning` is for tests too.
  ///
  /// Fails in one sentence that names the folder and the remedy (ST4): kBusy when another server
  /// holds it, kPermission or kIo when it cannot be used, kCorrupt when it is damaged or has lost
  /// what was acknowledged, kInvalid when another version of Rebond wrote it.
  static Result<std::unique_ptr<RocksJournal>> open(const std::filesystem::path& folder, Post post,
                                                    rocksdb::Env* env = nullptr,
                                                    const StoreTuning& tuning = {});

  /// Writes what is pending, then closes. Nobody is called back any more. Thread of the cafés.
  ~RocksJournal() override;
  RocksJournal(const RocksJournal&) = delete;
  RocksJournal(RocksJournal&&) = delete;
  RocksJournal& operator=(const RocksJournal&) = delete;
  RocksJournal& operator=(RocksJournal&&) = delete;

  void append(Append append, Durable on_durable) override;
  void save_snapshot(const CafeId& cafe, Seq seq, SharedBytes snapshot) override;
  void replace(WholeCafe cafe, Durable on_durable) override;
  void remove(const CafeId& cafe, Durable on_durable) override;
  void purge(Durable on_purged) override;
  void on_failure(Failed failed) override;
  Result<std::vector<v1::CafeHeader>> cafes() const override;
  Result<StoredCafe> load(const CafeId& cafe) const override;
  Result<void> read(const CafeId& cafe, Seq after, const Visit& visit) const override;

  /// Adds a backup of everything durable, while cafés go on. Blocks; any thread. See Backups.
  Result<Backup> back_up(Backups& backups, std::uint32_t keep) const;

  /// Batches, and so syncs, since open(). Any thread.
  std::uint64_t batches_committed() const;

 private:
  class Parts;

  explicit RocksJournal(std::unique_ptr<Parts> parts);

  std::unique_ptr<Parts> parts_;
};

}  // namespace rebond
