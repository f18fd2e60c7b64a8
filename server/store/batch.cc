// Turns what cafés asked for into one RocksDB batch.
#include "store/batch.h"

#include <string>
#include <string_view>
#include <variant>

#include "base/bytes.h"
#include "base/check.h"
#include "store/checked_value.h"
#include "store/keys.h"
#include "store/options.h"

namespace rebond {
namespace {

class BatchMaker {
 public:
  explicit BatchMaker(const Database& database) : database_(database) {}

  void operator()(const Append& append) {
    if (append.header) put_header(*append.header);
    if (append.seq != 0) put_entry(append.cafe, append.seq, *append.entry);
    put_private(append.cafe, append.private_writes);
  }

  // One key for each café: a newer snapshot replaces the older one.
  void operator()(const SnapshotWrite& write) {
    std::string value;
    append_u32(value, write.seq);
    value += *write.snapshot;
    put(Family::kSnapshots, write.cafe, value);
  }

  void operator()(const WholeCafe& whole) {
    const CafeId& cafe = whole.header.id();
    (*this)(Removal{cafe});
    put_header(whole.header);
    Seq seq = 0;
    for (const SharedBytes& entry : whole.entries) put_entry(cafe, ++seq, *entry);
    if (whole.snapshot != nullptr) (*this)(SnapshotWrite{cafe, whole.snapshot_seq, whole.snapshot});
    put_private(cafe, whole.private_records);
  }

  void operator()(const Unmark& unmark) {
    for (const std::string& mark : unmark.marks) remove(Family::kDefault, mark);
  }

  void operator()(const Removal& removal) {
    mark_for_purge();
    remove(Family::kCafes, removal.cafe);
    remove(Family::kSnapshots, removal.cafe);
    remove_all(Family::kEntries, removal.cafe);
    remove_all(Family::kSecrets, removal.cafe);
  }

  rocksdb::WriteBatch take() { return std::move(batch_); }

 private:
  void put_header(const v1::CafeHeader& header) {
    put(Family::kCafes, header.id(), header.SerializeAsString());
  }
  void put_entry(const CafeId& cafe, Seq seq, std::string_view entry) {
    put(Family::kEntries, entry_key(cafe, seq), entry);
  }
  void put_private(const CafeId& cafe, const std::vector<PrivateWrite>& writes) {
    for (const PrivateWrite& write : writes) {
      const std::string key = private_key(cafe, write.kind, write.id);
      write.record ? put(Family::kSecrets, key, *write.record) : remove(Family::kSecrets, key);
    }
  }

  // In the same batch: a crash never forgets that something is still to be purged.
  void mark_for_purge() {
    put(Family::kDefault, purge_mark(database_.sequence() + batch_.Count()), {});
  }

  // These fail only for keys and values above 4 GiB.
  void put(Family family, const std::string& key, std::string_view payload) {
    CHECK(batch_.Put(database_.family(family), key, seal(key, payload)).ok());
  }
  void remove(Family family, const std::string& key) {
    CHECK(batch_.Delete(database_.family(family), key).ok());
  }
  void remove_all(Family family, const CafeId& cafe) {
    const std::string begin = cafe_prefix(cafe);
    CHECK(batch_.DeleteRange(database_.family(family), begin, cafe_prefix_end(cafe)).ok());
  }

  const Database& database_;
  rocksdb::WriteBatch batch_{0, 0, kProtectionBytesPerKey, 0};
};

}  // namespace

rocksdb::WriteBatch make_batch(const Database& database, std::span<const PendingWrite> writes) {
  BatchMaker maker(database);
  for (const PendingWrite& write : writes) std::visit(maker, write.write);
  return maker.take();
}

}  // namespace rebond
