// The rules of words that several people write.
#include <algorithm>

#include "core/rules.h"
#include "core/utf8.h"

namespace rebond {
namespace {

constexpr int kEditsMax = 200;
constexpr int kCopyRangesMax = 100;

/// The text being decided on, and the changes that brought it there.
class Draft {
 public:
  Draft(const Context& context, Id id, std::string field)
      : context_(context), id_(id), field_(std::move(field)), text_(context.state.text(id)) {
    changes_.what = v1::WHAT_TEXT_EDITED;
  }

  /// Applies one edit, folding first when it would not fit (TX6).
  Refusal apply(v1::TextEdit edit) {
    edit.set_text(id_);
    if (edit.has_insert() &&
        text_.bytes() + edit.insert().characters().size() > context_.limits.text_bytes) {
      v1::TextEdit fold;
      fold.set_text(id_);
      fold.mutable_fold();
      if (Refusal refusal = apply_as_is(std::move(fold))) return refusal;
    }
    return apply_as_is(std::move(edit));
  }

  /// The changes, if the text keeps its limits (TX8).
  Decision finish() {
    const Limits& limits = context_.limits;
    if (text_.visible_code_points() > limits.card_code_points ||
        text_.bytes() > limits.text_bytes || text_.runs() > limits.text_runs) {
      return reject(v1::REJECTION_CODE_LIMIT, field_, "go on in a new idea");
    }
    return std::move(changes_);
  }

 private:
  Refusal apply_as_is(v1::TextEdit edit) {
    if (Result<void> applied = text_.apply(edit); !applied) {
      return reject(v1::REJECTION_CODE_CONFLICT, field_ + "." + applied.error().field,
                    applied.error().message);
    }
    *changes_.changes.emplace_back().mutable_text() = std::move(edit);
    return std::nullopt;
  }

  const Context& context_;
  Id id_;
  std::string field_;
  Text text_;
  Changes changes_;
};

/// TX9: a withdrawn card takes edits all the same.
Refusal check_text(const Context& context, Id id, const char* field) {
  const v1::Card* card = context.state.find<v1::Card>(id);
  if (card == nullptr) {
    return reject(v1::REJECTION_CODE_NOT_FOUND, field, "name an idea of this café");
  }
  return check_card_right(context, *card, field);
}

Refusal check_insert(const Context& context, const v1::Insert& insert) {
  if (device_of(insert.run()) != context.member.device || counter_of(insert.run()) == 0) {
    return reject(v1::REJECTION_CODE_CONFLICT, "edit_text.edits.insert.run",
                  "make the id from this device's number");
  }
  return check_words(insert.characters(), context.limits.command_text_bytes,
                     "edit_text.edits.insert.characters");
}

void sign(v1::Insert& insert, const Context& context) {
  insert.set_author(context.member.participant);
  insert.set_device(context.member.device);
  insert.set_at_ms(context.now_ms);
}

/// The characters of a range with the provenance of each piece (TX7).
std::vector<v1::Insert> copied(const Text& source, const v1::Range& range) {
  std::vector<v1::Insert> inserts;
  for (const Text::Piece& piece : source.pieces()) {
    const std::uint32_t from = std::max(piece.from, range.from());
    const std::uint32_t to = std::min(piece.to(), range.to());
    if (piece.run != range.run() || from >= to || piece.hidden) continue;
    const std::size_t begin = byte_offset(piece.characters, from - piece.from);
    const std::size_t end = byte_offset(piece.characters, to - piece.from);
    v1::Insert& insert = inserts.emplace_back();
    insert.set_characters(piece.characters.substr(begin, end - begin));
    insert.set_author(piece.author);
    insert.set_device(piece.device);
    insert.set_at_ms(piece.at_ms);
  }
  return inserts;
}

}  // namespace

Decision decide_edit_text(const v1::EditText& command, const Context& context) {
  if (Refusal refusal = check_text(context, command.text(), "edit_text.text")) return *refusal;
  if (command.edits().empty() || command.edits_size() > kEditsMax) {
    return reject(v1::REJECTION_CODE_LIMIT, "edit_text.edits",
                  "send from 1 to " + std::to_string(kEditsMax) + " edits");
  }
  Draft draft(context, command.text(), "edit_text.edits");
  for (v1::TextEdit edit : command.edits()) {
    if (edit.has_fold()) {
      return reject(v1::REJECTION_CODE_FORBIDDEN, "edit_text.edits.fold",
                    "leave folding to the server");
    }
    if (edit.has_insert()) {
      if (Refusal refusal = check_insert(context, edit.insert())) return *refusal;
      sign(*edit.mutable_insert(), context);
    }
    if (Refusal refusal = draft.apply(std::move(edit))) return *refusal;
  }
  return draft.finish();
}

Decision decide_copy_text(const v1::CopyText& command, const Context& context) {
  if (Refusal refusal = check_text(context, command.text(), "copy_text.text")) return *refusal;
  if (context.state.find<v1::Card>(command.from_text()) == nullptr) {
    return reject(v1::REJECTION_CODE_NOT_FOUND, "copy_text.from_text", "name an idea of this café");
  }
  if (command.ranges().empty() || command.ranges_size() > kCopyRangesMax) {
    return reject(v1::REJECTION_CODE_LIMIT, "copy_text.ranges",
                  "send from 1 to " + std::to_string(kCopyRangesMax) + " ranges");
  }
  Id run = command.first_run();
  if (device_of(run) != context.member.device || counter_of(run) == 0) {
    return reject(v1::REJECTION_CODE_CONFLICT, "copy_text.first_run",
                  "make the id from this device's number");
  }
  const Text& source = context.state.text(command.from_text());
  Draft draft(context, command.text(), "copy_text");
  v1::TextEdit next;
  if (command.has_after()) *next.mutable_insert()->mutable_after() = command.after();
  bool any = false;
  for (const v1::Range& range : command.ranges()) {
    for (v1::Insert insert : copied(source, range)) {
      if (next.insert().has_after()) *insert.mutable_after() = next.insert().after();
      insert.set_run(run);
      v1::TextEdit edit;
      *edit.mutable_insert() = insert;
      if (Refusal refusal = draft.apply(std::move(edit))) return *refusal;
      v1::Position& last = *next.mutable_insert()->mutable_after();
      last.set_run(run++);
      last.set_offset(code_points(insert.characters()) - 1);
      any = true;
    }
  }
  if (!any) {
    return reject(v1::REJECTION_CODE_NOT_FOUND, "copy_text.ranges",
                  "name characters that are shown");
  }
  return draft.finish();
}

}  // namespace rebond
