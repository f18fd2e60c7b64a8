// Whether everything in a data folder is what was written, without changing any of it.
#include "store/check_folder.h"

#include <algorithm>
#include <memory>
#include <system_error>
#include <utility>

#include "store/data_folder.h"
#include "store/database.h"
#include "store/file_damage.h"
#include "store/found_cafe.h"
#include "store/log_scan.h"
#include "store/watermark.h"

namespace rebond {
namespace {

using std::filesystem::path;

std::size_t file_count(const path& folder) {
  std::error_code error;
  std::size_t count = 0;
  for (std::filesystem::directory_iterator it(folder, error), end; !error && it != end;
       it.increment(error)) {
    if (it->is_regular_file(error)) ++count;
  }
  return count;
}

std::vector<path> tables_in_use(const Database& database) {
  std::vector<rocksdb::LiveFileMetaData> metadata;
  database.db().GetLiveFilesMetaData(&metadata);
  std::vector<path> tables;
  tables.reserve(metadata.size());
  for (const auto& table : metadata) tables.push_back(path(table.db_path + table.name));
  return tables;
}

class Check {
 public:
  explicit Check(const DataFolder& folder) : folder_(folder) {}

  Result<CheckReport> run() {
    report_.files = file_count(folder_.database());
    if (auto logs = check_logs(); !logs) return logs.error();
    auto opened = Database::open_read_only(folder_.database(),
                                           rocksdb::WALRecoveryMode::kPointInTimeRecovery);
    if (opened) {
      add(damaged_tables(tables_in_use(**opened)));
      check_watermark((*opened)->sequence());
      check_cafes(**opened);
    } else {
      report_.troubles.push_back({{}, "", 0, opened.error().message});
      add(damaged_files(folder_.database()));
    }
    return std::move(report_);
  }

 private:
  void add(std::vector<Trouble> troubles) {
    std::move(troubles.begin(), troubles.end(), std::back_inserter(report_.troubles));
  }

  Result<void> check_logs() {
    const auto logs = scan_logs(folder_.database());
    if (!logs) return logs.error();
    for (const ScannedLog& log : *logs) {
      report_.log_records += log.scan.records;
      if (log.trouble) {
        report_.troubles.push_back({log.file, "", 0, log.trouble->message});
      } else {
        report_.torn_bytes += log.scan.torn_bytes;
      }
    }
    return {};
  }

  void check_watermark(std::uint64_t sequence) {
    const auto reached = Watermark::read(folder_.watermark());
    if (!reached) {
      report_.troubles.push_back({folder_.watermark(), "", 0, reached.error().message});
    } else if (*reached > sequence) {
      report_.troubles.push_back({folder_.watermark(), "", 0,
                                  "the database ends at change " + std::to_string(sequence) +
                                      ", but change " + std::to_string(*reached) +
                                      " was acknowledged: \"" + folder_.watermark().string() +
                                      "\" says so"});
    }
  }

  void check_cafes(const Database& database) {
    for (const CafeId& id : find_cafes(database)) {
      FoundCafe found = find_cafe(database, id);
      const Seq head = found.entries.empty() ? 0 : found.entries.rbegin()->first;
      report_.cafes.push_back({id, head, found.entries.size(), found.savable(), found.snapshot_seq,
                               found.private_records.size(), found.header.has_value()});
      add(std::move(found.troubles));
    }
  }

  const DataFolder& folder_;
  CheckReport report_;
};

}  // namespace

Result<CheckReport> check_folder(const path& folder) {
  std::error_code error;
  if (!std::filesystem::is_directory(folder, error)) {
    return Error{ErrorKind::kNotFound, "", "there is no data folder \"" + folder.string() + "\""};
  }
  const auto held = DataFolder::hold(folder);
  if (!held) return held.error();
  if (!std::filesystem::is_directory(held->database(), error)) {
    return Error{ErrorKind::kNotFound, "",
                 "\"" + held->path().string() + "\" holds no café; is it a data folder?"};
  }
  return Check(*held).run();
}

}  // namespace rebond
