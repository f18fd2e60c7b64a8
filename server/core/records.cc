// The records of a café, by kind and id.
#include "core/records.h"

namespace rebond {

const StoredRecord* Records::find(RecordKey key) const {
  const auto found = records_.find(key);
  return found == records_.end() ? nullptr : &found->second;
}

bool Records::put(RecordKey key, SharedBytes bytes) {
  std::unique_ptr<google::protobuf::Message> message = new_record(key.kind);
  if (message != nullptr && !message->ParseFromString(*bytes)) return false;
  const auto [place, added] = records_.insert_or_assign(
      key, StoredRecord{std::move(bytes),
                        std::shared_ptr<const google::protobuf::Message>(std::move(message))});
  if (added) ++counts_[place->first.kind];
  return true;
}

void Records::remove(RecordKey key) {
  if (records_.erase(key) != 0) --counts_[key.kind];
}

std::size_t Records::count(v1::RecordKind kind) const {
  const auto found = counts_.find(kind);
  return found == counts_.end() ? 0 : found->second;
}

}  // namespace rebond
