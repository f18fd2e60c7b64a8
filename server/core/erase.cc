// Erasing a person from the whole history of a café, as if the person had never had a name (P8).
#include "core/erase.h"

#include <utility>

#include "core/next_life.h"
#include "core/private_state.h"
#include "core/typed_words.h"
#include "core/utf8.h"

namespace rebond {
namespace {

using google::protobuf::Message;

/// Rewrites one history, entry by entry.
class Eraser {
 public:
  Eraser(Identity identity, bool with_words)
      : identity_(std::move(identity)), with_words_(with_words) {}

  /// True when something of the entry changed.
  bool rewrite(v1::Entry& entry) {
    const std::string before = entry.SerializeAsString();
    const bool by_subject = identity_.has(entry.device());
    google::protobuf::RepeatedPtrField<v1::Change> kept;
    for (v1::Change& change : *entry.mutable_changes()) {
      if (rewrite(change, by_subject)) kept.Add()->Swap(&change);
    }
    entry.mutable_changes()->Swap(&kept);
    if (by_subject || identity_.is(entry.actor())) entry.set_actor(0);
    if (by_subject) {
      entry.set_device(0);
      entry.set_command(0);
    }
    return entry.SerializeAsString() != before;
  }

  /// False when nothing of it is kept.
  bool rewrite(PrivateWrite& write) {
    switch (write.kind) {
      case v1::PRIVATE_KIND_TOKEN:
        if (identity_.tokens.contains(write.id)) revoke(write);
        return true;
      case v1::PRIVATE_KIND_PERSON:
        return !identity_.is(write.id);
      case v1::PRIVATE_KIND_DEVICE:
        if (!identity_.has(static_cast<DeviceNumber>(write.id))) return true;
        ++report_.devices;
        return false;
      case v1::PRIVATE_KIND_SALVAGE:
        if (!identity_.has(device_of(write.id))) return true;
        ++report_.salvaged;
        return false;
      case v1::PRIVATE_KIND_OUTCOME:
        return !identity_.has(device_of(write.id));
      default:
        return true;
    }
  }

  /// After all of the history.
  ErasureReport report() {
    typed_.records().each<v1::Card>([&](Id id, const v1::Card& card) {
      const bool typed = identity_.is(card.scribe()) || identity_.has(card.device());
      if (identity_.is(card.voice()) && !typed) report_.said.push_back(id);
    });
    return std::move(report_);
  }

 private:
  /// False when nothing of it is kept.
  bool rewrite(v1::Change& change, bool by_subject) {
    if (change.has_put()) return rewrite(*change.mutable_put(), by_subject);
    if (change.has_remove()) {
      const v1::RecordRef& ref = change.remove();
      typed_.remove(ref);
      return !is_record_of_subject(ref.kind(), ref.id());
    }
    if (change.text().has_insert()) rewrite(*change.mutable_text()->mutable_insert());
    return true;
  }

  bool rewrite(v1::Put& put, bool by_subject) {
    const TypedWords::Words& typed = typed_.put(put, by_subject);
    if (is_record_of_subject(put.kind(), put.id())) return false;
    const std::unique_ptr<Message> record = new_record(put.kind());
    // The bytes of a kind that this version does not know, or that need no change, stay as they
    // are: the digest is made of them.
    if (record == nullptr || !record->ParseFromString(put.record())) return true;
    const std::string before = record->SerializeAsString();
    if (!unlink(put.kind(), *record)) return false;
    if (with_words_) {
      rewrite_strings(*record, [&](int field, const std::string& words) {
        return typed.contains({field, words}) ? blank(words) : words;
      });
    }
    if (std::string after = record->SerializeAsString(); after != before) {
      put.set_record(std::move(after));
    }
    return true;
  }

  void rewrite(v1::Insert& insert) {
    // A copy keeps its author and device (TX7), so it is found wherever it went.
    if (!identity_.is(insert.author()) && !identity_.has(insert.device())) return;
    insert.set_author(0);
    insert.set_device(0);
    if (with_words_) insert.set_characters(blank(insert.characters()));
  }

  bool is_record_of_subject(v1::RecordKind kind, Id id) const {
    return (kind == v1::RECORD_KIND_PARTICIPANT && identity_.is(id)) ||
           (kind == v1::RECORD_KIND_DEVICE && identity_.has(static_cast<DeviceNumber>(id)));
  }

  /// False when the record is about the person alone.
  bool unlink(v1::RecordKind kind, Message& record) const {
    switch (kind) {
      case v1::RECORD_KIND_SEAT:
        return !identity_.is(static_cast<const v1::Seat&>(record).participant());
      case v1::RECORD_KIND_CARD: {
        auto& card = static_cast<v1::Card&>(record);
        if (identity_.is(card.voice())) card.set_voice(0);
        if (identity_.is(card.scribe())) card.set_scribe(0);
        if (identity_.has(card.device())) card.set_device(0);
        return true;
      }
      case v1::RECORD_KIND_LINK: {
        auto& link = static_cast<v1::Link&>(record);
        if (identity_.is(link.author())) link.set_author(0);
        if (identity_.has(link.device())) link.set_device(0);
        return true;
      }
      case v1::RECORD_KIND_GROUP: {
        auto& group = static_cast<v1::Group&>(record);
        if (identity_.has(group.device())) group.set_device(0);
        return true;
      }
      default:
        return true;
    }
  }

  std::string blank(const std::string& words) {
    report_.blanked += code_points(words);
    return std::string(code_points(words), kBlank);
  }

  /// The number stays taken, so that nobody else's link is ever meant by it.
  void revoke(PrivateWrite& write) {
    v1::TokenRecord token;
    token.ParseFromString(*write.record);
    v1::TokenRecord nobody;
    nobody.set_role(token.role());
    nobody.set_revoked(true);
    write = put_private(v1::PRIVATE_KIND_TOKEN, write.id, nobody);
    ++report_.links;
  }

  const Identity identity_;
  const bool with_words_;
  TypedWords typed_;
  ErasureReport report_;
};

}  // namespace

Result<Erasure> erase_person(const History& before, const ErasureOrder& order) {
  Result<Identity> identity = identify(before, order.subject);
  if (!identity) return identity.error();
  Result<v1::CafeHeader> header = next_life(before.header, before.private_records, order.epoch);
  if (!header) return header.error();
  Erasure erasure;
  erasure.history.header = *std::move(header);

  Eraser eraser(*std::move(identity), order.with_words);
  for (const SharedBytes& bytes : before.entries) {
    Result<v1::Entry> entry = read_entry_element(*bytes);
    if (!entry) return entry.error();
    const bool changed = eraser.rewrite(*entry);
    erasure.report.entries += changed ? 1 : 0;
    erasure.history.entries.push_back(changed ? entry_element(*entry) : bytes);
  }
  for (PrivateWrite write : before.private_records) {
    if (eraser.rewrite(write)) erasure.history.private_records.push_back(std::move(write));
  }
  const std::size_t entries = erasure.report.entries;
  erasure.report = eraser.report();
  erasure.report.entries = entries;

  Result<State> state = replay(erasure.history);
  if (!state) return state.error();
  erasure.state = *std::move(state);
  return erasure;
}

}  // namespace rebond
