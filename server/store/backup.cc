// Backups of a data folder: several in one folder, each whole, what they share kept once.
#include "store/backup.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <rocksdb/utilities/backup_engine.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

#include "base/check.h"
#include "store/data_folder.h"

namespace rebond {
namespace {

namespace fs = std::filesystem;

// Names the layout of the folder; a reader refuses one that it does not know.
constexpr char kMarkName[] = "rebond-backup.json";
constexpr std::string_view kMark = "{\"rebond_backup\":1}\n";
constexpr char kLockName[] = "rebond-backup.lock";
constexpr char kEngineFolder[] = "journal";

Error invalid(std::string message) {
  return {ErrorKind::kInvalid, "", std::move(message)};
}

std::string quoted(const fs::path& path) {
  return "\"" + path.string() + "\"";
}

Error cannot_write(const fs::path& path, int number) {
  const bool permission = number == EACCES || number == EPERM || number == EROFS;
  return {permission ? ErrorKind::kPermission : ErrorKind::kIo, "",
          "backups cannot be kept in " + quoted(path) + " (" +
              std::generic_category().message(number) +
              "); choose a folder on a disk that can be written and has room"};
}

bool is_within(const fs::path& path, const fs::path& folder) {
  const auto [end, ignored] = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
  return end == folder.end();
}

fs::path resolved(const fs::path& path) {
  std::error_code error;
  fs::path whole = fs::weakly_canonical(fs::absolute(path, error), error);
  if (!whole.has_filename()) whole = whole.parent_path();
  return whole;
}

/// Whether the folder is one of ours, new or empty; anything else is somebody's.
Result<void> check_usable(const fs::path& folder) {
  std::error_code error;
  const fs::file_status status = fs::status(folder, error);
  if (!fs::exists(status)) return {};
  if (!fs::is_directory(status)) return invalid(quoted(folder) + " is no folder; name another one");
  if (fs::exists(folder / kMarkName, error)) return {};
  const fs::directory_iterator first(folder, error);
  if (error) return cannot_write(folder, error.value());
  if (first == fs::directory_iterator()) return {};
  return invalid(quoted(folder) + " holds other things than backups; name a new or empty folder");
}

Result<void> make_private_folder(const fs::path& folder) {
  std::error_code error;
  if (fs::is_directory(folder, error)) return {};
  fs::create_directories(folder.parent_path(), error);
  if (error) return cannot_write(folder, error.value());
  // People's names and words are inside.
  if (::mkdir(folder.c_str(), S_IRWXU) != 0 && errno != EEXIST) return cannot_write(folder, errno);
  return {};
}

Result<FileDescriptor> lock(const fs::path& folder, int flags) {
  const fs::path file = folder / kLockName;
  FileDescriptor opened(::open(file.c_str(), flags | O_CLOEXEC, S_IRUSR | S_IWUSR));
  if (!opened.is_open()) return cannot_write(folder, errno);
  if (::flock(opened.get(), LOCK_EX | LOCK_NB) == 0) return opened;
  if (errno != EWOULDBLOCK) return cannot_write(folder, errno);
  return Error{ErrorKind::kBusy, "",
               "another backup or restore is at work in " + quoted(folder) +
                   "; wait until it is done, then try again"};
}

Result<void> write_mark(const fs::path& folder) {
  const fs::path file = folder / kMarkName;
  const FileDescriptor mark(
      ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, S_IRUSR | S_IWUSR));
  if (!mark.is_open()) return cannot_write(folder, errno);
  const ssize_t written = ::write(mark.get(), kMark.data(), kMark.size());
  if (written != static_cast<ssize_t>(kMark.size())) {
    return cannot_write(folder, written < 0 ? errno : ENOSPC);
  }
  if (::fsync(mark.get()) != 0) return cannot_write(folder, errno);
  return {};
}

Result<void> check_mark(const fs::path& folder) {
  const fs::path file = folder / kMarkName;
  const FileDescriptor mark(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  if (!mark.is_open()) {
    return Error{ErrorKind::kNotFound, "",
                 "there are no backups in " + quoted(folder) +
                     "; name the folder that was given to backup --to"};
  }
  std::string text(kMark.size() + 1, '\0');
  const ssize_t size = ::read(mark.get(), text.data(), text.size());
  if (size == static_cast<ssize_t>(kMark.size()) && text.starts_with(kMark)) return {};
  return invalid("the backups in " + quoted(folder) +
                 " were made by another version of Rebond; restore them with that version");
}

}  // namespace

Backups::Backups(fs::path folder, FileDescriptor held)
    : folder_(std::move(folder)), lock_(std::move(held)) {}

Backups::~Backups() = default;

Result<std::unique_ptr<Backups>> Backups::open_to_add(const fs::path& given, const fs::path& data,
                                                      rocksdb::Env* env) {
  const fs::path folder = resolved(given);
  const fs::path source = resolved(data);
  if (given.empty() || is_within(folder, source) || is_within(source, folder)) {
    return invalid("a backup inside the data folder would be lost with it; name a folder outside " +
                   quoted(source) + ", best on another disk");
  }
  if (auto usable = check_usable(folder); !usable) return usable.error();
  if (auto made = make_private_folder(folder); !made) return made.error();
  auto held = lock(folder, O_RDWR | O_CREAT);
  if (!held) return held.error();
  std::error_code error;
  if (!fs::exists(folder / kMarkName, error)) {
    if (auto marked = write_mark(folder); !marked) return marked.error();
  }
  if (auto known = check_mark(folder); !known) return known.error();
  if (auto made = make_private_folder(folder / kEngineFolder); !made) return made.error();

  std::unique_ptr<Backups> backups(new Backups(folder, std::move(*held)));
  if (auto opened = backups->open_engine(env); !opened) return opened.error();
  return backups;
}

Result<std::unique_ptr<Backups>> Backups::open_to_restore(const fs::path& given) {
  const fs::path folder = resolved(given);
  if (auto known = check_mark(folder); !known) return known.error();
  // A stick that can only be read has no lock to take, and nobody adds to it.
  auto held = lock(folder, O_RDONLY);
  if (!held && held.error().kind == ErrorKind::kBusy) return held.error();
  std::unique_ptr<Backups> backups(
      new Backups(folder, held ? std::move(*held) : FileDescriptor(-1)));
  if (auto opened = backups->open_engine_to_read(); !opened) return opened.error();
  if (backups->list().empty()) {
    return Error{ErrorKind::kNotFound, "",
                 "no backup in " + quoted(folder) + " is whole; restore from another folder"};
  }
  return backups;
}

Result<void> Backups::open_engine(rocksdb::Env* env) {
  const std::string engine_folder = (folder_ / kEngineFolder).string();
  rocksdb::BackupEngineOptions options(engine_folder, env);
  options.sync = true;
  const rocksdb::Status status =
      rocksdb::BackupEngine::Open(options, rocksdb::Env::Default(), &adder_);
  engine_.reset(adder_);
  if (!status.ok()) return failure(status, "be opened");
  return {};
}

Result<void> Backups::open_engine_to_read() {
  const std::string engine_folder = (folder_ / kEngineFolder).string();
  rocksdb::BackupEngineReadOnly* opened = nullptr;
  const rocksdb::Status status = rocksdb::BackupEngineReadOnly::Open(
      rocksdb::BackupEngineOptions(engine_folder), rocksdb::Env::Default(), &opened);
  engine_.reset(opened);
  if (!status.ok()) return failure(status, "be opened");
  return {};
}

std::vector<Backup> Backups::list() const {
  std::vector<rocksdb::BackupInfo> infos;
  engine_->GetBackupInfo(&infos);
  std::vector<Backup> backups;
  for (const rocksdb::BackupInfo& info : infos) {
    backups.push_back({info.backup_id, info.timestamp, info.size});
  }
  return backups;
}

Result<Backup> Backups::add(rocksdb::DB& db, std::uint32_t keep) {
  rocksdb::CreateBackupOptions options;
  // Tables are shared with the next backup, a log is copied each time.
  options.flush_before_backup = true;
  rocksdb::BackupID id = 0;
  CHECK(adder_ != nullptr);
  const rocksdb::Status made = adder_->CreateNewBackup(options, &db, &id);
  if (!made.ok()) return failure(made, "be written");
  if (auto whole = verify(id); !whole) {
    adder_->DeleteBackup(id).PermitUncheckedError();
    return whole.error();
  }
  const rocksdb::Status purged = adder_->PurgeOldBackups(std::max(keep, 1U));
  if (!purged.ok()) return failure(purged, "be tidied up");
  return list().back();
}

void Backups::stop() {
  if (adder_ != nullptr) adder_->StopBackup();
}

Result<void> Backups::verify(std::uint32_t id) const {
  const rocksdb::Status status = engine_->VerifyBackup(id, /*verify_with_checksum=*/true);
  if (status.ok()) return {};
  if (status.IsCorruption() || status.IsNotFound()) return damaged(id, status.ToString());
  return failure(status, "be read");
}

Result<void> Backups::restore(std::uint32_t id, const fs::path& database) const {
  const rocksdb::Status status =
      engine_->RestoreDBFromBackup(rocksdb::RestoreOptions(), id, database, database);
  if (status.ok()) return {};
  if (status.IsCorruption()) return damaged(id, status.ToString());
  return Error{ErrorKind::kIo, "",
               "backup " + std::to_string(id) + " cannot be put into " + quoted(database) + " (" +
                   status.ToString() + "); free or repair that disk, then restore again"};
}

Error Backups::failure(const rocksdb::Status& status, const std::string& doing) const {
  if (status.IsIncomplete()) {
    return {ErrorKind::kUnavailable, "",
            "the backup was stopped, since the server stops; make it again"};
  }
  return {ErrorKind::kIo, "",
          "the backup in " + quoted(folder_) + " cannot " + doing + " (" + status.ToString() +
              "); free or repair that disk, or name another folder; the café was not touched"};
}

Error Backups::damaged(std::uint32_t id, const std::string& why) const {
  std::string others;
  for (const Backup& backup : list()) {
    if (backup.id == id) continue;
    others += (others.empty() ? "" : ", ") + std::to_string(backup.id);
  }
  return {ErrorKind::kCorrupt, "",
          "backup " + std::to_string(id) + " in " + quoted(folder_) + " is damaged (" + why +
              "); " +
              (others.empty() ? "restore from another folder"
                              : "restore another one of this folder: --id " + others)};
}

}  // namespace rebond
