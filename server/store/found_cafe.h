// What of one café can still be read from a database that may be damaged.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/ids.h"
#include "core/private_write.h"
#include "rebond/v1/private.pb.h"
#include "store/check_folder.h"
#include "store/database.h"

namespace rebond {

/// Everything whole that stands under a café's id, and what is wrong with the rest.
struct FoundCafe {
  CafeId id;
  std::optional<v1::CafeHeader> header;
  Seq snapshot_seq = 0;
  std::optional<std::string> snapshot;
  bool snapshot_lost = false;
  std::map<Seq, std::string> entries;
  /// The highest number of an entry or a snapshot that anything speaks of, whole or not.
  Seq highest = 0;
  std::vector<PrivateWrite> private_records;
  /// Private records that are there and damaged; those of an unreadable part of a file count as
  /// one.
  std::size_t private_records_lost = 0;
  std::vector<Trouble> troubles;

  /// The last entry of the longest history: from the first entry, or from the snapshot.
  Seq savable() const;

  /// Takes over what `newer` has of the same café; where both have it, the newer stays.
  void add(FoundCafe newer);
};

/// The cafés of which any family shows something, as far as it can be read.
std::set<CafeId> find_cafes(const Database& database);

FoundCafe find_cafe(const Database& database, const CafeId& cafe);

/// The table that RocksDB names in the text of a status; empty when it names none.
std::filesystem::path file_named_in(const std::string& status);

}  // namespace rebond
