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

/// The table that a participant sits at in a round; 0 when none was taken.
Id seat_of(const State& state, Id participant, Id round);

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

/// The link record that AddLink describes, if it may be added; used by rebounds too.
std::variant<v1::Change, v1::Rejection> new_link(const v1::AddLink& command, const Context& context,
                                                 const char* field);

/// The change that puts a card into a group (RU7); the group must be there.
std::variant<v1::Change, v1::Rejection> place_in_group(Id card, Id group, Id after,
                                                       const Context& context, const char* field);

}  // namespace rebond
