// The journal on disk: RocksDB, one folder for all cafés of a server.
#include "store/rocks_journal.h"

#include <span>
#include <utility>

#include "store/batch.h"
#include "store/committer.h"
#include "store/data_folder.h"
#include "store/database.h"
#include "store/journal_errors.h"
#include "store/purge.h"
#include "store/reader.h"
#include "store/watermark.h"

namespace rebond {

// In the order in which they need each other, so that they end the other way round: the committer
// writes what is pending, the database closes, the folder is let go.
class RocksJournal::Parts final : public BatchWriter {
 public:
  Parts(DataFolder held, Watermark mark, std::shared_ptr<Announcer> announcing,
        std::unique_ptr<Database> opened, std::chrono::milliseconds note_progress_after)
      : folder(std::move(held)),
        watermark(std::move(mark)),
        announcer(std::move(announcing)),
        database(std::move(opened)),
        reader(*database),
        committer(*this, announcer, note_progress_after),
        purger(*database, announcer) {}

  Result<void> write(std::span<const PendingWrite> batch) override {
    rocksdb::WriteBatch writes = make_batch(*database, batch);
    if (writes.Count() == 0) return {};  // only waited for its turn
    return database->write(writes);
  }

  Result<void> note_progress() override { return watermark.save(database->sequence()); }

  /// Purges, then takes the marks back.
  void purge(Durable on_purged) {
    purger.request([this, on_purged = std::move(on_purged)](std::vector<std::string> marks) {
      committer.submit({Unmark{std::move(marks)}, on_purged});
    });
  }

  DataFolder folder;
  Watermark watermark;
  std::shared_ptr<Announcer> announcer;
  std::unique_ptr<Database> database;
  Reader reader;
  Committer committer;
  Purger purger;
};

Result<std::unique_ptr<RocksJournal>> RocksJournal::open(const std::filesystem::path& folder,
                                                         Post post, rocksdb::Env* env,
                                                         const StoreTuning& tuning) {
  auto held = DataFolder::hold(folder);
  if (!held) return held.error();
  if (std::error_code error; std::filesystem::exists(held->unfinished(), error)) {
    return Error{ErrorKind::kCorrupt, "",
                 naming(held->path()) +
                     " is left from a restore that did not end; remove it and restore again"};
  }
  auto watermark = Watermark::open(held->watermark());
  if (!watermark) return watermark.error();
  auto announcer = std::make_shared<Announcer>(std::move(post));
  auto database = Database::open(*held, watermark.value().reached(), announcer, env, tuning);
  if (!database) return database.error();
  const auto marks = purge_marks(**database);
  if (!marks) return marks.error();
  auto parts = std::make_unique<Parts>(std::move(*held), std::move(*watermark), announcer,
                                       std::move(*database), tuning.note_progress_after);
  // What the last life was asked to purge and did not end.
  if (!marks->empty()) parts->purge({});
  return std::unique_ptr<RocksJournal>(new RocksJournal(std::move(parts)));
}

RocksJournal::RocksJournal(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

RocksJournal::~RocksJournal() {
  parts_->announcer->silence();
}

void RocksJournal::append(Append append, Durable on_durable) {
  check_append(append);
  parts_->committer.submit({std::move(append), std::move(on_durable)});
}

void RocksJournal::save_snapshot(const CafeId& cafe, Seq seq, SharedBytes snapshot) {
  parts_->committer.submit({SnapshotWrite{cafe, seq, std::move(snapshot)}, {}});
}

void RocksJournal::replace(WholeCafe cafe, Durable on_durable) {
  check_whole(cafe);
  parts_->committer.submit({std::move(cafe), std::move(on_durable)});
}

void RocksJournal::remove(const CafeId& cafe, Durable on_durable) {
  parts_->committer.submit({Removal{cafe}, std::move(on_durable)});
}

void RocksJournal::purge(Durable on_purged) {
  parts_->committer.submit(
      {Unmark{}, [this, on_purged = std::move(on_purged)] { parts_->purge(on_purged); }});
}

void RocksJournal::on_failure(Failed failed) {
  parts_->announcer->on_failure(std::move(failed));
}

Result<std::vector<v1::CafeHeader>> RocksJournal::cafes() const {
  if (parts_->announcer->failed()) return stopped_after_failure();
  return parts_->reader.cafes();
}

Result<StoredCafe> RocksJournal::load(const CafeId& cafe) const {
  if (parts_->announcer->failed()) return stopped_after_failure();
  return parts_->reader.load(cafe);
}

Result<void> RocksJournal::read(const CafeId& cafe, Seq after, const Visit& visit) const {
  if (parts_->announcer->failed()) return stopped_after_failure();
  return parts_->reader.read(cafe, after, visit);
}

Result<Backup> RocksJournal::back_up(Backups& backups, std::uint32_t keep) const {
  if (parts_->announcer->failed()) return stopped_after_failure();
  return backups.add(parts_->database->db(), keep);
}

std::uint64_t RocksJournal::batches_committed() const {
  return parts_->committer.batches_committed();
}

}  // namespace rebond
