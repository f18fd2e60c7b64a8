// The records of a café, by kind and id.
#pragma once

#include <compare>
#include <google/protobuf/message.h>
#include <map>
#include <memory>

#include "base/bytes.h"
#include "base/ids.h"
#include "core/record_kinds.h"

namespace rebond {

/// Orders records by kind, then by id.
struct RecordKey {
  v1::RecordKind kind = v1::RECORD_KIND_UNSPECIFIED;
  Id id = 0;

  bool operator==(const RecordKey&) const = default;
  bool operator<(const RecordKey& other) const {
    return std::tie(kind, id) < std::tie(other.kind, other.id);
  }
};

/// A record as it was received and as it reads.
struct StoredRecord {
  /// As received: what the digest and snapshots are made of.
  SharedBytes bytes;
  /// Null when this version does not know the kind; the bytes are kept all the same.
  std::shared_ptr<const google::protobuf::Message> message;
};

/// An ordered map from key to record. Not thread-safe.
class Records {
 public:
  /// Null when there is none.
  const StoredRecord* find(RecordKey key) const;

  /// The record of that kind, or null. Valid until it is put again or removed.
  template <typename Message>
  const Message* find(Id id) const {
    const StoredRecord* stored = find(RecordKey{kKindOf<Message>, id});
    return stored == nullptr ? nullptr : static_cast<const Message*>(stored->message.get());
  }

  /// Calls visit(id, message) for each record of a kind in the order of ids.
  template <typename Message, typename Visit>
  void each(Visit&& visit) const {
    for (auto it = records_.lower_bound(RecordKey{kKindOf<Message>, 0});
         it != records_.end() && it->first.kind == kKindOf<Message>; ++it) {
      visit(it->first.id, static_cast<const Message&>(*it->second.message));
    }
  }

  template <typename Message>
  std::size_t count() const {
    return count(kKindOf<Message>);
  }

  /// Puts or replaces. False, and nothing changes, when the bytes are no message of a known kind.
  bool put(RecordKey key, SharedBytes bytes);

  void remove(RecordKey key);

  /// Every record, in the order of keys.
  const std::map<RecordKey, StoredRecord>& all() const { return records_; }

 private:
  std::size_t count(v1::RecordKind kind) const;

  std::map<RecordKey, StoredRecord> records_;
  std::map<v1::RecordKind, std::size_t> counts_;
};

}  // namespace rebond
