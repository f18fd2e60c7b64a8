// A disk for RocksDB that fails when it is told to.
#pragma once

#include <atomic>
#include <cstddef>
#include <memory>
#include <rocksdb/env.h>
#include <rocksdb/file_system.h>

namespace rebond {

/// The machine's files, with counted steps: each append to a file, each sync and each new file is
/// one. A failed append may have written something, as on a real disk. Thread-safe.
class FaultyFileSystem final : public rocksdb::FileSystemWrapper {
 public:
  FaultyFileSystem() : rocksdb::FileSystemWrapper(rocksdb::FileSystem::Default()) {}

  const char* Name() const override { return "FaultyFileSystem"; }

  /// The `step`-th step from now fails, 1 being the next; the steps after it succeed again.
  void fail_at(std::size_t step) { left_ = static_cast<std::ptrdiff_t>(step); }

  /// Steps never fail again.
  void heal() { left_ = 0; }

  /// True when the failure that was asked for has happened.
  bool has_failed() const { return left_ < 0; }

  /// Counts one step; an error when it is the one to fail.
  rocksdb::IOStatus step();

  rocksdb::IOStatus NewWritableFile(const std::string& name, const rocksdb::FileOptions& options,
                                    std::unique_ptr<rocksdb::FSWritableFile>* result,
                                    rocksdb::IODebugContext* context) override;

 private:
  // Positive: steps until the failure; 0: none is asked for; negative: it has happened.
  std::atomic<std::ptrdiff_t> left_ = 0;
};

}  // namespace rebond
