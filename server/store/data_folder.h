// The folder in which a server keeps everything, held by one server at a time.
#pragma once

#include <filesystem>

#include "base/result.h"
#include "store/file_descriptor.h"

namespace rebond {

/// Made if need be, readable by its owner only, and locked until this object is gone, however the
/// process ends.
class DataFolder {
 public:
  /// Fails with kBusy when another server holds it, kPermission or kIo when it cannot be used.
  static Result<DataFolder> hold(const std::filesystem::path& path);

  /// The folder of the database; not made here.
  std::filesystem::path database() const { return path_ / "journal"; }
  /// The file of the acknowledged watermark.
  std::filesystem::path watermark() const { return path_ / "journal.watermark"; }
  /// Where a restore puts things until all of it is done; while it is there, the folder is no
  /// café's yet.
  std::filesystem::path unfinished() const { return path_ / "restoring"; }
  const std::filesystem::path& path() const { return path_; }

 private:
  DataFolder(std::filesystem::path path, FileDescriptor lock)
      : path_(std::move(path)), lock_(std::move(lock)) {}

  std::filesystem::path path_;
  FileDescriptor lock_;
};

/// "the data folder "/x"", as error sentences begin.
std::string naming(const std::filesystem::path& folder);

/// Why the system refused, with what to do about it; `number` is an errno.
Error cannot_use(const std::filesystem::path& folder, int number);

/// Makes the names in a folder durable: a new file survives a power cut only after this.
Result<void> sync_folder(const std::filesystem::path& folder);

}  // namespace rebond
