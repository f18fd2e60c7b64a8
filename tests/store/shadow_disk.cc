// What a disk holds for sure, and what a power cut may make of the rest.
#include "tests/store/shadow_disk.h"

#include <algorithm>
#include <utility>

#include "base/check.h"

namespace rebond {
namespace {

constexpr std::size_t kPageBytes = 4096;
constexpr std::size_t kZerosMax = 16 * 1024;

// Disks write the pages of one write in any order, and some grow a file before they fill it. Only
// for logs: RocksDB syncs a table before anything names it, and a damaged list of tables
// (MANIFEST) is refused by RocksDB whatever was synced, so that is what salvage is for.
void damage(std::string& tail, Random& random) {
  if (tail.empty()) return;
  const std::size_t from = random.below(tail.size());
  const std::size_t page = from - from % kPageBytes;
  switch (random.below(4)) {
    case 0:
      std::fill(tail.begin() + static_cast<std::ptrdiff_t>(from), tail.end(), '\0');
      break;
    case 1:
      for (std::size_t i = from; i < tail.size(); ++i) tail[i] = random.bytes(1)[0];
      break;
    case 2:
      for (std::size_t i = page; i < std::min(page + kPageBytes, tail.size()); ++i) tail[i] = '\0';
      break;
    default:
      tail.append(random.below(kZerosMax), '\0');
  }
}

std::string survivor(const std::filesystem::path& name, const ShadowDisk::Content& content,
                     Random& random, CutDamage& done) {
  const std::string tail = content.bytes.substr(content.synced);
  std::string kept = tail;
  const std::uint64_t chance = random.below(4);
  if (chance == 0) kept.clear();
  if (chance >= 2 && !tail.empty()) kept.resize(random.below(tail.size()));
  const std::size_t lost = tail.size() - kept.size();
  if (name.extension() == ".log" && random.below(3) == 0) damage(kept, random);
  if (lost > 0) ++done.files_cut;
  if (!kept.empty() && kept != tail) ++done.files_torn;
  done.bytes_lost += lost;
  return content.bytes.substr(0, content.synced) + kept;
}

}  // namespace

void ShadowDisk::load(const std::filesystem::path& name, std::string bytes) {
  const std::size_t size = bytes.size();
  names_[name] = durable_[name] = std::make_shared<Content>(Content{std::move(bytes), size});
}

ShadowDisk::File ShadowDisk::create(const std::filesystem::path& name) {
  auto file = std::make_shared<Content>();
  change({{name, file}});
  return file;
}

ShadowDisk::File ShadowDisk::find(const std::filesystem::path& name) const {
  const auto found = names_.find(name);
  return found == names_.end() ? nullptr : found->second;
}

void ShadowDisk::rename(const std::filesystem::path& from, const std::filesystem::path& to) {
  if (const File file = find(from)) change({{from, nullptr}, {to, file}});
}

void ShadowDisk::link(const std::filesystem::path& from, const std::filesystem::path& to) {
  if (const File file = find(from)) change({{to, file}});
}

void ShadowDisk::remove(const std::filesystem::path& name) {
  if (find(name)) change({{name, nullptr}});
}

void ShadowDisk::sync_folder(const std::filesystem::path& folder) {
  const auto is_inside = [&](const Change& change) {
    return change.back().first.parent_path() == folder;
  };
  for (const Change& change : not_synced_) {
    if (is_inside(change)) apply(change, durable_);
  }
  std::erase_if(not_synced_, is_inside);
}

ShadowDisk::Image ShadowDisk::cut(Random& random, CutDamage& damage) const {
  Image image;
  for (const auto& [name, file] : names_after_cut(random, damage)) {
    image[name] = survivor(name, *file, random, damage);
  }
  return image;
}

void ShadowDisk::apply(const Change& change, Names& names) {
  for (const auto& [name, file] : change) {
    if (file) {
      names[name] = file;
    } else {
      names.erase(name);
    }
  }
}

void ShadowDisk::change(Change change) {
  apply(change, names_);
  not_synced_.push_back(std::move(change));
}

// In order, as journalling file systems do (ext4, XFS, Btrfs). RocksDB relies on it: it renames
// CURRENT before it syncs the folder in which CURRENT's new MANIFEST is.
ShadowDisk::Names ShadowDisk::names_after_cut(Random& random, CutDamage& damage) const {
  Names names = durable_;
  const std::size_t kept = random.below(not_synced_.size() + 1);
  for (std::size_t i = 0; i < kept; ++i) apply(not_synced_[i], names);
  damage.names_lost += not_synced_.size() - kept;
  return names;
}

}  // namespace rebond
