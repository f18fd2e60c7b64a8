// What people write: the ideas, the lines of syntheses and the expert's answers, each with a text.
#include "core/written.h"

#include "core/utf8.h"

namespace rebond {
namespace {

bool is_fresh(const Context& context, Id id) {
  return device_of(id) == context.member.device && counter_of(id) != 0;
}

}  // namespace

Refusal check_new_text(const Context& context, const NewText& text) {
  if (Refusal refusal = check_new_id(context, text.kind, text.id, text.id_field)) return refusal;
  // A text has the id of its record: no two records that are written may share one.
  if (is_written(context.state, text.id)) {
    return reject(v1::REJECTION_CODE_CONFLICT, text.id_field, "use an id that was never used");
  }
  if (!is_fresh(context, text.run)) {
    return reject(v1::REJECTION_CODE_CONFLICT, text.run_field,
                  "make the id from this device's number");
  }
  if (Refusal refusal = check_words(text.words, context.limits.command_text_bytes, text.words_field,
                                    text.may_be_empty)) {
    return refusal;
  }
  if (code_points(text.words) > context.limits.card_code_points) {
    return reject(v1::REJECTION_CODE_LIMIT, text.words_field, "write two ideas instead of one");
  }
  return std::nullopt;
}

v1::Change first_run(const Context& context, Id text, Id run, const std::string& words) {
  v1::Change change;
  v1::TextEdit& edit = *change.mutable_text();
  edit.set_text(text);
  v1::Insert& insert = *edit.mutable_insert();
  insert.set_run(run);
  insert.set_characters(words);
  insert.set_author(context.member.participant);
  insert.set_device(context.member.device);
  insert.set_at_ms(context.now_ms);
  return change;
}

Refusal check_text(const Context& context, Id id, const char* field) {
  if (const auto* card = context.state.find<v1::Card>(id)) {
    return check_card_right(context, *card, field);
  }
  if (const auto* line = context.state.find<v1::SynthesisLine>(id)) {
    return check_synthesis_right(context, line->table(), field);
  }
  if (const auto* answer = context.state.find<v1::ExpertAnswer>(id)) {
    return check_answer_right(context, *answer, field);
  }
  return reject(v1::REJECTION_CODE_NOT_FOUND, field, "name an idea of this café");
}

void take_validation_back(const Context& context, Id line, Changes& changes) {
  const auto* found = context.state.find<v1::SynthesisLine>(line);
  if (found == nullptr) return;
  const auto* synthesis = context.state.find<v1::Synthesis>(found->table());
  if (synthesis == nullptr || !synthesis->validated()) return;
  v1::Synthesis changed = *synthesis;
  changed.set_validated(false);
  changes.changes.push_back(put_change(found->table(), changed));
}

bool leads(const Member& member) {
  return member.role == v1::ROLE_FACILITATOR || member.role == v1::ROLE_CAPTAIN;
}

bool wrote(const Context& context, Id author, DeviceNumber device) {
  const Member& member = context.member;
  if (member.participant != 0) return author == member.participant;
  if (author != 0) return false;
  if (device == member.device) return true;
  const v1::DeviceRecord* record = context.private_state.device(device);
  return record != nullptr && record->token() == member.access;
}

Refusal check_synthesis_right(const Context& context, Id table, const char* field) {
  const Member& member = context.member;
  const bool own = member.role == v1::ROLE_CAPTAIN && member.table == table;
  if (member.role == v1::ROLE_FACILITATOR || own) return std::nullopt;
  return reject(v1::REJECTION_CODE_FORBIDDEN, field, "write the synthesis of your own table");
}

Refusal check_answer_right(const Context& context, const v1::ExpertAnswer& answer,
                           const char* field) {
  const Member& member = context.member;
  const bool own =
      member.role == v1::ROLE_EXPERT && wrote(context, answer.author(), answer.device());
  if (member.role == v1::ROLE_FACILITATOR || own) return std::nullopt;
  return reject(v1::REJECTION_CODE_FORBIDDEN, field, "change an answer that you gave");
}

bool is_written(const State& state, Id id) {
  return state.find<v1::Card>(id) != nullptr || state.find<v1::SynthesisLine>(id) != nullptr ||
         state.find<v1::ExpertAnswer>(id) != nullptr;
}

bool is_idea_or_group(const State& state, v1::RecordKind kind, Id id) {
  if (kind == v1::RECORD_KIND_CARD) return state.find<v1::Card>(id) != nullptr;
  return kind == v1::RECORD_KIND_GROUP && state.find<v1::Group>(id) != nullptr;
}

}  // namespace rebond
