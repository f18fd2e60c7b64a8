// The rules of a table's synthesis: lines that cite ideas, validated by the table.
#include <set>

#include "core/written.h"

namespace rebond {
namespace {

constexpr std::size_t kLinesMax = 2'000;
constexpr int kCitedMax = 100;

using Ids = google::protobuf::RepeatedField<std::uint64_t>;

Refusal check_cited(const Context& context, const Ids& cards, const char* field) {
  if (cards.size() > kCitedMax) {
    return reject(v1::REJECTION_CODE_LIMIT, field,
                  "cite at most " + std::to_string(kCitedMax) + " ideas");
  }
  std::set<Id> cited;
  for (const Id card : cards) {
    if (context.state.find<v1::Card>(card) == nullptr) {
      return reject(v1::REJECTION_CODE_NOT_FOUND, field, "cite ideas of this café");
    }
    if (!cited.insert(card).second) {
      return reject(v1::REJECTION_CODE_CONFLICT, field, "cite each idea once");
    }
  }
  return std::nullopt;
}

Refusal check_place(const Context& context, Id line, Id table, Id after, const char* field) {
  if (after == 0) return std::nullopt;
  if (after == line) {
    return reject(v1::REJECTION_CODE_CONFLICT, field, "put a line behind another one");
  }
  const auto* before = context.state.find<v1::SynthesisLine>(after);
  if (before != nullptr && before->table() == table) return std::nullopt;
  return reject(v1::REJECTION_CODE_NOT_FOUND, field, "name a line of this table");
}

Refusal check_right(const Context& context, Id table, const char* field) {
  if (Refusal refusal = check_synthesis_right(context, table, field)) return refusal;
  return check_act(context, v1::ACT_SYNTHESISE, field);
}

Refusal check_table(const Context& context, Id table, const char* field) {
  if (context.state.find<v1::Table>(table) == nullptr) {
    return reject(v1::REJECTION_CODE_NOT_FOUND, field, "name a table of this café");
  }
  return check_right(context, table, field);
}

/// SY3: a new line and a changed one were not agreed on.
Changes with_line(const Context& context, v1::What what, Id id, const v1::SynthesisLine& line) {
  Changes changes = accept(what, put_change(id, line));
  const auto* synthesis = context.state.find<v1::Synthesis>(line.table());
  if (synthesis != nullptr && synthesis->validated()) {
    v1::Synthesis changed = *synthesis;
    changed.set_validated(false);
    changes.changes.push_back(put_change(line.table(), changed));
  }
  return changes;
}

}  // namespace

Decision decide_add_line(const v1::AddLine& command, const Context& context) {
  if (Refusal refusal = check_table(context, command.table(), "add_line.table")) return *refusal;
  if (Refusal refusal = check_new_text(
          context, NewText{v1::RECORD_KIND_SYNTHESIS_LINE, command.line(), "add_line.line",
                           command.run(), "add_line.run", command.text(), "add_line.text"})) {
    return *refusal;
  }
  if (Refusal refusal = check_place(context, command.line(), command.table(), command.after(),
                                    "add_line.after")) {
    return *refusal;
  }
  if (Refusal refusal = check_cited(context, command.cards(), "add_line.cards")) return *refusal;
  if (context.state.records().count<v1::SynthesisLine>() >= kLinesMax) {
    return reject(v1::REJECTION_CODE_LIMIT, "add_line", "this café holds no more lines");
  }
  v1::SynthesisLine line;
  line.set_table(command.table());
  line.set_after(command.after());
  *line.mutable_cards() = command.cards();
  line.set_author(context.member.participant);
  line.set_device(context.member.device);
  line.set_created_at_ms(context.now_ms);
  Changes changes = with_line(context, v1::WHAT_LINE_ADDED, command.line(), line);
  changes.changes.push_back(first_run(context, command.line(), command.run(), command.text()));
  return changes;
}

Decision decide_set_line(const v1::SetLine& command, const Context& context) {
  const auto* line = context.state.find<v1::SynthesisLine>(command.line());
  if (line == nullptr) {
    return reject(v1::REJECTION_CODE_NOT_FOUND, "set_line.line", "name a line of this café");
  }
  if (Refusal refusal = check_right(context, line->table(), "set_line.line")) return *refusal;
  if (Refusal refusal =
          check_place(context, command.line(), line->table(), command.after(), "set_line.after")) {
    return *refusal;
  }
  if (Refusal refusal = check_cited(context, command.cards(), "set_line.cards")) return *refusal;
  v1::SynthesisLine changed = *line;
  changed.set_after(command.after());
  *changed.mutable_cards() = command.cards();
  return with_line(context, v1::WHAT_LINE_CHANGED, command.line(), changed);
}

Decision decide_validate_synthesis(const v1::ValidateSynthesis& command, const Context& context) {
  if (Refusal refusal = check_table(context, command.table(), "validate_synthesis.table")) {
    return *refusal;
  }
  v1::Synthesis synthesis;
  synthesis.set_validated(command.validated());
  if (command.validated()) synthesis.set_validated_at_ms(context.now_ms);
  synthesis.set_device(context.member.device);
  return accept(v1::WHAT_SYNTHESIS_VALIDATED, put_change(command.table(), synthesis));
}

}  // namespace rebond
