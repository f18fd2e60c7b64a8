// A disk for RocksDB that fails when it is told to.
#include "tests/store/faulty_file_system.h"

#include <utility>

namespace rebond {
namespace {

using rocksdb::DataVerificationInfo;
using rocksdb::FSWritableFile;
using rocksdb::IODebugContext;
using rocksdb::IOOptions;
using rocksdb::IOStatus;
using rocksdb::Slice;

class FaultyFile final : public rocksdb::FSWritableFileOwnerWrapper {
 public:
  FaultyFile(std::unique_ptr<FSWritableFile> file, FaultyFileSystem& faults)
      : FSWritableFileOwnerWrapper(std::move(file)), faults_(faults) {}

  IOStatus Append(const Slice& data, const IOOptions& options, IODebugContext* context) override {
    if (IOStatus step = append_step(data, options, context); !step.ok()) return step;
    return FSWritableFileOwnerWrapper::Append(data, options, context);
  }
  IOStatus Append(const Slice& data, const IOOptions& options, const DataVerificationInfo& info,
                  IODebugContext* context) override {
    if (IOStatus step = append_step(data, options, context); !step.ok()) return step;
    return FSWritableFileOwnerWrapper::Append(data, options, info, context);
  }
  IOStatus Sync(const IOOptions& options, IODebugContext* context) override {
    if (IOStatus step = faults_.step(); !step.ok()) return step;
    return FSWritableFileOwnerWrapper::Sync(options, context);
  }
  IOStatus Fsync(const IOOptions& options, IODebugContext* context) override {
    if (IOStatus step = faults_.step(); !step.ok()) return step;
    return FSWritableFileOwnerWrapper::Fsync(options, context);
  }

 private:
  IOStatus append_step(const Slice& data, const IOOptions& options, IODebugContext* context) {
    IOStatus step = faults_.step();
    if (step.ok() || !faults_.writes_half()) return step;
    const Slice half(data.data(), data.size() / 2);
    const IOStatus written = FSWritableFileOwnerWrapper::Append(half, options, context);
    return written.ok() ? step : written;
  }

  FaultyFileSystem& faults_;
};

class FaultyFolder final : public rocksdb::FSDirectoryWrapper {
 public:
  FaultyFolder(std::unique_ptr<rocksdb::FSDirectory> folder, FaultyFileSystem& faults)
      : FSDirectoryWrapper(std::move(folder)), faults_(faults) {}

  IOStatus Fsync(const IOOptions& options, IODebugContext* context) override {
    if (IOStatus step = faults_.step(); !step.ok()) return step;
    return FSDirectoryWrapper::Fsync(options, context);
  }
  IOStatus FsyncWithDirOptions(const IOOptions& options, IODebugContext* context,
                               const rocksdb::DirFsyncOptions& reason) override {
    if (IOStatus step = faults_.step(); !step.ok()) return step;
    return FSDirectoryWrapper::FsyncWithDirOptions(options, context, reason);
  }

 private:
  FaultyFileSystem& faults_;
};

}  // namespace

IOStatus FaultyFileSystem::step() {
  std::ptrdiff_t left = left_.load();
  while (left > 0 && !left_.compare_exchange_weak(left, left == 1 ? -1 : left - 1)) {
  }
  if (left != 1) return IOStatus::OK();
  if (failure_ != DiskFailure::kIo) return IOStatus::NoSpace();
  // A status without a text of its own: LLVM 14 takes the text for a leak.
  return IOStatus::IOError(rocksdb::Status::kNone);
}

IOStatus FaultyFileSystem::NewWritableFile(const std::string& name,
                                           const rocksdb::FileOptions& options,
                                           std::unique_ptr<FSWritableFile>* result,
                                           IODebugContext* context) {
  if (IOStatus status = step(); !status.ok()) return status;
  std::unique_ptr<FSWritableFile> file;
  IOStatus made = FileSystemWrapper::NewWritableFile(name, options, &file, context);
  if (made.ok()) *result = std::make_unique<FaultyFile>(std::move(file), *this);
  return made;
}

IOStatus FaultyFileSystem::NewSequentialFile(const std::string& name,
                                             const rocksdb::FileOptions& options,
                                             std::unique_ptr<rocksdb::FSSequentialFile>* result,
                                             IODebugContext* context) {
  if (IOStatus status = step(); !status.ok()) return status;
  return FileSystemWrapper::NewSequentialFile(name, options, result, context);
}

IOStatus FaultyFileSystem::NewRandomAccessFile(const std::string& name,
                                               const rocksdb::FileOptions& options,
                                               std::unique_ptr<rocksdb::FSRandomAccessFile>* result,
                                               IODebugContext* context) {
  if (IOStatus status = step(); !status.ok()) return status;
  return FileSystemWrapper::NewRandomAccessFile(name, options, result, context);
}

IOStatus FaultyFileSystem::NewDirectory(const std::string& name, const IOOptions& options,
                                        std::unique_ptr<rocksdb::FSDirectory>* result,
                                        IODebugContext* context) {
  if (IOStatus status = step(); !status.ok()) return status;
  std::unique_ptr<rocksdb::FSDirectory> folder;
  IOStatus made = FileSystemWrapper::NewDirectory(name, options, &folder, context);
  if (made.ok()) *result = std::make_unique<FaultyFolder>(std::move(folder), *this);
  return made;
}

IOStatus FaultyFileSystem::RenameFile(const std::string& from, const std::string& to,
                                      const IOOptions& options, IODebugContext* context) {
  if (IOStatus status = step(); !status.ok()) return status;
  return FileSystemWrapper::RenameFile(from, to, options, context);
}

}  // namespace rebond
