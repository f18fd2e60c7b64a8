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
    if (IOStatus step = faults_.step(); !step.ok()) return step;
    return FSWritableFileOwnerWrapper::Append(data, options, context);
  }
  IOStatus Append(const Slice& data, const IOOptions& options, const DataVerificationInfo& info,
                  IODebugContext* context) override {
    if (IOStatus step = faults_.step(); !step.ok()) return step;
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
  FaultyFileSystem& faults_;
};

}  // namespace

IOStatus FaultyFileSystem::step() {
  std::ptrdiff_t left = left_.load();
  while (left > 0 && !left_.compare_exchange_weak(left, left == 1 ? -1 : left - 1)) {
  }
  if (left != 1) return IOStatus::OK();
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

}  // namespace rebond
