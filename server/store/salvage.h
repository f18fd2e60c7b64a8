// Saves what can be read of a damaged data folder into a new one.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "base/ids.h"
#include "base/random.h"
#include "base/result.h"

namespace rebond {

/// What became of one café.
struct SalvagedCafe {
  CafeId id;
  /// The new one: tablets take the café anew and number their waiting ideas again.
  Epoch epoch = 0;
  /// The café's newest entry in the new folder.
  Seq head = 0;
  std::size_t entries = 0;
  Seq snapshot_seq = 0;
  std::size_t private_records = 0;

  /// Entries that the folder held and that are not in the new one, as far as their numbers show.
  std::size_t entries_lost = 0;
  /// Of these, entries that stand before the snapshot: their outcome is kept, their history is not.
  std::size_t entries_bridged = 0;
  std::size_t private_records_lost = 0;
  bool snapshot_lost = false;
  /// The name, the time and the join code of the café were lost; it has new ones.
  bool header_made = false;
};

struct SalvageReport {
  /// In the order of their ids.
  std::vector<SalvagedCafe> cafes;
  /// Cafés of which nothing could be saved.
  std::vector<CafeId> lost_cafes;
  /// One sentence for each trouble that was met, without a final full stop.
  std::vector<std::string> troubles;
  /// The database did not open: its list of files was made anew from the files.
  bool rebuilt = false;

  bool lost_nothing() const;
};

/// Makes the data folder `into` with everything that can be read of `damaged`, each café with a new
/// epoch. Works on a copy inside `into`, removed at the end: `damaged` is held, never written.
///
/// Of each café it takes the entries up to the first one that is missing, or, when the snapshot
/// stands behind the gap, up to the first one missing after the snapshot; and every private record
/// that is whole.
///
/// Fails with kBusy when a server has `damaged` open, kNotFound when it is no data folder, kInvalid
/// when `into` exists and is not empty, kPermission or kIo when either cannot be used, kCorrupt
/// when nothing at all can be read.
Result<SalvageReport> salvage(const std::filesystem::path& damaged,
                              const std::filesystem::path& into, Random& random);

}  // namespace rebond
