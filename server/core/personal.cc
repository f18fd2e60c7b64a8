// What one person, or one table's captains, are told alone (Control.personal).
#include "core/personal.h"

namespace rebond {
namespace {

/// The room's dots, which the facilitators count. No person and no table has this number.
constexpr Id kRoom = 1;

}  // namespace

Owner owner_of(const Member& member) {
  if (member.participant != 0) return Owner{.participant = member.participant};
  if (member.role == v1::ROLE_CAPTAIN) return Owner{.table = member.table};
  return Owner{.access = member.access};
}

Owner supporter_of(const Member& member) {
  if (member.role == v1::ROLE_FACILITATOR) return Owner{};
  if (member.role == v1::ROLE_CAPTAIN) return Owner{.table = member.table};
  return owner_of(member);
}

Id support_key(const Member& member) {
  if (member.role == v1::ROLE_FACILITATOR) return kRoom;
  return member.role == v1::ROLE_CAPTAIN ? member.table : member.participant;
}

Id answers_key(const Member& member) {
  return member.participant != 0 ? member.participant : Id{member.device};
}

bool concerns(const Owner& owner, const Member& member) {
  return owner == owner_of(member) || owner == supporter_of(member);
}

bool shows_names(const State& state) {
  const v1::Show* show = state.find<v1::Show>(1);
  return show != nullptr && show->names();
}

v1::Personal personal_of(const Member& member, const PrivateState& private_state) {
  v1::Personal personal;
  if (member.role == v1::ROLE_SCREEN) return personal;
  const auto person = private_state.people().find(member.participant);
  if (person != private_state.people().end()) personal.set_name(person->second.name());
  for (const v1::SupportRecord::Dots& dots :
       private_state.support_of(support_key(member)).given()) {
    v1::CardDots& told = *personal.add_dots();
    told.set_card(dots.card());
    told.set_dots(dots.dots());
  }
  for (const Id id : private_state.drafts_of(owner_of(member))) {
    const v1::DraftRecord& draft = *private_state.draft(id);
    v1::Draft& told = *personal.add_drafts();
    told.set_draft(id);
    told.set_table(draft.table());
    told.set_text(draft.text());
  }
  for (const Id card : private_state.own_anonymous_cards(member.participant)) {
    personal.add_cards(card);
  }
  *personal.mutable_answers() = private_state.answers_of(answers_key(member)).answers();
  return personal;
}

}  // namespace rebond
