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
    if (append.header) put(Family::kCafes, append.cafe, append.header->SerializeAsString());
    if (append.seq != 0) {
      put(Family::kEntries, entry_key(append.cafe, append.seq), *append.entry);
    }
    for (const PrivateWrite& write : append.private_writes) {
      const std::string key = private_key(append.cafe, write.kind, write.id);
      if (write.record) {
        put(Family::kSecrets, key, *write.record);
      } else {
        remove(Family::kSecrets, key);
      }
    }
  }

  // One key for each café: a newer snapshot replaces the older one.
  void operator()(const SnapshotWrite& write) {
    std::string value;
    append_u32(value, write.seq);
    value += *write.snapshot;
    put(Family::kSnapshots, write.cafe, value);
  }

  rocksdb::WriteBatch take() { return std::move(batch_); }

 private:
  // Both fail only for keys and values above 4 GiB.
  void put(Family family, const std::string& key, std::string_view payload) {
    CHECK(batch_.Put(database_.family(family), key, seal(key, payload)).ok());
  }
  void remove(Family family, const std::string& key) {
    CHECK(batch_.Delete(database_.family(family), key).ok());
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
