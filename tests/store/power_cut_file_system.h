// RocksDB's files on a disk whose power can be cut.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <rocksdb/env.h>
#include <rocksdb/file_system.h>
#include <string>

#include "base/random.h"
#include "tests/store/shadow_disk.h"

namespace rebond {

/// The machine's files, with counted steps: what is written, synced, named, renamed or deleted is
/// one each. At a chosen step the power goes: what the next start finds is kept aside, torn and
/// damaged as ShadowDisk says. The process, which is dead in that story, runs on unharmed: what it
/// does from then on counts for nothing. Thread-safe.
class PowerCutFileSystem final : public rocksdb::FileSystemWrapper {
 public:
  /// Syncs that a lying disk, or a bug, leaves out.
  enum class Skipped { kNone, kLogs, kFolders };

  /// Everything below `folder` is there and synced.
  PowerCutFileSystem(const std::filesystem::path& folder, std::uint64_t seed,
                     Skipped skipped = Skipped::kNone);

  const char* Name() const override { return "PowerCutFileSystem"; }

  /// The power goes at the `step`-th step from now, 1 being the next; `at_cut` is called then.
  void cut_at(std::size_t step, std::function<void()> at_cut);
  /// The power goes now, if it has not.
  void cut_now();
  bool is_cut() const;

  /// Writes what the next start finds, below `folder`. After the cut.
  void restore_into(const std::filesystem::path& folder) const;
  const CutDamage& damage() const { return damage_; }

  // What files tell it.
  void append(const ShadowDisk::File& file, std::string_view bytes);
  void truncate(const ShadowDisk::File& file, std::size_t size);
  void sync(const ShadowDisk::File& file, bool log);
  void sync_folder(const std::filesystem::path& folder);

  rocksdb::IOStatus NewWritableFile(const std::string& name, const rocksdb::FileOptions& options,
                                    std::unique_ptr<rocksdb::FSWritableFile>* result,
                                    rocksdb::IODebugContext* context) override;
  rocksdb::IOStatus NewDirectory(const std::string& name, const rocksdb::IOOptions& options,
                                 std::unique_ptr<rocksdb::FSDirectory>* result,
                                 rocksdb::IODebugContext* context) override;
  rocksdb::IOStatus RenameFile(const std::string& from, const std::string& to,
                               const rocksdb::IOOptions& options,
                               rocksdb::IODebugContext* context) override;
  rocksdb::IOStatus LinkFile(const std::string& from, const std::string& to,
                             const rocksdb::IOOptions& options,
                             rocksdb::IODebugContext* context) override;
  rocksdb::IOStatus DeleteFile(const std::string& name, const rocksdb::IOOptions& options,
                               rocksdb::IODebugContext* context) override;

 private:
  // Both with mutex_ held.
  void step();
  void cut();

  const std::filesystem::path folder_;
  const Skipped skipped_;
  mutable std::mutex mutex_;  // Guards everything below.
  ShadowDisk disk_;
  SeededRandom random_;
  std::size_t steps_left_ = 0;
  std::function<void()> at_cut_;
  std::optional<ShadowDisk::Image> image_;
  CutDamage damage_;
};

}  // namespace rebond
