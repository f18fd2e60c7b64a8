// The journal on disk: RocksDB, one folder for all cafés of a server.
#include "store/rocks_journal.h"

#include <span>
#include <utility>

#include "store/batch.h"
#include "store/committer.h"
#include "store/data_folder.h"
#include "store/database.h"
#include "store/journal_errors.h"
#include "store/reader.h"
#include "store/watermark.h"

namespace rebond {

// In the order in which they need each other, so that they end the other way round: the committer
// writes what is pending, the database closes, the folder is let go.
class RocksJournal::Parts final : public BatchWriter {
 public:
  Parts(DataFolder held, Watermark mark, std::shared_ptr<Announcer> announcing,
        std::unique_ptr<Database> opened)
      : folder(std::move(held)),
        watermark(std::move(mark)),
        announcer(std::move(announcing)),
        database(std::move(opened)),
        reader(*database),
        committer(*this, announcer) {}

  Result<void> write(std::span<const PendingWrite> batch) override {
    rocksdb::WriteBatch writes = make_batch(*database, batch);
    return database->write(writes);
  }

  Result<void> note_progress() override { return watermark.save(database->sequence()); }

  DataFolder folder;
  Watermark watermark;
  std::shared_ptr<Announcer> announcer;
  std::unique_ptr<Database> database;
  Reader reader;
  Committer committer;
};

Result<std::unique_ptr<RocksJournal>> RocksJournal::open(const std::filesystem::path& folder,
                                                         Post post, rocksdb::Env* env) {
  auto held = DataFolder::hold(folder);
  if (!held) return held.error();
  auto watermark = Watermark::open(held->watermark());
  if (!watermark) return watermark.error();
  auto announcer = std::make_shared<Announcer>(std::move(post));
  auto database = Database::open(*held, watermark.value().reached(), announcer, env);
  if (!database) return database.error();
  return std::unique_ptr<RocksJournal>(new RocksJournal(std::make_unique<Parts>(
      std::move(*held), std::move(*watermark), announcer, std::move(*database))));
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

std::uint64_t RocksJournal::batches_committed() const {
  return parts_->committer.batches_committed();
}

}  // namespace rebond
