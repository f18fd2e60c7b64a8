// The rules of copies: characters keep their authors when an idea is split, merged or quoted.
#include <algorithm>
#include <optional>

#include "core/draft.h"
#include "core/utf8.h"
#include "core/written.h"

namespace rebond {
namespace {

constexpr int kCopyRangesMax = 100;

/// The characters of the ranges that people see, as inserts behind each other that keep the
/// provenance of each piece (TX7). At most one more than `inserts_max`.
std::vector<v1::Insert> copied(const Text& source, const v1::CopyText& command,
                               std::size_t inserts_max) {
  std::vector<v1::Insert> inserts;
  for (const v1::Range& range : command.ranges()) {
    for (const Text::Piece& piece : source.pieces()) {
      const std::uint32_t from = std::max(piece.from, range.from());
      const std::uint32_t to = std::min(piece.to(), range.to());
      if (piece.run != range.run() || from >= to || piece.hidden) continue;
      if (inserts.size() > inserts_max) return inserts;
      const std::size_t begin = byte_offset(piece.characters, from - piece.from);
      const std::size_t end = byte_offset(piece.characters, to - piece.from);
      v1::Insert& insert = inserts.emplace_back();
      insert.set_characters(piece.characters.substr(begin, end - begin));
      insert.set_author(piece.author);
      insert.set_device(piece.device);
      insert.set_at_ms(piece.at_ms);
    }
  }
  return inserts;
}

/// Gives the copied runs their ids and their places, one behind the other.
void put_in_order(const v1::CopyText& command, std::vector<v1::Insert>& inserts) {
  Id run = command.first_run();
  std::optional<v1::Position> after;
  if (command.has_after()) after = command.after();
  for (v1::Insert& insert : inserts) {
    if (after) *insert.mutable_after() = *after;
    insert.set_run(run);
    after.emplace();
    after->set_run(run++);
    after->set_offset(code_points(insert.characters()) - 1);
  }
}

/// How a copy that does not fit is told, in the fields of its command.
v1::Rejection copy_conflict(const Error& error) {
  const bool place = error.field == "insert.after";
  return reject(v1::REJECTION_CODE_CONFLICT, place ? "copy_text.after" : "copy_text.first_run",
                error.message);
}

Refusal check_copy(const v1::CopyText& command, const Context& context) {
  if (Refusal refusal = check_text(context, command.text(), "copy_text.text")) return refusal;
  const v1::Act act = act_on_text(context.state, command.text());
  if (Refusal refusal = check_act(context, act, "copy_text")) return refusal;
  if (!is_written(context.state, command.from_text())) {
    return reject(v1::REJECTION_CODE_NOT_FOUND, "copy_text.from_text", "name an idea of this café");
  }
  if (command.ranges().empty() || command.ranges_size() > kCopyRangesMax) {
    return reject(v1::REJECTION_CODE_LIMIT, "copy_text.ranges",
                  "send from 1 to " + std::to_string(kCopyRangesMax) + " ranges");
  }
  v1::Ranges ranges;
  *ranges.mutable_ranges() = command.ranges();
  if (!context.state.text(command.from_text()).holds(ranges)) {
    return reject(v1::REJECTION_CODE_CONFLICT, "copy_text.ranges",
                  "name characters of the text that is copied, from before to");
  }
  return std::nullopt;
}

/// RU8: the runs of the copy are this device's, the last one too.
Refusal check_copied_runs(const v1::CopyText& command, const Context& context, std::size_t count) {
  const Id first = command.first_run();
  if (device_of(first) != context.member.device || counter_of(first) == 0 ||
      device_of(first + count - 1) != context.member.device) {
    return reject(v1::REJECTION_CODE_CONFLICT, "copy_text.first_run",
                  "make the ids from this device's number");
  }
  return std::nullopt;
}

}  // namespace

Decision decide_copy_text(const v1::CopyText& command, const Context& context) {
  if (Refusal refusal = check_copy(command, context)) return *refusal;
  std::vector<v1::Insert> inserts =
      copied(context.state.text(command.from_text()), command, context.limits.text_runs);
  if (inserts.empty()) {
    return reject(v1::REJECTION_CODE_NOT_FOUND, "copy_text.ranges",
                  "name characters that are shown");
  }
  // Refused before it is made: many ranges of a long text would take long.
  if (inserts.size() > context.limits.text_runs) {
    return reject(v1::REJECTION_CODE_LIMIT, "copy_text.ranges", "copy less at once");
  }
  if (Refusal refusal = check_copied_runs(command, context, inserts.size())) return *refusal;
  put_in_order(command, inserts);
  Draft draft(context, command.text());
  for (v1::Insert& insert : inserts) {
    v1::TextEdit edit;
    *edit.mutable_insert() = std::move(insert);
    if (Result<void> applied = draft.apply(std::move(edit)); !applied) {
      return copy_conflict(applied.error());
    }
  }
  return draft.finish("copy_text.ranges");
}

}  // namespace rebond
