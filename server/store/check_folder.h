// Whether everything in a data folder is what was written, without changing any of it.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "base/ids.h"
#include "base/result.h"

namespace rebond {

/// Something that is not what was written.
struct Trouble {
  /// The damaged file; empty when no single file is known to be the cause.
  std::filesystem::path file;
  /// The café and the entry that it touches; empty and 0 when they are not known.
  CafeId cafe;
  Seq seq = 0;
  /// One sentence that names all of these, without a final full stop.
  std::string sentence;
};

/// What can be read of one café.
struct CheckedCafe {
  CafeId id;
  /// The newest entry that can be read; 0: none.
  Seq head = 0;
  /// Entries that can be read; fewer than `head` when some are missing.
  std::size_t entries = 0;
  /// The newest entry up to which the café can be saved, from its first entry or from its snapshot.
  Seq savable = 0;
  /// The entry that the snapshot stands after; 0: there is none, or it cannot be read.
  Seq snapshot_seq = 0;
  std::size_t private_records = 0;
  bool has_header = false;
};

struct CheckReport {
  /// In the order of their ids.
  std::vector<CheckedCafe> cafes;
  std::vector<Trouble> troubles;
  /// What was read: files of the database, and records of its log that are whole.
  std::size_t files = 0;
  std::size_t log_records = 0;
  /// Bytes at the end of the log that a stop of the machine has torn: never acknowledged, no
  /// trouble.
  std::size_t torn_bytes = 0;

  bool whole() const { return troubles.empty(); }
};

/// Reads all of a data folder: the log, the tables, every value, every café's order, the snapshots
/// and the watermark. Writes nothing into it, but holds it: no server may start meanwhile.
///
/// Damage is in the report. Fails with kBusy when a server has the folder open, kNotFound when
/// there is none, kPermission or kIo when it cannot be read.
Result<CheckReport> check_folder(const std::filesystem::path& folder);

}  // namespace rebond
