// The RocksDB of a data folder: opened and closed with care.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <rocksdb/db.h>
#include <string>

#include "base/result.h"
#include "store/announcer.h"
#include "store/data_folder.h"
#include "store/tuning.h"

namespace rebond {

/// The column families. A new way of encoding one of them takes a new name, so that an older
/// server refuses the folder.
enum class Family : std::size_t { kDefault, kEntries, kSnapshots, kCafes, kSecrets };
inline constexpr std::array kFamilyNames = {"default", "entries", "snapshots", "cafes", "secrets"};

/// An open database.
///
/// Reading is safe on any thread, writing on one. After a failed write nothing may be called but
/// the destructor: Debian's RocksDB aborts when its log is used after an I/O error.
class Database {
 public:
  /// `announcer` is told when RocksDB fails in the background. `acknowledged` is the sequence
  /// number that the database must have reached; below it, opening fails with kCorrupt before
  /// anything was changed. `env` null: the machine's; it must outlive the database.
  static Result<std::unique_ptr<Database>> open(const DataFolder& folder,
                                                std::uint64_t acknowledged,
                                                std::shared_ptr<Announcer> announcer,
                                                rocksdb::Env* env, const StoreTuning& tuning = {});
  /// Changes nothing on the disk, and may only be read. `database` is the folder of the database
  /// itself; `recovery` says what of a damaged log is read.
  static Result<std::unique_ptr<Database>> open_read_only(const std::filesystem::path& database,
                                                          rocksdb::WALRecoveryMode recovery,
                                                          rocksdb::Env* env = nullptr);
  ~Database();
  Database(const Database&) = delete;
  Database(Database&&) = delete;
  Database& operator=(const Database&) = delete;
  Database& operator=(Database&&) = delete;

  /// Durable when it returns.
  Result<void> write(rocksdb::WriteBatch& batch);

  rocksdb::DB& db() const { return *db_; }
  rocksdb::ColumnFamilyHandle* family(Family family) const {
    return families_[static_cast<std::size_t>(family)];
  }

  /// Grows with every write.
  std::uint64_t sequence() const { return db_->GetLatestSequenceNumber(); }

  /// Why a read or a write failed; `doing` is such as "be read".
  Error failure(const rocksdb::Status& status, const std::string& doing) const;

 private:
  /// kCorrupt when a log is damaged before changes that were acknowledged.
  static Result<void> check_logs(const DataFolder& folder, rocksdb::Env* env);
  static Result<void> check_reached(const DataFolder& folder, std::uint64_t acknowledged,
                                    rocksdb::Env* env);

  explicit Database(std::filesystem::path folder) : folder_(std::move(folder)) {}

  std::filesystem::path folder_;
  std::unique_ptr<rocksdb::DB> db_;
  std::vector<rocksdb::ColumnFamilyHandle*> families_;
};

}  // namespace rebond
