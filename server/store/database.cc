// The RocksDB of a data folder: opened and closed with care.
#include "store/database.h"

#include <algorithm>
#include <optional>
#include <rocksdb/listener.h>
#include <rocksdb/write_batch.h>
#include <utility>
#include <vector>

#include "store/file_damage.h"
#include "store/log_scan.h"
#include "store/options.h"

namespace rebond {
namespace {

using rocksdb::Status;

constexpr const char* kRemedy =
    "restore a backup of it, or save what can be read with rebond-server salvage";

Error failed(const std::filesystem::path& folder, const Status& status, const std::string& doing) {
  if (status.IsCorruption()) {
    return {ErrorKind::kCorrupt, "",
            naming(folder) + " is damaged (" + status.ToString() + "); " + kRemedy};
  }
  return {ErrorKind::kIo, "",
          naming(folder) + " cannot " + doing + " (" + status.ToString() +
              "); free or repair the disk, then start the server again"};
}

// Hands RocksDB's background errors on: a failed flush loses nothing yet, but it is a failing disk.
class FailureListener final : public rocksdb::EventListener {
 public:
  FailureListener(std::filesystem::path folder, std::shared_ptr<Announcer> announcer)
      : folder_(std::move(folder)), announcer_(std::move(announcer)) {}

  void OnBackgroundError(rocksdb::BackgroundErrorReason, Status* status) override {
    announcer_->fail(failed(folder_, *status, "be written"));
  }

 private:
  std::filesystem::path folder_;
  std::shared_ptr<Announcer> announcer_;
};

// RocksDB says what is wrong, but not always in which file.
Error cannot_open(const std::filesystem::path& folder, const std::filesystem::path& database,
                  const Status& status) {
  if (const auto damaged = damaged_files(database); !damaged.empty()) {
    return {ErrorKind::kCorrupt, "",
            naming(folder) + " is damaged: " + damaged.front().sentence + "; " + kRemedy};
  }
  if (status.IsInvalidArgument()) {
    return {ErrorKind::kInvalid, "",
            naming(folder) + " was written by another version of Rebond (" + status.ToString() +
                "); start that version"};
  }
  return failed(folder, status, "be opened");
}

std::vector<rocksdb::ColumnFamilyDescriptor> families(const StoreTuning& tuning) {
  std::vector<rocksdb::ColumnFamilyDescriptor> families;
  families.reserve(kFamilyNames.size());
  for (const char* name : kFamilyNames) families.emplace_back(name, family_options(tuning));
  return families;
}

}  // namespace

Result<std::unique_ptr<Database>> Database::open(const DataFolder& folder,
                                                 std::uint64_t acknowledged,
                                                 std::shared_ptr<Announcer> announcer,
                                                 rocksdb::Env* env, const StoreTuning& tuning) {
  if (auto current = check_current(folder.database()); !current) return current.error();
  if (auto logs = check_logs(folder, env); !logs) return logs.error();
  rocksdb::DBOptions options = database_options(env, tuning);
  if (auto reached = check_reached(folder, acknowledged, env); !reached) return reached.error();
  options.listeners.push_back(
      std::make_shared<FailureListener>(folder.path(), std::move(announcer)));
  std::unique_ptr<Database> database(new Database(folder.path()));
  rocksdb::DB* opened = nullptr;
  const Status status = rocksdb::DB::Open(options, folder.database().string(), families(tuning),
                                          &database->families_, &opened);
  database->db_.reset(opened);
  if (!status.ok()) return cannot_open(folder.path(), folder.database(), status);
  if (auto synced = sync_folder(folder.path()); !synced) return synced.error();
  return database;
}

// A torn log whose changes are in tables already is read by nobody, but its removal may not have
// reached the disk. So a gap between two logs counts only if RocksDB, reading, does not come to the
// end of the newest one.
Result<void> Database::check_logs(const DataFolder& folder, rocksdb::Env* env) {
  const auto logs = scan_logs(folder.database());
  if (!logs) return logs.error();
  std::optional<Error> trouble;
  std::uint64_t next_sequence = 0;
  for (const ScannedLog& log : *logs) {
    if (log.trouble && log.scan.record_after_damage) return *log.trouble;
    if (log.trouble && !trouble) trouble = log.trouble;
    next_sequence = std::max(next_sequence, log.scan.next_sequence);
  }
  if (!trouble) return {};
  const auto read =
      open_read_only(folder.database(), rocksdb::WALRecoveryMode::kPointInTimeRecovery, env);
  if (!read || (*read)->sequence() + 1 < next_sequence) return *trouble;
  return {};
}

Result<std::unique_ptr<Database>> Database::open_read_only(const std::filesystem::path& database,
                                                           rocksdb::WALRecoveryMode recovery,
                                                           rocksdb::Env* env) {
  rocksdb::DBOptions options = database_options(env);
  options.create_if_missing = false;
  options.wal_recovery_mode = recovery;
  std::unique_ptr<Database> opened(new Database(database.parent_path()));
  rocksdb::DB* db = nullptr;
  const Status status = rocksdb::DB::OpenForReadOnly(options, database.string(), families({}),
                                                     &opened->families_, &db);
  opened->db_.reset(db);
  if (!status.ok()) return cannot_open(opened->folder_, database, status);
  return opened;
}

// RocksDB itself drops what follows a damaged record of its log, in silence and for good. Reading
// the log without opening for writing leaves everything in place for a rescue. With every family:
// each has its own place in the log from which it is read, and a power cut in the middle of a
// recovery leaves them apart.
Result<void> Database::check_reached(const DataFolder& folder, std::uint64_t acknowledged,
                                     rocksdb::Env* env) {
  if (acknowledged == 0) return {};
  if (std::filesystem::exists(folder.database())) {
    auto opened =
        open_read_only(folder.database(), rocksdb::WALRecoveryMode::kPointInTimeRecovery, env);
    if (!opened) return opened.error();
    if ((*opened)->sequence() >= acknowledged) return {};
  }
  return Error{ErrorKind::kCorrupt, "",
               naming(folder.path()) + " has lost changes that were acknowledged; restore a " +
                   "backup of it, or remove \"" + folder.watermark().string() +
                   "\" to accept what is left"};
}

Database::~Database() {
  for (rocksdb::ColumnFamilyHandle* family : families_) db_->DestroyColumnFamilyHandle(family);
}

Result<void> Database::write(rocksdb::WriteBatch& batch) {
  const Status status = db_->Write(write_options(), &batch);
  if (!status.ok()) return failure(status, "be written");
  return {};
}

Error Database::failure(const Status& status, const std::string& doing) const {
  return failed(folder_, status, doing);
}

}  // namespace rebond
