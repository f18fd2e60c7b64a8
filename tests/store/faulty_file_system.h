// A disk for RocksDB that fails when it is told to.
#pragma once

#include <atomic>
#include <cstddef>
#include <memory>
#include <rocksdb/env.h>
#include <rocksdb/file_system.h>
#include <string>

namespace rebond {

/// How a step fails.
enum class DiskFailure {
  kIo,       // EIO, nothing is done
  kNoSpace,  // ENOSPC, nothing is done
  kShort,    // a write is half done, then ENOSPC; anything else as kNoSpace
};

/// The machine's files, with counted steps: each append to a file, each sync of a file or folder,
/// each new or renamed file and each opening for reading is one. Thread-safe.
class FaultyFileSystem final : public rocksdb::FileSystemWrapper {
 public:
  FaultyFileSystem() : rocksdb::FileSystemWrapper(rocksdb::FileSystem::Default()) {}

  const char* Name() const override { return "FaultyFileSystem"; }

  /// The `step`-th step from now fails, 1 being the next; the steps after it succeed again.
  void fail_at(std::size_t step, DiskFailure failure = DiskFailure::kIo) {
    failure_ = failure;
    left_ = static_cast<std::ptrdiff_t>(step);
  }

  /// Steps never fail again.
  void heal() { left_ = 0; }

  /// True when the failure that was asked for has happened.
  bool has_failed() const { return left_ < 0; }

  /// Counts one step; an error when it is the one to fail.
  rocksdb::IOStatus step();
  /// True when a write that fails writes its first half.
  bool writes_half() const { return failure_ == DiskFailure::kShort; }

  rocksdb::IOStatus NewWritableFile(const std::string& name, const rocksdb::FileOptions& options,
                                    std::unique_ptr<rocksdb::FSWritableFile>* result,
                                    rocksdb::IODebugContext* context) override;
  rocksdb::IOStatus NewSequentialFile(const std::string& name, const rocksdb::FileOptions& options,
                                      std::unique_ptr<rocksdb::FSSequentialFile>* result,
                                      rocksdb::IODebugContext* context) override;
  rocksdb::IOStatus NewRandomAccessFile(const std::string& name,
                                        const rocksdb::FileOptions& options,
                                        std::unique_ptr<rocksdb::FSRandomAccessFile>* result,
                                        rocksdb::IODebugContext* context) override;
  rocksdb::IOStatus NewDirectory(const std::string& name, const rocksdb::IOOptions& options,
                                 std::unique_ptr<rocksdb::FSDirectory>* result,
                                 rocksdb::IODebugContext* context) override;
  rocksdb::IOStatus RenameFile(const std::string& from, const std::string& to,
                               const rocksdb::IOOptions& options,
                               rocksdb::IODebugContext* context) override;

 private:
  // Positive: steps until the failure; 0: none is asked for; negative: it has happened.
  std::atomic<std::ptrdiff_t> left_ = 0;
  std::atomic<DiskFailure> failure_ = DiskFailure::kIo;
};

}  // namespace rebond
