// The words that the rules are written in, and the rules by subject.
#pragma once

#include <string>
#include <utility>

#include "core/decide.h"
#include "core/record_kinds.h"

namespace rebond {

/// A rejection with its field and remedy.
v1::Rejection reject(v1::RejectionCode code, std::string field, std::string remedy);

/// The change that puts a record.
template <typename Record>
v1::Change put_change(Id id, const Record& record) {
  v1::Change change;
  v1::Put& put = *change.mutable_put();
  put.set_kind(kKindOf<Record>);
  put.set_id(id);
  put.set_record(record.SerializeAsString());
  return change;
}

/// An acceptance of one change.
Changes accept(v1::What what, v1::Change change);

/// A right that was found lacking, or none.
using Refusal = std::optional<v1::Rejection>;

/// RU8: the id was made by this device and nothing of that kind has it.
Refusal check_new_id(const Context& context, v1::RecordKind kind, Id id, const char* field);

/// The text is UTF-8 within `bytes_max`, and not empty unless `may_be_empty`.
Refusal check_words(const std::string& words, std::size_t bytes_max, const char* field,
                    bool may_be_empty = false);

/// The token is 16 bytes that no link of this café has or had.
Refusal check_new_token(const Context& context, const std::string& token, const char* field);

/// RU2: the member may write on what belongs to this card.
Refusal check_card_right(const Context& context, const v1::Card& card, const char* field);

/// RU3: the step lets the member's role do it. What a round allowed goes on in its grace (RU4), and
/// a captain's device that was away brings what it did there (RU5). The facilitator always may.
Refusal check_act(const Context& context, v1::Act act, const char* field);

/// What the step must allow for a change of that kind of thing; ACT_UNSPECIFIED: nothing.
v1::Act act_on(v1::RecordKind kind);

/// What the step must allow for an edit of the text of that record.
v1::Act act_on_text(const State& state, Id text);

/// The table that a participant sits at in a round; 0 when none was taken.
Id seat_of(const State& state, Id participant, Id round);

/// The n-th id that the server itself makes in the next entry, from 0 to 63: no other entry of this
/// café's history makes it.
Id server_id(const Context& context, std::uint32_t n);
/// The same, for an entry of the server's own.
Id server_id(Seq next_seq, std::uint32_t n);

/// PL1: something that the plan of seats depends on has changed; while it is automatic, it is
/// wanted again.
void want_plan(const Context& context, Changes& changes);

/// The café's record.
const v1::Cafe& cafe_of(const State& state);

/// Where something written now belongs (rules RU3 to RU5).
struct Filing {
  Id round = 0;
  bool late = false;
};
std::variant<Filing, v1::Rejection> file_words(const Context& context, const char* field);

/// The rules by subject; each is called when the role has some right to the command.
Decision decide_join(const v1::Join& command, const Context& context);
Decision decide_take_seat(const v1::TakeSeat& command, const Context& context);
Decision decide_salvage(const v1::SalvageText& command, const Context& context);
Decision decide_add_card(const v1::AddCard& command, const Context& context);
Decision decide_set_card(const v1::SetCard& command, const Context& context);
Decision decide_hide_card(const v1::HideCard& command, const Context& context);
Decision decide_edit_text(const v1::EditText& command, const Context& context);
Decision decide_copy_text(const v1::CopyText& command, const Context& context);
Decision decide_add_link(const v1::AddLink& command, const Context& context);
Decision decide_set_link(const v1::SetLink& command, const Context& context);
Decision decide_add_group(const v1::AddGroup& command, const Context& context);
Decision decide_set_group(const v1::SetGroup& command, const Context& context);
Decision decide_place_card(const v1::PlaceCard& command, const Context& context);
Decision decide_withdraw(const v1::RecordRef& what, bool withdrawn, const Context& context);
Decision decide_go_to_step(const v1::GoToStep& command, const Context& context);
Decision decide_start_round(const v1::StartRound& command, const Context& context);
Decision decide_pause_round(const Context& context);
Decision decide_resume_round(const Context& context);
Decision decide_extend_round(const v1::ExtendRound& command, const Context& context);
Decision decide_end_round(const Context& context);
Decision decide_set_table(const v1::SetTable& command, const Context& context);
Decision decide_set_cafe(const v1::SetCafe& command, const Context& context);
Decision decide_set_retention(const v1::SetRetention& command, const Context& context);
Decision decide_give_access(const v1::GiveAccess& command, const Context& context);
Decision decide_revoke_access(const v1::RevokeAccess& command, const Context& context);
Decision decide_set_step(const v1::SetStep& command, const Context& context);
Decision decide_add_step(const v1::AddStep& command, const Context& context);
Decision decide_add_round(const v1::AddRound& command, const Context& context);
Decision decide_add_table(const v1::AddTable& command, const Context& context);
Decision decide_add_person(const v1::AddPerson& command, const Context& context);
Decision decide_set_person(const v1::SetPerson& command, const Context& context);
Decision decide_check_in(const v1::CheckIn& command, const Context& context);
Decision decide_plan_seats(const v1::PlanSeats& command, const Context& context);
Decision decide_ask_suggestions(const v1::AskSuggestions& command, const Context& context);
Decision decide_accept_suggestion(const v1::AcceptSuggestion& command, const Context& context);
Decision decide_refuse_suggestion(const v1::RefuseSuggestion& command, const Context& context);
Decision decide_merge_groups(const v1::MergeGroups& command, const Context& context);
Decision decide_add_line(const v1::AddLine& command, const Context& context);
Decision decide_set_line(const v1::SetLine& command, const Context& context);
Decision decide_validate_synthesis(const v1::ValidateSynthesis& command, const Context& context);
Decision decide_queue_for_expert(const v1::QueueForExpert& command, const Context& context);
Decision decide_add_answer(const v1::AddAnswer& command, const Context& context);
Decision decide_set_answer(const v1::SetAnswer& command, const Context& context);
Decision decide_set_support(const v1::SetSupport& command, const Context& context);
Decision decide_cast_support(const v1::CastSupport& command, const Context& context);
Decision decide_add_action(const v1::AddAction& command, const Context& context);
Decision decide_set_action(const v1::SetAction& command, const Context& context);
Decision decide_evaluate(const v1::Evaluate& command, const Context& context);
Decision decide_add_cost(const v1::AddCost& command, const Context& context);
Decision decide_set_cost(const v1::SetCost& command, const Context& context);
Decision decide_set_show(const v1::SetShow& command, const Context& context);
Decision decide_announce(const v1::Announce& command, const Context& context);
Decision decide_undo(const Context& context);
Decision decide_save_draft(const v1::SaveDraft& command, const Context& context);
Decision decide_drop_draft(const v1::DropDraft& command, const Context& context);
Decision decide_add_task(const v1::AddTask& command, const Context& context);
Decision decide_set_task(const v1::SetTask& command, const Context& context);

/// The link record that AddLink describes, if it may be added; used by rebounds too.
std::variant<v1::Change, v1::Rejection> new_link(const v1::AddLink& command, const Context& context,
                                                 const char* field);

/// The records of a new group and its cards' places, as AddGroup describes them. `field`: the
/// command's name.
std::variant<std::vector<v1::Change>, v1::Rejection> new_group(const v1::AddGroup& command,
                                                               const Context& context,
                                                               const char* field);

/// The change that puts a card into a group (RU7); the group must be there.
std::variant<v1::Change, v1::Rejection> place_in_group(Id card, Id group, Id after,
                                                       const Context& context, const char* field);

}  // namespace rebond
