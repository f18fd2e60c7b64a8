// A data folder made from a backup.
#include "store/restore.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/next_life.h"
#include "store/batch.h"
#include "store/data_folder.h"
#include "store/database.h"
#include "store/reader.h"
#include "store/watermark.h"

namespace rebond {
namespace {

namespace fs = std::filesystem;

Result<void> check_empty(const fs::path& data) {
  std::error_code error;
  if (!fs::exists(data, error)) return {};
  if (fs::is_directory(data, error) && fs::is_empty(data, error) && !error) return {};
  return Error{ErrorKind::kInvalid, "--data",
               naming(data) + " is not empty, and nothing is ever overwritten; name a new folder"};
}

Result<Backup> choose(const Backups& backups, std::optional<std::uint32_t> id) {
  const std::vector<Backup> all = backups.list();
  if (!id) return all.back();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Backup& backup) { return backup.id == *id; });
  if (found != all.end()) return *found;
  std::string known;
  for (const Backup& backup : all) {
    known += (known.empty() ? "" : ", ") + std::to_string(backup.id);
  }
  return Error{ErrorKind::kNotFound, "--id",
               "there is no backup " + std::to_string(*id) + " in \"" + backups.folder().string() +
                   "\"; there are " + known};
}

/// Reads all of a café, which checks each value, and gives it its next life.
Result<RestoreReport::Cafe> next_life_of(const CafeId& cafe, const Reader& reader, Random& random) {
  const Result<StoredCafe> stored = reader.load(cafe);
  if (!stored) return stored.error();
  Seq last = 0;
  const Result<void> read = reader.read(cafe, 0, [&](Seq seq, std::string_view) {
    last = seq;
    return true;
  });
  if (!read) return read.error();
  Result<v1::CafeHeader> header =
      next_life(stored->header, stored->private_records, random.next_u64() | 1U);
  if (!header) return header.error();
  return RestoreReport::Cafe{*std::move(header), last};
}

Result<std::vector<RestoreReport::Cafe>> begin_anew(const DataFolder& folder, Random& random) {
  auto announcer = std::make_shared<Announcer>([](const std::function<void()>&) {});
  Result<std::unique_ptr<Database>> database = Database::open(folder, 0, announcer, nullptr);
  if (!database) return database.error();
  const Reader reader(**database);
  const Result<std::vector<v1::CafeHeader>> headers = reader.cafes();
  if (!headers) return headers.error();

  std::vector<RestoreReport::Cafe> cafes;
  std::vector<PendingWrite> writes;
  for (const v1::CafeHeader& header : *headers) {
    Result<RestoreReport::Cafe> cafe = next_life_of(header.id(), reader, random);
    if (!cafe) return cafe.error();
    writes.push_back({Append{header.id(), cafe->header, 0, nullptr, {}}, {}});
    cafes.push_back(*std::move(cafe));
  }
  rocksdb::WriteBatch batch = make_batch(**database, writes);
  if (Result<void> written = (*database)->write(batch); !written) return written.error();
  Result<Watermark> watermark = Watermark::open(folder.watermark());
  if (!watermark) return watermark.error();
  const Result<void> saved = watermark.value().save((*database)->sequence());
  if (!saved) return saved.error();
  return cafes;
}

Result<void> move_up(const DataFolder& from, const DataFolder& to) {
  std::error_code error;
  fs::rename(from.watermark(), to.watermark(), error);
  if (!error) fs::rename(from.database(), to.database(), error);
  if (error) return cannot_use(to.path(), error.value());
  if (auto synced = sync_folder(to.path()); !synced) return synced;
  fs::remove_all(from.path(), error);
  if (error) return cannot_use(to.path(), error.value());
  return sync_folder(to.path());
}

Result<RestoreReport> fill(const Backups& backups, const Backup& backup, const DataFolder& held,
                           Random& random) {
  const Result<DataFolder> staging = DataFolder::hold(held.unfinished());
  if (!staging) return staging.error();
  const Result<void> copied = backups.restore(backup.id, staging->database());
  if (!copied) return copied.error();
  Result<std::vector<RestoreReport::Cafe>> cafes = begin_anew(*staging, random);
  if (!cafes) return cafes.error();
  if (Result<void> moved = move_up(*staging, held); !moved) return moved.error();
  return RestoreReport{backup, *std::move(cafes)};
}

}  // namespace

Result<RestoreReport> restore_backup(const fs::path& from, std::optional<std::uint32_t> id,
                                     const fs::path& data, Random& random) {
  if (Result<void> empty = check_empty(data); !empty) return empty.error();
  const Result<std::unique_ptr<Backups>> backups = Backups::open_to_restore(from);
  if (!backups) return backups.error();
  const Result<Backup> backup = choose(**backups, id);
  if (!backup) return backup.error();
  if (Result<void> whole = (*backups)->verify(backup->id); !whole) return whole.error();

  std::error_code ignored;
  const bool was_there = fs::exists(data, ignored);
  const Result<DataFolder> held = DataFolder::hold(data);
  if (!held) return held.error();
  Result<RestoreReport> report = fill(**backups, *backup, *held, random);
  if (report) return report;
  for (const fs::path& made :
       {held->database(), held->watermark(), held->unfinished(), held->path() / "journal.lock"}) {
    fs::remove_all(made, ignored);
  }
  if (!was_there) fs::remove(held->path(), ignored);
  return report.error();
}

}  // namespace rebond
