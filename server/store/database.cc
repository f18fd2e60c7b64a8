// The RocksDB of a data folder: opened and closed with care.
#include "store/database.h"

#include <rocksdb/listener.h>
#include <rocksdb/write_batch.h>
#include <utility>
#include <vector>

#include "store/options.h"

namespace rebond {
namespace {

using rocksdb::Status;

Error failed(const std::filesystem::path& folder, const Status& status, const std::string& doing) {
  if (status.IsCorruption()) {
    return {ErrorKind::kCorrupt, "",
            naming(folder) + " is damaged (" + status.ToString() + "); restore a backup of it"};
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

// RocksDB itself drops what follows a damaged record of its log, in silence and for good. Reading
// the log without opening for writing leaves everything in place for a rescue.
Result<void> check_reached(const DataFolder& folder, std::uint64_t acknowledged,
                           rocksdb::DBOptions options) {
  if (acknowledged == 0) return {};
  options.create_if_missing = false;
  rocksdb::DB* opened = nullptr;
  const Status status = rocksdb::DB::OpenForReadOnly(rocksdb::Options(options, family_options()),
                                                     folder.database().string(), &opened);
  const std::unique_ptr<rocksdb::DB> db(opened);
  if (status.ok() && db->GetLatestSequenceNumber() >= acknowledged) return {};
  if (!status.ok() && !status.IsPathNotFound()) return failed(folder.path(), status, "be opened");
  return Error{ErrorKind::kCorrupt, "",
               naming(folder.path()) + " has lost changes that were acknowledged; restore a " +
                   "backup of it, or remove \"" + folder.watermark().string() +
                   "\" to accept what is left"};
}

Error cannot_open(const DataFolder& folder, const Status& status) {
  if (status.IsInvalidArgument()) {
    return {ErrorKind::kInvalid, "",
            naming(folder.path()) + " was written by another version of Rebond (" +
                status.ToString() + "); start that version"};
  }
  return failed(folder.path(), status, "be opened");
}

}  // namespace

Result<std::unique_ptr<Database>> Database::open(const DataFolder& folder,
                                                 std::uint64_t acknowledged,
                                                 std::shared_ptr<Announcer> announcer,
                                                 rocksdb::Env* env) {
  rocksdb::DBOptions options = database_options(env);
  if (auto reached = check_reached(folder, acknowledged, options); !reached) {
    return reached.error();
  }
  options.listeners.push_back(
      std::make_shared<FailureListener>(folder.path(), std::move(announcer)));
  std::vector<rocksdb::ColumnFamilyDescriptor> families;
  families.reserve(kFamilyNames.size());
  for (const char* name : kFamilyNames) families.emplace_back(name, family_options());

  std::unique_ptr<Database> database(new Database(folder.path()));
  rocksdb::DB* opened = nullptr;
  const Status status = rocksdb::DB::Open(options, folder.database().string(), families,
                                          &database->families_, &opened);
  database->db_.reset(opened);
  if (!status.ok()) return cannot_open(folder, status);
  if (auto synced = sync_folder(folder.path()); !synced) return synced.error();
  return database;
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
