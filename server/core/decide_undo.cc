// The rules of taking back one's own last action: what it did, against what has happened since.
#include <algorithm>

#include "core/digest.h"
#include "core/draft.h"
#include "core/undo.h"
#include "core/written.h"

namespace rebond {
namespace {

using Step = v1::UndoRecord::Step;
using Reverted = std::variant<std::vector<v1::Change>, v1::Rejection>;

/// UN3: nobody's later change is undone.
Refusal check_unchanged(const State& state, const v1::UndoRecord::Before& record) {
  const StoredRecord* now = state.records().find(RecordKey{record.kind(), record.id()});
  if (now != nullptr &&
      Digest::of_record(record.kind(), record.id(), *now->bytes).bytes() == record.after()) {
    return std::nullopt;
  }
  return reject(v1::REJECTION_CODE_CONFLICT, "undo." + kind_name(record.kind()),
                std::to_string(record.id()) + " was changed since: change it by hand");
}

/// What becomes of a record that the action made: it is withdrawn, or as if it said nothing.
void unmake(v1::RecordKind kind, google::protobuf::Message& record) {
  const auto* withdrawn = record.GetDescriptor()->FindFieldByName("withdrawn");
  if (withdrawn != nullptr) {
    record.GetReflection()->SetBool(&record, withdrawn, true);
  } else if (kind == v1::RECORD_KIND_MEMBERSHIP || kind == v1::RECORD_KIND_SHOW) {
    record.Clear();
  }
}

v1::Change reverted(const State& state, const v1::UndoRecord::Before& record) {
  v1::Change change;
  v1::Put& put = *change.mutable_put();
  put.set_kind(record.kind());
  put.set_id(record.id());
  if (record.has_record()) {
    put.set_record(record.record());
    return change;
  }
  const StoredRecord& now = *state.records().find(RecordKey{record.kind(), record.id()});
  const auto message = new_record(record.kind());
  message->CopyFrom(*now.message);
  unmake(record.kind(), *message);
  put.set_record(message->SerializeAsString());
  return change;
}

Reverted reverted_records(const Step& step, const State& state) {
  std::vector<v1::Change> changes;
  for (const v1::UndoRecord::Before& record : step.records()) {
    if (Refusal refusal = check_unchanged(state, record)) return *refusal;
    changes.push_back(reverted(state, record));
  }
  return changes;
}

Reverted reverted_texts(const Step& step, const Context& context) {
  std::map<Id, std::vector<v1::TextEdit>> texts;
  for (const v1::TextEdit& edit : step.edits()) texts[edit.text()].push_back(edit);
  std::vector<v1::Change> changes;
  for (auto& [id, edits] : texts) {
    Draft draft(context, id);
    for (v1::TextEdit& edit : edits) {
      if (Result<void> applied = draft.apply(std::move(edit)); !applied) {
        return reject(v1::REJECTION_CODE_CONFLICT, "undo.text",
                      std::to_string(id) + " was changed since: change it by hand");
      }
    }
    Decision decision = draft.finish("undo.text");
    if (auto* rejection = std::get_if<v1::Rejection>(&decision)) return std::move(*rejection);
    for (v1::Change& change : std::get<Changes>(decision).changes)
      changes.emplace_back().Swap(&change);
  }
  return changes;
}

Changes refused(v1::Rejection rejection) {
  Changes changes;
  changes.what = v1::WHAT_UNDONE;
  changes.private_only = true;
  changes.refused = std::move(rejection);
  return changes;
}

Changes undone(const Step& step, const Context& context) {
  Reverted records = reverted_records(step, context.state);
  if (auto* rejection = std::get_if<v1::Rejection>(&records)) return refused(*rejection);
  Reverted texts = reverted_texts(step, context);
  if (auto* rejection = std::get_if<v1::Rejection>(&texts)) return refused(*rejection);
  Changes changes;
  changes.what = v1::WHAT_UNDONE;
  changes.changes = std::get<std::vector<v1::Change>>(std::move(records));
  for (const v1::UndoRecord::Before& record : step.records()) {
    if (record.kind() == v1::RECORD_KIND_SYNTHESIS_LINE) {
      take_validation_back(context, record.id(), changes);
    }
  }
  for (v1::Change& change : std::get<std::vector<v1::Change>>(texts)) {
    changes.changes.emplace_back().Swap(&change);
  }
  return changes;
}

}  // namespace

Decision decide_undo(const Context& context) {
  v1::UndoRecord left = context.private_state.undo_of(context.member.device);
  if (left.steps().empty()) {
    return reject(v1::REJECTION_CODE_NOTHING_TO_UNDO, "undo", "this device has nothing to undo");
  }
  const Step step = left.steps(left.steps_size() - 1);
  left.mutable_steps()->RemoveLast();
  Changes changes = undone(step, context);
  changes.private_writes.push_back(keep_steps(context.member.device, std::move(left)));
  return changes;
}

}  // namespace rebond
