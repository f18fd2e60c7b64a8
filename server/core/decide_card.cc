// The rules of ideas.
#include <algorithm>

#include "core/rights.h"
#include "core/rules.h"
#include "core/utf8.h"

namespace rebond {
namespace {

constexpr std::size_t kTagBytesMax = 100;
constexpr int kTagsMax = 12;
constexpr std::size_t kPlanRefBytesMax = 200;

Refusal check_marks(const v1::Marks& marks, const char* field) {
  if (marks.tags_size() > kTagsMax) {
    return reject(v1::REJECTION_CODE_LIMIT, field,
                  "use at most " + std::to_string(kTagsMax) + " tags");
  }
  for (const std::string& tag : marks.tags()) {
    if (Refusal refusal = check_words(tag, kTagBytesMax, field)) return refusal;
  }
  return std::nullopt;
}

Refusal check_voice(const Context& context, Id voice, const char* field) {
  if (voice == 0 || context.state.find<v1::Participant>(voice) != nullptr) return std::nullopt;
  return reject(v1::REJECTION_CODE_NOT_FOUND, field, "name a person of this café");
}

void set_marks(const v1::Marks& marks, v1::Card& card) {
  card.set_unconventional(marks.unconventional());
  card.set_question(marks.question());
  card.set_unanimous(marks.unanimous());
  *card.mutable_tags() = marks.tags();
}

/// RU2: what the member may do in no step, so that nobody is told to wait for the next round.
Refusal check_place(const v1::AddCard& command, const Context& context) {
  const v1::Table* table = context.state.find<v1::Table>(command.table());
  if (table == nullptr || table->withdrawn()) {
    return reject(v1::REJECTION_CODE_NOT_FOUND, "add_card.table", "name a table of this café");
  }
  const Member& member = context.member;
  if (member.role == v1::ROLE_CAPTAIN && member.table != command.table()) {
    return reject(v1::REJECTION_CODE_FORBIDDEN, "add_card.table", "write at your own table");
  }
  if (command.group() != 0 && right_of(member.role, v1::Command::kPlaceCard) == Right::kNo) {
    return reject(v1::REJECTION_CODE_FORBIDDEN, "add_card.group", "leave grouping to a captain");
  }
  return std::nullopt;
}

/// RU2: a guest who sits somewhere in that round writes there.
Refusal check_seat(const Context& context, Id table, Id round) {
  const Member& member = context.member;
  if (member.role != v1::ROLE_PARTICIPANT && member.role != v1::ROLE_REMOTE) return std::nullopt;
  const Id seat = seat_of(context.state, member.participant, round);
  if (seat == 0 || seat == table) return std::nullopt;
  return reject(v1::REJECTION_CODE_FORBIDDEN, "add_card.table", "write at the table where you sit");
}

Refusal check_new_card(const v1::AddCard& command, const Context& context, const Filing& filing) {
  if (Refusal refusal = check_seat(context, command.table(), filing.round)) return refusal;
  if (Refusal refusal =
          check_new_id(context, v1::RECORD_KIND_CARD, command.card(), "add_card.card")) {
    return refusal;
  }
  if (device_of(command.run()) != context.member.device || counter_of(command.run()) == 0) {
    return reject(v1::REJECTION_CODE_CONFLICT, "add_card.run",
                  "make the id from this device's number");
  }
  if (Refusal refusal =
          check_words(command.text(), context.limits.command_text_bytes, "add_card.text")) {
    return refusal;
  }
  if (code_points(command.text()) > context.limits.card_code_points) {
    return reject(v1::REJECTION_CODE_LIMIT, "add_card.text", "write two ideas instead of one");
  }
  if (Refusal refusal = check_words(command.plan_ref(), kPlanRefBytesMax, "add_card.plan_ref",
                                    /*may_be_empty=*/true)) {
    return refusal;
  }
  if (Refusal refusal = check_voice(context, command.voice(), "add_card.voice")) return refusal;
  if (context.state.records().count<v1::Card>() >= context.limits.cards) {
    return reject(v1::REJECTION_CODE_LIMIT, "add_card", "this café holds no more ideas");
  }
  return check_marks(command.marks(), "add_card.marks");
}

v1::Card new_card(const v1::AddCard& command, const Context& context, const Filing& filing) {
  v1::Card card;
  card.set_table(command.table());
  card.set_round(filing.round);
  card.set_late(filing.late);
  card.set_voice(command.voice());
  card.set_scribe(context.member.participant);
  card.set_device(context.member.device);
  card.set_created_at_ms(context.now_ms);
  card.set_plan_ref(command.plan_ref());
  set_marks(command.marks(), card);
  return card;
}

v1::Change first_run(const v1::AddCard& command, const Context& context) {
  v1::Change change;
  v1::TextEdit& edit = *change.mutable_text();
  edit.set_text(command.card());
  v1::Insert& insert = *edit.mutable_insert();
  insert.set_run(command.run());
  insert.set_characters(command.text());
  insert.set_author(context.member.participant);
  insert.set_device(context.member.device);
  insert.set_at_ms(context.now_ms);
  return change;
}

/// The link of a rebound and the place in a group, when the command asks for them.
Refusal add_surroundings(const v1::AddCard& command, const Context& context, Changes& changes) {
  if (command.has_rebound()) {
    v1::AddLink rebound = command.rebound();
    rebound.set_from(command.card());
    auto link = new_link(rebound, context, "add_card.rebound");
    if (const auto* rejection = std::get_if<v1::Rejection>(&link)) return *rejection;
    changes.changes.push_back(std::get<v1::Change>(std::move(link)));
  }
  if (command.group() != 0) {
    auto place = place_in_group(command.card(), command.group(), 0, context, "add_card.group");
    if (const auto* rejection = std::get_if<v1::Rejection>(&place)) return *rejection;
    changes.changes.push_back(std::get<v1::Change>(std::move(place)));
  }
  return std::nullopt;
}

}  // namespace

Decision decide_add_card(const v1::AddCard& command, const Context& context) {
  if (Refusal refusal = check_place(command, context)) return *refusal;
  const auto filed = file_words(context, "add_card");
  if (const auto* rejection = std::get_if<v1::Rejection>(&filed)) return *rejection;
  const Filing& filing = std::get<Filing>(filed);
  if (Refusal refusal = check_new_card(command, context, filing)) return *refusal;
  Changes changes =
      accept(v1::WHAT_CARD_ADDED, put_change(command.card(), new_card(command, context, filing)));
  changes.changes.push_back(first_run(command, context));
  if (Refusal refusal = add_surroundings(command, context, changes)) return *refusal;
  return changes;
}

Decision decide_set_card(const v1::SetCard& command, const Context& context) {
  const v1::Card* card = context.state.find<v1::Card>(command.card());
  if (card == nullptr) {
    return reject(v1::REJECTION_CODE_NOT_FOUND, "set_card.card", "name an idea of this café");
  }
  if (Refusal refusal = check_card_right(context, *card, "set_card.card")) return *refusal;
  if (Refusal refusal = check_marks(command.marks(), "set_card.marks")) return *refusal;
  if (Refusal refusal = check_voice(context, command.voice(), "set_card.voice")) return *refusal;
  v1::Card changed = *card;
  set_marks(command.marks(), changed);
  changed.set_voice(command.voice());
  return accept(v1::WHAT_CARD_CHANGED, put_change(command.card(), changed));
}

Decision decide_hide_card(const v1::HideCard& command, const Context& context) {
  const v1::Card* card = context.state.find<v1::Card>(command.card());
  if (card == nullptr) {
    return reject(v1::REJECTION_CODE_NOT_FOUND, "hide_card.card", "name an idea of this café");
  }
  v1::Card changed = *card;
  changed.set_hidden(command.hidden());
  return accept(v1::WHAT_CARD_HIDDEN, put_change(command.card(), changed));
}

}  // namespace rebond
