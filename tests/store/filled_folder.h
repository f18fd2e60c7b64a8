// A data folder that holds something everywhere: in tables, in the log, in the watermark.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "tests/store/contents.h"
#include "tests/store/temporary_folder.h"

namespace rebond {

/// Cafés ARABICA, MOKA and ROBUSTA, each with entries, private records and a snapshot, written in
/// two lives of the journal: the first is in tables, the second in the log. Closed in order, so
/// that the watermark is at the end.
class FilledFolder {
 public:
  static constexpr Seq kEntries = 120;
  static constexpr Seq kSnapshotAt = 90;

  FilledFolder();

  const std::filesystem::path& path() const { return path_; }
  const Contents& contents() const { return contents_; }

  /// Another folder with the same files, which a test may spoil; gone with this object.
  std::filesystem::path copy();

  /// The files of the database and the watermark, below any copy.
  std::vector<std::filesystem::path> files() const;

 private:
  void live(Seq from, Seq to);

  TemporaryFolder root_;
  std::filesystem::path path_ = root_.path() / "data";
  std::size_t copies_ = 0;
  Contents contents_;
};

/// What a journal says that the folder holds, after it has opened it.
Result<Contents> open_and_read(const std::filesystem::path& folder);

/// Changes one bit.
void flip_bit(const std::filesystem::path& file, std::uintmax_t byte, unsigned bit);

}  // namespace rebond
