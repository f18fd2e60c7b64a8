// RocksDB's files on a disk whose power can be cut.
#include "tests/store/power_cut_file_system.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <utility>

namespace rebond {
namespace {

using rocksdb::DataVerificationInfo;
using rocksdb::FileOptions;
using rocksdb::FSDirectory;
using rocksdb::FSWritableFile;
using rocksdb::IODebugContext;
using rocksdb::IOOptions;
using rocksdb::IOStatus;
using rocksdb::Slice;
using std::filesystem::path;

// The real file is not synced: nothing depends on it, and a sync costs milliseconds.
class ShadowedFile final : public rocksdb::FSWritableFileOwnerWrapper {
 public:
  ShadowedFile(std::unique_ptr<FSWritableFile> file, ShadowDisk::File shadow, bool log,
               PowerCutFileSystem& system)
      : FSWritableFileOwnerWrapper(std::move(file)),
        shadow_(std::move(shadow)),
        log_(log),
        system_(system) {}

  IOStatus Append(const Slice& data, const IOOptions& options, IODebugContext* context) override {
    system_.append(shadow_, data.ToStringView());
    return FSWritableFileOwnerWrapper::Append(data, options, context);
  }
  IOStatus Append(const Slice& data, const IOOptions& options, const DataVerificationInfo& info,
                  IODebugContext* context) override {
    system_.append(shadow_, data.ToStringView());
    return FSWritableFileOwnerWrapper::Append(data, options, info, context);
  }
  IOStatus Truncate(std::uint64_t size, const IOOptions& options,
                    IODebugContext* context) override {
    system_.truncate(shadow_, size);
    return FSWritableFileOwnerWrapper::Truncate(size, options, context);
  }
  IOStatus Sync(const IOOptions&, IODebugContext*) override {
    system_.sync(shadow_, log_);
    return IOStatus::OK();
  }
  IOStatus Fsync(const IOOptions&, IODebugContext*) override {
    system_.sync(shadow_, log_);
    return IOStatus::OK();
  }

 private:
  const ShadowDisk::File shadow_;
  const bool log_;
  PowerCutFileSystem& system_;
};

class ShadowedFolder final : public FSDirectory {
 public:
  ShadowedFolder(path name, PowerCutFileSystem& system) : name_(std::move(name)), system_(system) {}

  IOStatus Fsync(const IOOptions&, IODebugContext*) override {
    system_.sync_folder(name_);
    return IOStatus::OK();
  }
  IOStatus Close(const IOOptions&, IODebugContext*) override { return IOStatus::OK(); }

 private:
  const path name_;
  PowerCutFileSystem& system_;
};

std::string read_file(const path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

PowerCutFileSystem::PowerCutFileSystem(const path& folder, std::uint64_t seed, Skipped skipped)
    : FileSystemWrapper(rocksdb::FileSystem::Default()),
      folder_(folder),
      skipped_(skipped),
      random_(seed) {
  if (!std::filesystem::exists(folder)) return;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) disk_.load(entry.path(), read_file(entry.path()));
  }
}

void PowerCutFileSystem::cut_at(std::size_t step, std::function<void()> at_cut) {
  const std::lock_guard lock(mutex_);
  steps_left_ = step;
  at_cut_ = std::move(at_cut);
}

void PowerCutFileSystem::cut_now() {
  const std::lock_guard lock(mutex_);
  if (!image_) cut();
}

bool PowerCutFileSystem::is_cut() const {
  const std::lock_guard lock(mutex_);
  return image_.has_value();
}

void PowerCutFileSystem::restore_into(const path& folder) const {
  const std::lock_guard lock(mutex_);
  for (const auto& [name, bytes] : *image_) {
    const path target = folder / name.lexically_relative(folder_);
    std::filesystem::create_directories(target.parent_path());
    std::ofstream(target, std::ios::binary) << bytes;
  }
}

void PowerCutFileSystem::append(const ShadowDisk::File& file, std::string_view bytes) {
  const std::lock_guard lock(mutex_);
  file->bytes += bytes;
  step();
}

void PowerCutFileSystem::truncate(const ShadowDisk::File& file, std::size_t size) {
  const std::lock_guard lock(mutex_);
  file->bytes.resize(size);
  file->synced = std::min(file->synced, size);
  step();
}

void PowerCutFileSystem::sync(const ShadowDisk::File& file, bool log) {
  const std::lock_guard lock(mutex_);
  step();
  if (!log || skipped_ != Skipped::kLogs) file->synced = file->bytes.size();
}

void PowerCutFileSystem::sync_folder(const path& folder) {
  const std::lock_guard lock(mutex_);
  step();
  if (skipped_ != Skipped::kFolders) disk_.sync_folder(folder);
}

void PowerCutFileSystem::step() {
  if (steps_left_ > 0 && --steps_left_ == 0) cut();
}

void PowerCutFileSystem::cut() {
  image_ = disk_.cut(random_, damage_);
  if (at_cut_) at_cut_();
}

IOStatus PowerCutFileSystem::NewWritableFile(const std::string& name, const FileOptions& options,
                                             std::unique_ptr<FSWritableFile>* result,
                                             IODebugContext* context) {
  std::unique_ptr<FSWritableFile> file;
  IOStatus made = FileSystemWrapper::NewWritableFile(name, options, &file, context);
  if (!made.ok()) return made;
  const std::lock_guard lock(mutex_);
  *result = std::make_unique<ShadowedFile>(std::move(file), disk_.create(name),
                                           path(name).extension() == ".log", *this);
  step();
  return made;
}

IOStatus PowerCutFileSystem::NewDirectory(const std::string& name, const IOOptions&,
                                          std::unique_ptr<FSDirectory>* result, IODebugContext*) {
  *result = std::make_unique<ShadowedFolder>(name, *this);
  return IOStatus::OK();
}

IOStatus PowerCutFileSystem::RenameFile(const std::string& from, const std::string& to,
                                        const IOOptions& options, IODebugContext* context) {
  IOStatus done = FileSystemWrapper::RenameFile(from, to, options, context);
  if (!done.ok()) return done;
  const std::lock_guard lock(mutex_);
  disk_.rename(from, to);
  step();
  return done;
}

IOStatus PowerCutFileSystem::LinkFile(const std::string& from, const std::string& to,
                                      const IOOptions& options, IODebugContext* context) {
  IOStatus done = FileSystemWrapper::LinkFile(from, to, options, context);
  if (!done.ok()) return done;
  const std::lock_guard lock(mutex_);
  disk_.link(from, to);
  step();
  return done;
}

IOStatus PowerCutFileSystem::DeleteFile(const std::string& name, const IOOptions& options,
                                        IODebugContext* context) {
  IOStatus done = FileSystemWrapper::DeleteFile(name, options, context);
  if (!done.ok()) return done;
  const std::lock_guard lock(mutex_);
  disk_.remove(name);
  step();
  return done;
}

}  // namespace rebond
