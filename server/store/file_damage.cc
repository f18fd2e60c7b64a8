// Which files of a database are not what RocksDB wrote.
#include "store/file_damage.h"

#include <fstream>
#include <iterator>
#include <rocksdb/sst_file_reader.h>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include "store/log_scan.h"
#include "store/options.h"

namespace rebond {
namespace {

using std::filesystem::path;

constexpr std::string_view kManifestPrefix = "MANIFEST-";

Trouble trouble(const path& file, const std::string& what) {
  return {file, "", 0, "\"" + file.string() + "\" " + what};
}

std::string read_file(const path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<path> files_ending(const path& folder, std::string_view ending) {
  std::vector<path> files;
  std::error_code error;
  for (std::filesystem::directory_iterator it(folder, error), end; !error && it != end;
       it.increment(error)) {
    if (it->path().extension() == ending) files.push_back(it->path());
  }
  return files;
}

bool was_written_to(const path& database) {
  if (!files_ending(database, ".sst").empty()) return true;
  std::error_code error;
  for (const path& log : files_ending(database, ".log")) {
    if (std::filesystem::file_size(log, error) > 0 && !error) return true;
  }
  return false;
}

void check_manifest(const path& database, std::vector<Trouble>& troubles) {
  const path current = database / "CURRENT";
  std::string name = read_file(current);
  const bool named = name.starts_with(kManifestPrefix) && name.ends_with('\n');
  if (named) name.pop_back();
  const path manifest = database / name;
  std::error_code error;
  if (!named || !std::filesystem::is_regular_file(manifest, error)) {
    troubles.push_back(trouble(current, "does not name a list of tables that is there"));
    return;
  }
  const auto scan = scan_log(manifest);
  if (!scan) {
    troubles.push_back({manifest, "", 0, scan.error().message});
  } else if (scan->torn_bytes > 0 || scan->records == 0) {
    troubles.push_back(
        trouble(manifest, "is damaged at byte " + std::to_string(scan->sound_bytes)));
  }
}

}  // namespace

Result<void> check_current(const path& database) {
  std::error_code error;
  if (std::filesystem::exists(database / "CURRENT", error) || !was_written_to(database)) return {};
  return Error{ErrorKind::kCorrupt, "",
               "\"" + (database / "CURRENT").string() +
                   "\" is missing; restore a backup of the data folder, or save what can be read " +
                   "with rebond-server salvage"};
}

std::vector<Trouble> damaged_tables(const std::vector<path>& tables) {
  std::vector<Trouble> troubles;
  for (const path& table : tables) {
    rocksdb::SstFileReader reader(rocksdb::Options(database_options(nullptr), family_options()));
    rocksdb::Status status = reader.Open(table.string());
    if (status.ok()) status = reader.VerifyChecksum();
    if (!status.ok()) {
      troubles.push_back(trouble(table, "is damaged (" + status.ToString() + ")"));
    }
  }
  return troubles;
}

std::vector<Trouble> damaged_files(const path& database) {
  std::vector<Trouble> troubles;
  check_manifest(database, troubles);
  for (Trouble& table : damaged_tables(files_ending(database, ".sst"))) {
    troubles.push_back(std::move(table));
  }
  return troubles;
}

}  // namespace rebond
