// Saves what can be read of a damaged data folder into a new one.
#include "store/salvage.h"

#include <algorithm>
#include <map>
#include <memory>
#include <rocksdb/db.h>
#include <system_error>
#include <tuple>
#include <utility>

#include "store/data_folder.h"
#include "store/database.h"
#include "store/found_cafe.h"
#include "store/options.h"
#include "store/salvaged_cafe.h"
#include "store/watermark.h"

namespace rebond {
namespace {

using std::filesystem::path;

bool is_better(const FoundCafe& one, const FoundCafe& other) {
  const auto rank = [](const FoundCafe& cafe) {
    return std::tuple(cafe.savable(), cafe.entries.size(), cafe.header.has_value(),
                      cafe.private_records.size());
  };
  return rank(one) > rank(other);
}

class Salvage {
 public:
  Salvage(const DataFolder& damaged, const DataFolder& into, Random& random)
      : damaged_(damaged), into_(into), random_(random) {}

  Result<SalvageReport> run() {
    if (auto copied = copy(); !copied) return copied.error();
    read_as_it_is();
    if (!complete_) rebuild();
    std::error_code error;
    if (cafes_.empty()) {
      std::filesystem::remove_all(into_.path(), error);
      const std::string why = report_.troubles.empty() ? "" : " (" + report_.troubles.back() + ")";
      return Error{
          ErrorKind::kCorrupt, "",
          naming(damaged_.path()) + " holds no café that can be read" + why + "; restore a backup"};
    }
    if (auto written = write(); !written) return written.error();
    std::filesystem::remove_all(into_.unfinished(), error);
    if (error) return cannot_use(into_.path(), error.value());
    if (auto synced = sync_folder(into_.path()); !synced) return synced.error();
    return std::move(report_);
  }

 private:
  path copied() const { return into_.unfinished() / "copy"; }

  /// RocksDB rebuilds its list of tables in place, so it gets files of its own.
  Result<void> copy() {
    std::error_code error;
    std::filesystem::create_directories(copied(), error);
    if (error) return cannot_use(into_.path(), error.value());
    for (std::filesystem::directory_iterator it(damaged_.database(), error), end;
         !error && it != end; it.increment(error)) {
      if (!it->is_regular_file(error)) continue;
      std::filesystem::copy_file(it->path(), copied() / it->path().filename(), error);
      if (!error) continue;
      report_.troubles.push_back("\"" + it->path().string() + "\" cannot be copied (" +
                                 error.message() + ")");
      error.clear();
    }
    if (error) return cannot_use(damaged_.path(), error.value());
    return {};
  }

  /// With the log's broken records left out.
  void read_as_it_is() {
    const auto database = open(copied());
    cafes_ = find_all(database);
    complete_ = database != nullptr &&
                std::all_of(cafes_.begin(), cafes_.end(),
                            [](const auto& cafe) { return cafe.second.troubles.empty(); });
  }

  /// Reads the tables and the logs apart, whatever the list of tables says.
  void rebuild() {
    report_.rebuilt = true;
    std::map<CafeId, FoundCafe> rebuilt;
    // The logs last: they are newer. First, because RocksDB puts them aside when it repairs.
    std::map<CafeId, FoundCafe> newer = find_all(read_logs());
    for (auto& [id, found] : find_all(read_tables())) rebuilt.emplace(id, std::move(found));
    for (auto& [id, found] : newer) {
      const auto older = rebuilt.find(id);
      if (older == rebuilt.end()) {
        rebuilt.emplace(id, std::move(found));
      } else {
        older->second.add(std::move(found));
      }
    }
    for (auto& [id, found] : rebuilt) {
      const auto [known, added] = cafes_.try_emplace(id, found);
      if (!added && is_better(found, known->second)) known->second = std::move(found);
    }
  }

  /// A new database that reads the old logs.
  std::unique_ptr<Database> read_logs() {
    const auto folder = DataFolder::hold(into_.unfinished() / "logs");
    if (!folder) return noted(folder.error());
    auto announcer = std::make_shared<Announcer>([](const std::function<void()>&) {});
    if (auto made = Database::open(*folder, 0, announcer, nullptr); !made) {
      return noted(made.error());
    }
    for (const path& log : logs_in(folder->database())) std::filesystem::remove(log);
    for (const path& log : logs_in(copied())) {
      // Behind the numbers that the new database has used.
      std::filesystem::copy_file(log, folder->database() / ("1" + log.filename().string()));
    }
    return open(folder->database());
  }

