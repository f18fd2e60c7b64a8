// Erasing a person from the whole history of a café, as if the person had never had a name (P8).
#include "core/erase.h"

#include <algorithm>
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
    const TypedWords::From from = identity_.words_of(entry);
    const bool by_subject = identity_.has(entry.device());
    google::protobuf::RepeatedPtrField<v1::Change> kept;
    for (v1::Change& change : *entry.mutable_changes()) {
      if (rewrite(change, from)) kept.Add()->Swap(&change);
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
        if (identity_.is(write.id)) return false;
        forget_wishes(write);
        return true;
      case v1::PRIVATE_KIND_DEVICE:
        if (!identity_.has(static_cast<DeviceNumber>(write.id))) return true;
        ++report_.devices;
        return false;
      case v1::PRIVATE_KIND_SALVAGE:
        if (!identity_.has(device_of(write.id))) return true;
        ++report_.salvaged;
        return false;
      case v1::PRIVATE_KIND_DRAFT:
        if (!is_own_draft(write)) return true;
        ++report_.salvaged;
        return false;
      case v1::PRIVATE_KIND_OUTCOME:
        return !identity_.has(device_of(write.id));
      case v1::PRIVATE_KIND_SUPPORT:
        return !identity_.is(write.id);
      case v1::PRIVATE_KIND_ANSWERS:
        return !identity_.answered(write.id);
      case v1::PRIVATE_KIND_AUTHOR:
        return !identity_.anonymous.contains(write.id);
      case v1::PRIVATE_KIND_UNDO:
        // What a record was before may name the person, whoever changed it.
        return false;
      default:
        return true;
    }
  }

  /// After all of the history.
  ErasureReport report() {
    typed_.records().each<v1::Card>([&](Id id, const v1::Card& card) {
      if (identity_.is(card.voice()) && !identity_.typed(id, card)) report_.said.push_back(id);
    });
    return std::move(report_);
  }

 private:
  /// False when nothing of it is kept.
  bool rewrite(v1::Change& change, TypedWords::From from) {
    if (change.has_put()) return rewrite(*change.mutable_put(), from);
    if (change.has_remove()) {
      const v1::RecordRef& ref = change.remove();
      typed_.remove(ref);
      return !is_record_of_subject(ref.kind(), ref.id());
    }
    if (change.text().has_insert()) rewrite(*change.mutable_text());
    return true;
  }

  bool rewrite(v1::Put& put, TypedWords::From from) {
    const TypedWords::Words& typed = typed_.put(put, from);
    if (is_record_of_subject(put.kind(), put.id())) return false;
    const std::unique_ptr<Message> record = new_record(put.kind());
    // The bytes of a kind that this version does not know, or that need no change, stay as they
    // are: the digest is made of them.
    if (record == nullptr || !record->ParseFromString(put.record())) return true;
    const std::string before = record->SerializeAsString();
    const bool from_words = quotes_subject(put.kind(), *record);
    if (!unlink(put.kind(), *record)) return false;
    if (with_words_) {
      rewrite_strings(*record, [&](int field, const std::string& words) {
        return from_words || typed.contains({field, words}) ? blank(words) : words;
      });
    }
    if (std::string after = record->SerializeAsString(); after != before) {
      put.set_record(std::move(after));
    }
    return true;
  }

  void rewrite(v1::TextEdit& edit) {
    v1::Insert& insert = *edit.mutable_insert();
    // A copy keeps its author, device and time (TX7), so it is found wherever it went.
    if (!identity_.typed(edit.text(), insert)) return;
    insert.set_author(0);
    insert.set_device(0);
    if (with_words_) insert.set_characters(blank(insert.characters()));
  }

  bool is_record_of_subject(v1::RecordKind kind, Id id) const {
    return (kind == v1::RECORD_KIND_PARTICIPANT && identity_.is(id)) ||
           (kind == v1::RECORD_KIND_DEVICE && identity_.has(static_cast<DeviceNumber>(id)));
  }

  /// What the server suggests is made of the words of the ideas.
  bool quotes_subject(v1::RecordKind kind, const Message& record) const {
    if (kind != v1::RECORD_KIND_SUGGESTION) return false;
    const auto& cards = static_cast<const v1::Suggestion&>(record).cards();
    return std::any_of(cards.begin(), cards.end(), [&](Id id) {
      const v1::Card* card = typed_.records().find<v1::Card>(id);
      return card != nullptr && identity_.typed(id, *card);
    });
  }

  /// False when the record is about the person alone.
  bool unlink(v1::RecordKind kind, Message& record) const {
    switch (kind) {
      case v1::RECORD_KIND_SEAT:
        return !identity_.is(static_cast<const v1::Seat&>(record).participant());
      case v1::RECORD_KIND_PLANNED_ROUND:
        unseat(static_cast<v1::PlannedRound&>(record));
        return true;
      case v1::RECORD_KIND_CARD: {
        auto& card = static_cast<v1::Card&>(record);
        if (identity_.is(card.voice())) card.set_voice(0);
        if (identity_.is(card.scribe())) card.set_scribe(0);
        break;
      }
      default:
        break;
    }
    unsign(record);
    return true;
  }

  /// Every kind names who made it in the same two fields.
  void unsign(Message& record) const {
    const auto& fields = *record.GetDescriptor();
    const auto& reflection = *record.GetReflection();
    const auto* author = fields.FindFieldByName("author");
    const auto* device = fields.FindFieldByName("device");
    if (author != nullptr && identity_.is(reflection.GetUInt64(record, author))) {
      reflection.ClearField(&record, author);
    }
    if (device != nullptr && identity_.has(reflection.GetUInt32(record, device))) {
      reflection.ClearField(&record, device);
    }
  }

  void unseat(v1::PlannedRound& planned) const {
    const v1::PlannedRound before = planned;
    planned.clear_people();
    planned.clear_tables();
    for (int i = 0; i < before.people_size(); ++i) {
      if (identity_.is(before.people(i))) continue;
      planned.add_people(before.people(i));
      if (i < before.tables_size()) planned.add_tables(before.tables(i));
    }
  }

  bool is_own_draft(const PrivateWrite& write) const {
    v1::DraftRecord draft;
    if (write.record) draft.ParseFromString(*write.record);
    return identity_.is(draft.participant()) || identity_.has(draft.device()) ||
           identity_.has(device_of(write.id));
  }

  /// Who wished to sit with the person, or not to, wishes nothing of the kind any more.
  void forget_wishes(PrivateWrite& write) const {
    v1::PersonRecord person;
    if (!write.record || !person.ParseFromString(*write.record) || !person.has_wishes()) return;
    const auto forget = [this](google::protobuf::RepeatedField<std::uint64_t>& people) {
      people.erase(std::remove_if(people.begin(), people.end(),
                                  [this](Id other) { return identity_.is(other); }),
                   people.end());
    };
    forget(*person.mutable_wishes()->mutable_together());
    forget(*person.mutable_wishes()->mutable_apart());
    write.record = person.SerializeAsString();
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
