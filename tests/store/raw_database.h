// The database of a data folder without our checks, for tests that spoil it.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "base/ids.h"
#include "store/database.h"

namespace rebond {

/// Open as long as this object lives; nobody else may have it open.
class RawDatabase {
 public:
  /// `data_folder` as it is given to RocksJournal::open().
  explicit RawDatabase(const std::filesystem::path& data_folder);

  /// Changes the last byte of what is stored.
  void damage_entry(const CafeId& cafe, Seq seq);
  void damage(Family family, const std::string& key);

  void add_family(const std::string& name);

  void lose_entry(const CafeId& cafe, Seq seq);

 private:
  std::unique_ptr<Database> database_;
};

}  // namespace rebond
