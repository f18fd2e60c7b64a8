// A data folder made from a backup.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

#include "base/ids.h"
#include "base/random.h"
#include "base/result.h"
#include "rebond/v1/private.pb.h"
#include "store/backup.h"

namespace rebond {

struct RestoreReport {
  Backup backup;
  struct Cafe {
    /// With its new epoch.
    v1::CafeHeader header;
    Seq entries = 0;
  };
  /// In the order of their ids.
  std::vector<Cafe> cafes;
};

/// Makes the data folder `data` from one of the backups in `from`; without an id, the newest.
///
/// The backup is read whole first, every value of it is checked, and each café gets a new epoch
/// (core/next_life.h). Until all is done no server starts on the folder; after a failure it is as
/// it was. Fails with kInvalid when `data` is there and not empty: nothing is ever overwritten;
/// with kNotFound when there is no such backup, kCorrupt, naming the file, when it is damaged.
Result<RestoreReport> restore_backup(const std::filesystem::path& from,
                                     std::optional<std::uint32_t> id,
                                     const std::filesystem::path& data, Random& random);

}  // namespace rebond
