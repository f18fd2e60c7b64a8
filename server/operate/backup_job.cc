// One backup of an open journal: from the order to the note that it was made.
#include "operate/backup_job.h"

#include <fstream>
#include <sys/stat.h>
#include <utility>

#include "base/iso_time.h"

namespace rebond::operate {
namespace {

namespace fs = std::filesystem;

// What the cafés may write while the copy is made, and some more.
constexpr std::uintmax_t kReserveBytes = 256ULL * 1024 * 1024;

fs::path note_path(const fs::path& data) {
  return data / "last-backup.json";
}

std::uintmax_t bytes_in(const fs::path& folder) {
  std::uintmax_t bytes = 0;
  std::error_code error;
  for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end;
       it.increment(error)) {
    std::error_code gone;
    const std::uintmax_t size = it->is_regular_file(gone) ? it->file_size(gone) : 0;
    if (!gone) bytes += size;
  }
  return bytes;
}

bool on_one_disk(const fs::path& a, const fs::path& b) {
  struct stat of_a {};
  struct stat of_b {};
  return ::stat(a.c_str(), &of_a) == 0 && ::stat(b.c_str(), &of_b) == 0 &&
         of_a.st_dev == of_b.st_dev;
}

/// For status. That a backup was made is true without it, so trouble is no failure.
void note(const fs::path& data, const Json& made) {
  const fs::path path = note_path(data);
  std::ofstream(path) << made.dump() << "\n";
  ::chmod(path.c_str(), S_IRUSR | S_IWUSR);
}

}  // namespace

BackupJob::BackupJob(fs::path data, const RocksJournal& journal, BackupOrder order)
    : data_(std::move(data)), journal_(journal), order_(std::move(order)) {}

Reply BackupJob::run() {
  Result<std::unique_ptr<Backups>> opened = Backups::open_to_add(order_.to, data_);
  if (!opened) return opened.error();
  const std::shared_ptr<Backups> backups = *std::move(opened);
  if (const Result<void> room = check_room(backups->folder()); !room) return room.error();
  {
    const std::lock_guard lock(mutex_);
    backups_ = backups;
    if (stopped_) backups->stop();
  }
  const Result<Backup> made = journal_.back_up(*backups, order_.keep);
  if (!made) return made.error();
  Json ids = Json::array();
  for (const Backup& backup : backups->list()) ids.push_back(backup.id);
  const Json json = {{"id", made->id},
                     {"to", backups->folder().string()},
                     {"at", iso_time(static_cast<double>(made->made_at_s) * 1'000)},
                     {"bytes", made->bytes},
                     {"kept", std::move(ids)}};
  note(data_, json);
  return reply_with(json);
}

void BackupJob::stop() {
  const std::lock_guard lock(mutex_);
  stopped_ = true;
  if (backups_) backups_->stop();
}

Result<void> BackupJob::check_room(const fs::path& folder) const {
  // Another disk may fill up; this one must not: the cafés write on it.
  if (!on_one_disk(folder, data_)) return {};
  std::error_code error;
  const fs::space_info space = fs::space(folder, error);
  const std::uintmax_t needed = bytes_in(data_ / "journal") + kReserveBytes;
  if (error || space.available >= needed) return {};
  return Error{ErrorKind::kIo, "--to",
               "a backup in \"" + folder.string() + "\" takes up to " +
                   std::to_string(needed / (1024 * 1024)) +
                   " MiB on the disk of the cafés, which has not so much; name a folder on "
                   "another disk"};
}

Json last_backup(const fs::path& data) {
  std::ifstream file(note_path(data));
  const Json json = Json::parse(file, nullptr, /*allow_exceptions=*/false);
  return json.is_object() ? json : Json(nullptr);
}

}  // namespace rebond::operate
