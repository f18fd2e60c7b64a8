// The rules of ideas.
#include "core/rights.h"
#include "core/script.h"
#include "core/written.h"

namespace rebond {
namespace {

constexpr std::size_t kTagBytesMax = 100;
constexpr int kTagsMax = 12;
constexpr std::size_t kPlanRefBytesMax = 200;
constexpr std::size_t kReasonBytesMax = 500;

// The ids that the server gives an anonymous idea, its run and its link.
constexpr std::uint32_t kCardId = 0;
constexpr std::uint32_t kRunId = 1;
constexpr std::uint32_t kLinkId = 2;

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

bool is_guest(const Member& member) {
  return member.role == v1::ROLE_PARTICIPANT || member.role == v1::ROLE_REMOTE;
}

/// RU2: a guest who sits somewhere in that round writes there.
Refusal check_seat(const Context& context, Id table, Id round) {
  if (!is_guest(context.member)) return std::nullopt;
  const Id seat = seat_of(context.state, context.member.participant, round);
  if (seat == 0 || seat == table) return std::nullopt;
  return reject(v1::REJECTION_CODE_FORBIDDEN, "add_card.table", "write at the table where you sit");
}

Refusal check_new_card(const v1::AddCard& command, const Context& context, const Filing& filing) {
  if (Refusal refusal = check_seat(context, command.table(), filing.round)) return refusal;
  if (Refusal refusal = check_new_text(
          context, NewText{v1::RECORD_KIND_CARD, command.card(), "add_card.card", command.run(),
                           "add_card.run", command.text(), "add_card.text"})) {
    return refusal;
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

/// AN1: what is said now, or belongs to a round, in a step that is anonymous.
bool is_anonymous(const State& state, Id round) {
  const v1::Step* now = current_step(state);
  const v1::Step* home = step_of_round(state, round);
  return (now != nullptr && now->anonymous()) || (home != nullptr && home->anonymous());
}

/// The idea, its words, its link and its place, once nothing speaks against it.
Decision add(const v1::AddCard& command, const Context& context, const v1::Card& card) {
  Changes changes = accept(v1::WHAT_CARD_ADDED, put_change(command.card(), card));
  changes.changes.push_back(first_run(context, command.card(), command.run(), command.text()));
  if (Refusal refusal = add_surroundings(command, context, changes)) return *refusal;
  return changes;
}

/// AN2: as if nobody had said it. Its author alone is told which idea it became.
Decision add_anonymously(v1::AddCard command, const Context& context, const Filing& filing) {
  command.set_card(server_id(context, kCardId));
  command.set_run(server_id(context, kRunId));
  if (command.has_rebound()) command.mutable_rebound()->set_link(server_id(context, kLinkId));
  command.clear_plan_ref();
  Context nobody = context;
  nobody.member.participant = 0;
  nobody.member.device = 0;
  v1::Card card = new_card(command, nobody, filing);
  card.set_anonymous(true);
  Decision decision = add(command, nobody, card);
  auto* changes = std::get_if<Changes>(&decision);
  if (changes == nullptr) return decision;
  changes->anonymous = true;
  changes->ids = {command.card(), command.run()};
  if (command.has_rebound()) changes->ids.push_back(command.rebound().link());
  v1::AuthorRecord author;
  author.set_participant(context.member.participant);
  author.set_device(context.member.device);
  changes->private_writes.push_back(put_private(v1::PRIVATE_KIND_AUTHOR, command.card(), author));
  return decision;
}

}  // namespace

Decision decide_add_card(const v1::AddCard& command, const Context& context) {
  if (Refusal refusal = check_place(command, context)) return *refusal;
  const auto filed = file_words(context, "add_card");
  if (const auto* rejection = std::get_if<v1::Rejection>(&filed)) return *rejection;
  const Filing& filing = std::get<Filing>(filed);
  if (Refusal refusal = check_new_card(command, context, filing)) return *refusal;
  if (!is_anonymous(context.state, filing.round)) {
    return add(command, context, new_card(command, context, filing));
  }
  v1::AddCard unsaid = command;
  unsaid.clear_voice();
  if (is_guest(context.member)) return add_anonymously(std::move(unsaid), context, filing);
  return add(unsaid, context, new_card(unsaid, context, filing));
}

Decision decide_set_card(const v1::SetCard& command, const Context& context) {
  const v1::Card* card = context.state.find<v1::Card>(command.card());
  if (card == nullptr) {
    return reject(v1::REJECTION_CODE_NOT_FOUND, "set_card.card", "name an idea of this café");
  }
  if (Refusal refusal = check_card_right(context, *card, "set_card.card")) return *refusal;
  if (Refusal refusal = check_act(context, v1::ACT_EDIT, "set_card")) return *refusal;
  if (Refusal refusal = check_marks(command.marks(), "set_card.marks")) return *refusal;
  if (Refusal refusal = check_voice(context, command.voice(), "set_card.voice")) return *refusal;
  if (card->anonymous() && command.voice() != 0) {
    return reject(v1::REJECTION_CODE_CONFLICT, "set_card.voice", "name nobody for this idea");
  }
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
  if (Refusal refusal = check_words(command.reason(), kReasonBytesMax, "hide_card.reason",
                                    /*may_be_empty=*/true)) {
    return *refusal;
  }
  v1::Card changed = *card;
  changed.set_hidden(command.hidden());
  changed.set_hidden_reason(command.hidden() ? command.reason() : "");
  return accept(v1::WHAT_CARD_HIDDEN, put_change(command.card(), changed));
}

}  // namespace rebond
