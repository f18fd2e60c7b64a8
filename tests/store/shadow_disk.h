// What a disk holds for sure, and what a power cut may make of the rest.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/random.h"

namespace rebond {

/// What a power cut has done.
struct CutDamage {
  /// Files that lost something, and those that kept a part of it, or a damaged part.
  std::size_t files_cut = 0;
  std::size_t files_torn = 0;
  std::size_t bytes_lost = 0;
  /// Creations, renames and deletions that did not happen after all.
  std::size_t names_lost = 0;
};

/// A second copy of every file, in memory, that knows what was synced.
///
/// The bytes of a file survive up to its last sync. Of those behind, any prefix survives; in a log,
/// its last part may also be zeros or noise, and blocks inside it may be zeros. A creation, rename
/// or deletion survives when its folder was synced after it; else it may be lost with all that
/// followed. Not thread-safe.
class ShadowDisk {
 public:
  struct Content {
    std::string bytes;
    std::size_t synced = 0;
  };
  using File = std::shared_ptr<Content>;
  using Image = std::map<std::filesystem::path, std::string>;

  /// A file that is there, wholly synced.
  void load(const std::filesystem::path& name, std::string bytes);

  /// A new empty file, instead of what had the name.
  File create(const std::filesystem::path& name);
  /// The file with that name; null when there is none.
  File find(const std::filesystem::path& name) const;
  void rename(const std::filesystem::path& from, const std::filesystem::path& to);
  void link(const std::filesystem::path& from, const std::filesystem::path& to);
  void remove(const std::filesystem::path& name);
  void sync_folder(const std::filesystem::path& folder);

  /// What the next start finds.
  Image cut(Random& random, CutDamage& damage) const;

 private:
  using Names = std::map<std::filesystem::path, File>;
  // What happens to names at once; a null file: the name is gone.
  using Change = std::vector<std::pair<std::filesystem::path, File>>;

  static void apply(const Change& change, Names& names);
  void change(Change change);
  Names names_after_cut(Random& random, CutDamage& damage) const;

  Names names_;
  Names durable_;
  std::vector<Change> not_synced_;
};

}  // namespace rebond
