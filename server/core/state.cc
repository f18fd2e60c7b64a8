// The public state of a café: what everybody may hold a copy of.
#include "core/state.h"

namespace rebond {

const Text& State::text(Id id) const {
  static const Text kEmpty;
  const auto found = texts_.find(id);
  return found == texts_.end() ? kEmpty : found->second;
}

Result<void> State::apply(const v1::Entry& entry) {
  if (entry.seq() != seq_ + 1) {
    return Error{
        ErrorKind::kCorrupt, "entry.seq",
        "expected entry " + std::to_string(seq_ + 1) + ", got " + std::to_string(entry.seq())};
  }
  // A text's term is made once for each entry, however many edits it holds.
  std::set<Id> edited;
  for (const v1::Change& change : entry.changes()) {
    if (Result<void> applied = apply(change, edited); !applied) return applied;
  }
  for (const Id id : edited) digest_ += texts_[id].digest(id);
  seq_ = entry.seq();
  at_ms_ = entry.at_ms();
  return {};
}

Result<void> State::apply(const v1::Change& change, std::set<Id>& edited) {
  switch (change.change_case()) {
    case v1::Change::kPut:
      return put(change.put());
    case v1::Change::kRemove:
      remove(change.remove());
      return {};
    case v1::Change::kText: {
      const Id id = change.text().text();
      Text& text = texts_[id];
      if (edited.insert(id).second) digest_ -= text.digest(id);
      return text.apply(change.text());
    }
    case v1::Change::CHANGE_NOT_SET:
      break;
  }
  return Error{ErrorKind::kInvalid, "change", "this change needs a newer version of Rebond"};
}

Result<void> State::put(const v1::Put& put) {
  const RecordKey key{put.kind(), put.id()};
  Digest old;
  if (const StoredRecord* before = records_.find(key)) {
    old = Digest::of_record(key.kind, key.id, *before->bytes);
  }
  if (!records_.put(key, share(put.record()))) {
    return Error{ErrorKind::kCorrupt, "put.record", "a record cannot be read"};
  }
  digest_ -= old;
  digest_ += Digest::of_record(key.kind, key.id, put.record());
  return {};
}

void State::remove(const v1::RecordRef& ref) {
  const RecordKey key{ref.kind(), ref.id()};
  const StoredRecord* before = records_.find(key);
  if (before == nullptr) return;
  digest_ -= Digest::of_record(key.kind, key.id, *before->bytes);
  records_.remove(key);
}

std::string State::to_snapshot() const {
  v1::Snapshot snapshot;
  snapshot.set_seq(seq_);
  snapshot.set_at_ms(at_ms_);
  for (const auto& [key, stored] : records_.all()) {
    v1::Put& put = *snapshot.add_records();
    put.set_kind(key.kind);
    put.set_id(key.id);
    put.set_record(*stored.bytes);
  }
  for (const auto& [id, text] : texts_) *snapshot.add_texts() = text.to_message(id);
  return snapshot.SerializeAsString();
}

Result<State> State::from_snapshot(std::string_view bytes) {
  v1::Snapshot snapshot;
  if (!snapshot.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) {
    return Error{ErrorKind::kCorrupt, "snapshot", "the snapshot cannot be read"};
  }
  State state;
  state.seq_ = snapshot.seq();
  state.at_ms_ = snapshot.at_ms();
  for (const v1::Put& put : snapshot.records()) {
    if (Result<void> done = state.put(put); !done) return done.error();
  }
  for (const v1::Text& message : snapshot.texts()) {
    Result<Text> text = Text::from_message(message);
    if (!text) return text.error();
    state.digest_ += text->digest(message.id());
    state.texts_[message.id()] = std::move(*text);
  }
  return state;
}

}  // namespace rebond
