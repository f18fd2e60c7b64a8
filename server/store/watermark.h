// How far the database is known to have come, in a file apart from it.
#pragma once

#include <cstdint>
#include <filesystem>

#include "base/result.h"
#include "store/file_descriptor.h"

namespace rebond {

/// A number that only grows, synced about once a second.
///
/// After damage in the middle of its log, RocksDB opens without a word at the state before the
/// damage. A server that finds its database below this number knows that acknowledged changes are
/// gone, and does not start.
class Watermark {
 public:
  /// Makes the file if need be. Fails with kCorrupt when its bytes are not what was written.
  static Result<Watermark> open(const std::filesystem::path& file);

  /// The last number saved, without making or changing the file; 0 when there is none.
  static Result<std::uint64_t> read(const std::filesystem::path& file);

  /// The last number saved; 0 when none ever was.
  std::uint64_t reached() const { return reached_; }

  /// Durable when it returns. `reached` must not be smaller than reached().
  Result<void> save(std::uint64_t reached);

 private:
  Watermark(std::filesystem::path file, FileDescriptor descriptor)
      : file_(std::move(file)), descriptor_(std::move(descriptor)) {}
  Result<void> load();

  std::filesystem::path file_;
  FileDescriptor descriptor_;
  std::uint64_t reached_ = 0;
};

}  // namespace rebond
