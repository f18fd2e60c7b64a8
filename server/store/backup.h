// Backups of a data folder: several in one folder, each whole, what they share kept once.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "store/file_descriptor.h"

namespace rocksdb {
class BackupEngine;
class BackupEngineReadOnlyBase;
class DB;
class Env;
class Status;
}  // namespace rocksdb

namespace rebond {

struct Backup {
  /// 1, 2, 3, … in the order of making.
  std::uint32_t id = 0;
  /// Seconds since 1970.
  std::int64_t made_at_s = 0;
  /// What it would take alone; files that it shares with others are kept once.
  std::uint64_t bytes = 0;
};

/// The backups in one folder, which is not a data folder and not inside one.
///
/// Held by one process at a time: opening it a second time fails with kBusy. Errors are one
/// sentence with the remedy (rules OP).
class Backups {
 public:
  /// To add one of the data folder `data`. Makes the folder, readable by its owner only; one that
  /// is there must be empty or hold backups already, else kInvalid. `env` null: the machine's; it
  /// must outlive this object.
  static Result<std::unique_ptr<Backups>> open_to_add(const std::filesystem::path& folder,
                                                      const std::filesystem::path& data,
                                                      rocksdb::Env* env = nullptr);

  /// To look at what is there and to restore it, also from a disk that can only be read. Fails with
  /// kNotFound when there is none.
  static Result<std::unique_ptr<Backups>> open_to_restore(const std::filesystem::path& folder);

  ~Backups();
  Backups(const Backups&) = delete;
  Backups(Backups&&) = delete;
  Backups& operator=(const Backups&) = delete;
  Backups& operator=(Backups&&) = delete;

  /// Oldest first.
  std::vector<Backup> list() const;

  /// Adds one, reads all of it back, and then drops the oldest beyond the newest `keep`. The
  /// database may be written meanwhile. Blocks; a failure leaves what was there before.
  Result<Backup> add(rocksdb::DB& db, std::uint32_t keep);

  /// Ends an add() on another thread soon; it fails with kUnavailable.
  void stop();

  /// Reads the whole backup; kCorrupt names the file that is not what was written.
  Result<void> verify(std::uint32_t id) const;

  /// Puts a database where there is none. Verify it first.
  Result<void> restore(std::uint32_t id, const std::filesystem::path& database) const;

  const std::filesystem::path& folder() const { return folder_; }

 private:
  Backups(std::filesystem::path folder, FileDescriptor lock);

  Result<void> open_engine(rocksdb::Env* env);
  Result<void> open_engine_to_read();
  Error failure(const rocksdb::Status& status, const std::string& doing) const;
  Error damaged(std::uint32_t id, const std::string& why) const;

  std::filesystem::path folder_;
  FileDescriptor lock_;
  std::unique_ptr<rocksdb::BackupEngineReadOnlyBase> engine_;
  // The same engine, null when it was opened to restore.
  rocksdb::BackupEngine* adder_ = nullptr;
};

}  // namespace rebond
