// Writes what was found of one café into a new database.
#include "store/salvaged_cafe.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "base/limits.h"
#include "core/next_life.h"
#include "rebond/v1/frame.pb.h"
#include "store/batch.h"

namespace rebond {
namespace {

constexpr std::size_t kJoinCodeLetters = 7;
// So that a batch of the largest entries stays far below what a log record may hold.
constexpr std::size_t kBatchEntries = 500;

// Private records may be lost, so what devices have left in entries counts too.
DeviceNumber highest_device(const FoundCafe& found) {
  DeviceNumber highest = 0;
  for (const PrivateWrite& write : found.private_records) {
    const bool of_device =
        write.kind == v1::PRIVATE_KIND_OUTCOME || write.kind == v1::PRIVATE_KIND_SALVAGE;
    if (of_device) highest = std::max(highest, device_of(write.id));
  }
  for (const auto& [seq, bytes] : found.entries) {
    v1::ServerFrame frame;
    if (!frame.ParseFromString(bytes)) continue;
    for (const v1::Entry& entry : frame.entries()) {
      highest = std::max(highest, entry.device());
      for (const v1::Change& change : entry.changes()) {
        highest = std::max(highest, device_of(change.put().id()));
      }
    }
  }
  return highest;
}

Result<v1::CafeHeader> begin_again(const FoundCafe& found, Random& random) {
  v1::CafeHeader header;
  if (found.header) {
    header = *found.header;
  } else {
    header.set_id(found.id);
    header.set_join_code(random.readable(kJoinCodeLetters));
  }
  header.set_device_floor(std::max(header.device_floor(), highest_device(found)));
  return next_life(std::move(header), found.private_records, random.next_u64() | 1U);
}

SalvagedCafe describe(const FoundCafe& found, Seq head, Epoch epoch) {
  SalvagedCafe saved;
  saved.id = found.id;
  saved.epoch = epoch;
  saved.head = head;
  saved.entries = static_cast<std::size_t>(
      std::distance(found.entries.begin(), found.entries.upper_bound(head)));
  saved.snapshot_seq = found.snapshot_seq;
  saved.private_records = found.private_records.size();
  saved.entries_lost = found.highest - saved.entries;
  saved.entries_bridged = head - saved.entries;
  saved.private_records_lost = found.private_records_lost;
  saved.snapshot_lost = found.snapshot_lost;
  saved.header_made = !found.header;
  return saved;
}

Result<void> flush(Database& database, std::vector<PendingWrite>& writes) {
  rocksdb::WriteBatch batch = make_batch(database, writes);
  writes.clear();
  return database.write(batch);
}

}  // namespace

Result<SalvagedCafe> write_salvaged(Database& database, FoundCafe found, Random& random) {
  const Seq head = found.savable();
  auto header = begin_again(found, random);
  if (!header) return header.error();
  const SalvagedCafe saved = describe(found, head, header->epoch());

  std::vector<PendingWrite> writes;
  writes.push_back({Append{found.id, *header, 0, nullptr, std::move(found.private_records)}, {}});
  if (found.snapshot) {
    writes.push_back(
        {SnapshotWrite{found.id, found.snapshot_seq, share(std::move(*found.snapshot))}, {}});
  }
  for (auto& [seq, entry] : found.entries) {
    if (seq > head) break;
    writes.push_back({Append{found.id, {}, seq, share(std::move(entry)), {}}, {}});
    if (writes.size() < kBatchEntries) continue;
    if (auto written = flush(database, writes); !written) return written.error();
  }
  if (auto written = flush(database, writes); !written) return written.error();
  return saved;
}

}  // namespace rebond
