// The files of a database's log, read before RocksDB may change them.
#include <algorithm>
#include <cerrno>
#include <fstream>
#include <string>
#include <system_error>
#include <utility>

#include "store/log_scan.h"

namespace rebond {
namespace {

using std::filesystem::path;

Error cannot_read(const path& file, const std::error_code& error) {
  return {error == std::errc::permission_denied ? ErrorKind::kPermission : ErrorKind::kIo, "",
          "\"" + file.string() + "\" cannot be read (" + error.message() +
              "); repair the disk, then start the server again"};
}

Error damaged_log(const path& file, const LogScan& scan, const std::string& what_follows) {
  return {
      ErrorKind::kCorrupt, "",
      "\"" + file.string() + "\" is damaged at byte " + std::to_string(scan.sound_bytes) +
          ", and " + what_follows +
          ": acknowledged changes would be lost; restore a backup of the data folder, or save " +
          "what can be read with rebond-server salvage"};
}

// Names are numbers of six digits or more, so shorter ones are older.
bool is_older(const path& one, const path& other) {
  const std::string a = one.filename().string();
  const std::string b = other.filename().string();
  return a.size() != b.size() ? a.size() < b.size() : a < b;
}

Result<std::vector<path>> log_files(const path& database) {
  std::vector<path> files;
  std::error_code error;
  std::filesystem::directory_iterator it(database, error);
  if (error == std::errc::no_such_file_or_directory) return files;
  for (; !error && it != std::filesystem::directory_iterator(); it.increment(error)) {
    if (it->path().extension() == ".log") files.push_back(it->path());
  }
  if (error) return cannot_read(database, error);
  std::sort(files.begin(), files.end(), is_older);
  return files;
}

// A start after a torn tail goes on, in a new file, with the number at which the tail was torn.
// A later number means that records between them are gone.
void judge(ScannedLog& log, const std::vector<ScannedLog>& later) {
  const LogScan& scan = log.scan;
  if (scan.record_after_damage) {
    log.trouble =
        damaged_log(log.file, scan,
                    "a whole record follows at byte " + std::to_string(*scan.record_after_damage));
    return;
  }
  if (scan.torn_bytes == 0 || scan.records == 0) return;
  const auto next = std::find_if(later.begin(), later.end(),
                                 [](const ScannedLog& other) { return other.scan.records > 0; });
  if (next == later.end() || next->scan.first_sequence <= scan.next_sequence) return;
  log.trouble = damaged_log(log.file, scan, "\"" + next->file.string() + "\" goes on later");
}

}  // namespace

Result<LogScan> scan_log(const path& file) {
  std::ifstream stream(file, std::ios::binary);
  LogScanner scanner;
  std::string block(LogScanner::kBlockBytes, '\0');
  while (stream) {
    stream.read(block.data(), static_cast<std::streamsize>(block.size()));
    const auto size = static_cast<std::size_t>(stream.gcount());
    if (size > 0) scanner.block(std::string_view(block).substr(0, size));
  }
  if (!stream.eof()) return cannot_read(file, {errno, std::generic_category()});
  return scanner.scan();
}

Result<std::vector<ScannedLog>> scan_logs(const path& database) {
  const auto files = log_files(database);
  if (!files) return files.error();
  std::vector<ScannedLog> later;
  // From the newest to the oldest, so that each can be compared with what follows it.
  for (auto file = files->rbegin(); file != files->rend(); ++file) {
    auto scan = scan_log(*file);
    if (!scan) return scan.error();
    ScannedLog log{*file, *scan, std::nullopt};
    judge(log, later);
    later.insert(later.begin(), std::move(log));
  }
  return later;
}

}  // namespace rebond