  /// RocksDB makes the list of tables anew, and leaves out those that it cannot read. Families
  /// without a table are missing then.
  std::unique_ptr<Database> read_tables() {
    std::vector<rocksdb::ColumnFamilyDescriptor> families;
    for (const char* name : kFamilyNames) families.emplace_back(name, family_options());
    const auto options = database_options(nullptr);
    auto status = rocksdb::RepairDB(copied().string(), options, families, family_options());
    rocksdb::DB* db = nullptr;
    std::vector<rocksdb::ColumnFamilyHandle*> handles;
    if (status.ok()) {
      status = rocksdb::DB::Open(options, copied().string(), families, &handles, &db);
    }
    for (auto* handle : handles) db->DestroyColumnFamilyHandle(handle);
    delete db;
    if (status.ok()) return open(copied());
    return noted({ErrorKind::kCorrupt, "",
                  "the list of tables cannot be made anew (" + status.ToString() + ")"});
  }

  std::unique_ptr<Database> open(const path& database) {
    auto opened =
        Database::open_read_only(database, rocksdb::WALRecoveryMode::kSkipAnyCorruptedRecords);
    return opened ? std::move(*opened) : noted(opened.error());
  }

  std::unique_ptr<Database> noted(const Error& error) {
    report_.troubles.push_back(error.message);
    return nullptr;
  }

  static std::vector<path> logs_in(const path& database) {
    std::vector<path> logs;
    for (const auto& file : std::filesystem::directory_iterator(database)) {
      if (file.path().extension() == ".log") logs.push_back(file.path());
    }
    return logs;
  }

  static std::map<CafeId, FoundCafe> find_all(const std::unique_ptr<Database>& database) {
    std::map<CafeId, FoundCafe> cafes;
    if (database == nullptr) return cafes;
    for (const CafeId& id : find_cafes(*database)) cafes.emplace(id, find_cafe(*database, id));
    return cafes;
  }

  Result<void> write() {
    auto announcer = std::make_shared<Announcer>([](const std::function<void()>&) {});
    auto database = Database::open(into_, 0, announcer, nullptr);
    if (!database) return database.error();
    for (auto& [id, found] : cafes_) {
      for (const Trouble& trouble : found.troubles) report_.troubles.push_back(trouble.sentence);
      if (found.savable() == 0) {
        report_.lost_cafes.push_back(id);
        continue;
      }
      auto saved = write_salvaged(**database, std::move(found), random_);
      if (!saved) return saved.error();
      report_.cafes.push_back(*saved);
    }
    auto watermark = Watermark::open(into_.watermark());
    if (!watermark) return watermark.error();
    return watermark->save((*database)->sequence());
  }

  const DataFolder& damaged_;
  const DataFolder& into_;
  Random& random_;
  std::map<CafeId, FoundCafe> cafes_;
  bool complete_ = false;
  SalvageReport report_;
};

}  // namespace

Result<SalvageReport> salvage(const path& damaged, const path& into, Random& random) {
  std::error_code error;
  // Only then: holding a folder makes it.
  if (!std::filesystem::is_directory(damaged / "journal", error)) {
    return Error{ErrorKind::kNotFound, "", naming(damaged) + " holds no café: it has no database"};
  }
  if (std::filesystem::exists(into, error) && !std::filesystem::is_empty(into, error)) {
    return Error{
        ErrorKind::kInvalid, "--to",
        naming(into) + " is not empty, and nothing is ever overwritten; name a new folder"};
  }
  const auto held = DataFolder::hold(damaged);
  if (!held) return held.error();
  const auto made = DataFolder::hold(into);
  if (!made) return made.error();
  return Salvage(*held, *made, random).run();
}

bool SalvageReport::lost_nothing() const {
  const auto is_whole = [](const SalvagedCafe& cafe) {
    return cafe.entries_lost == 0 && cafe.private_records_lost == 0 && !cafe.snapshot_lost &&
           !cafe.header_made;
  };
  return lost_cafes.empty() && std::all_of(cafes.begin(), cafes.end(), is_whole);
}

}  // namespace rebond
