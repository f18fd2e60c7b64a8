// What a device's actions are taken back with: noted when they are accepted (rules UN).
#include "core/undo.h"

#include <map>
#include <set>

#include "core/digest.h"
#include "core/run_ranges.h"
#include "core/utf8.h"

namespace rebond {
namespace {

constexpr int kStepsMax = 20;
constexpr std::size_t kBytesMax = 32 * 1024;

bool can_be_undone(v1::Command::KindCase kind) {
  using C = v1::Command;
  static const std::set<C::KindCase> kKinds = {
      C::kAddCard,     C::kEditText, C::kCopyText,  C::kSetCard,   C::kAddLink,   C::kSetLink,
      C::kAddGroup,    C::kSetGroup, C::kPlaceCard, C::kWithdraw,  C::kRestore,   C::kHideCard,
      C::kMergeGroups, C::kAddLine,  C::kSetLine,   C::kAddAnswer, C::kSetAnswer, C::kAddAction,
      C::kSetAction,   C::kAddCost,  C::kSetCost,   C::kAddTask,   C::kSetTask,   C::kSetStep,
      C::kSetTable,    C::kSetShow,  C::kSetCafe,   C::kGoToStep};
  return kKinds.contains(kind);
}

/// What the server keeps up to date by itself, or only people can agree on again.
bool stays(v1::RecordKind kind) {
  return kind == v1::RECORD_KIND_DEVICE || kind == v1::RECORD_KIND_SYNTHESIS ||
         kind == v1::RECORD_KIND_SEAT_PLAN || kind == v1::RECORD_KIND_PLANNED_ROUND ||
         kind == v1::RECORD_KIND_SUGGESTION_RUN;
}

/// Gathers what would take one action back, from the state before it.
class Notes {
 public:
  Notes(const State& before, v1::Command::KindCase command) : before_(before), command_(command) {}

  void take(const v1::Change& change) {
    if (change.has_put()) {
      take(change.put());
    } else if (change.has_text()) {
      take(change.text());
    }
  }

  v1::UndoRecord::Step step() && { return std::move(step_); }

 private:
  void take(const v1::Put& put) {
    // Going back to a step never turns a clock back (UN4).
    const bool clock = command_ == v1::Command::kGoToStep && put.kind() != v1::RECORD_KIND_CAFE;
    if (stays(put.kind()) || clock) return;
    const RecordKey key{put.kind(), put.id()};
    const auto [place, is_new] = records_.try_emplace(key, step_.records_size());
    if (is_new) {
      v1::UndoRecord::Before& record = *step_.add_records();
      record.set_kind(put.kind());
      record.set_id(put.id());
      const StoredRecord* stored = before_.records().find(key);
      if (stored != nullptr) record.set_record(*stored->bytes);
      if (stored == nullptr) made_.insert(put.id());
    }
    step_.mutable_records(place->second)
        ->set_after(Digest::of_record(put.kind(), put.id(), put.record()).bytes());
  }

  void take(const v1::TextEdit& edit) {
    // The words of what the action made go with it.
    if (made_.contains(edit.text())) return;
    if (edit.has_insert()) {
      v1::TextEdit& back = *step_.add_edits();
      back.set_text(edit.text());
      v1::Range& range = *back.mutable_hide()->add_ranges();
      range.set_run(edit.insert().run());
      range.set_to(code_points(edit.insert().characters()));
    } else if (edit.has_hide()) {
      as_before(edit.text(), RunRanges(edit.hide()));
    } else if (edit.has_show()) {
      as_before(edit.text(), RunRanges(edit.show()));
    }
  }

  /// What was shown will be shown, what was hidden will be hidden.
  void as_before(Id text, const RunRanges& touched) {
    v1::TextEdit shown;
    v1::TextEdit hidden;
    for (const Text::Piece& piece : before_.text(text).pieces()) {
      if (piece.folded) continue;
      v1::Ranges& ranges = piece.hidden ? *hidden.mutable_hide() : *shown.mutable_show();
      touched.parts(piece.run, piece.from, piece.to(),
                    [&](std::uint32_t from, std::uint32_t to, bool named) {
                      if (!named) return;
                      v1::Range& range = *ranges.add_ranges();
                      range.set_run(piece.run);
                      range.set_from(from);
                      range.set_to(to);
                    });
    }
    for (v1::TextEdit* edit : {&shown, &hidden}) {
      if (edit->show().ranges().empty() && edit->hide().ranges().empty()) continue;
      edit->set_text(text);
      step_.add_edits()->Swap(edit);
    }
  }

  const State& before_;
  const v1::Command::KindCase command_;
  v1::UndoRecord::Step step_;
  std::map<RecordKey, int> records_;
  std::set<Id> made_;
};

}  // namespace

void note_for_undo(const v1::Command& command, const Context& context, Changes& changes) {
  if (!can_be_undone(command.kind_case()) || changes.anonymous || changes.private_only ||
      context.member.device == 0) {
    return;
  }
  Notes notes(context.state, command.kind_case());
  for (const v1::Change& change : changes.changes) notes.take(change);
  v1::UndoRecord record = context.private_state.undo_of(context.member.device);
  *record.add_steps() = std::move(notes).step();
  changes.private_writes.push_back(keep_steps(context.member.device, std::move(record)));
}

PrivateWrite keep_steps(DeviceNumber device, v1::UndoRecord record) {
  auto& steps = *record.mutable_steps();
  while (!steps.empty() && (steps.size() > kStepsMax || record.ByteSizeLong() > kBytesMax)) {
    steps.DeleteSubrange(0, 1);
  }
  if (steps.empty()) return PrivateWrite{v1::PRIVATE_KIND_UNDO, device, std::nullopt};
  return put_private(v1::PRIVATE_KIND_UNDO, device, record);
}

}  // namespace rebond
