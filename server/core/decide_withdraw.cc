// The rules of taking back and bringing back: nothing is ever deleted (RU6).
#include "core/rules.h"

namespace rebond {
namespace {

template <typename Record>
Decision set_withdrawn(const Record& record, Id id, bool withdrawn) {
  Record changed = record;
  changed.set_withdrawn(withdrawn);
  return accept(withdrawn ? v1::WHAT_WITHDRAWN : v1::WHAT_RESTORED, put_change(id, changed));
}

v1::Rejection not_found() {
  return reject(v1::REJECTION_CODE_NOT_FOUND, "what.id", "name something of this café");
}

Decision withdraw_card(Id id, bool withdrawn, const Context& context) {
  const v1::Card* card = context.state.find<v1::Card>(id);
  if (card == nullptr) return not_found();
  if (Refusal refusal = check_card_right(context, *card, "what.id")) return *refusal;
  return set_withdrawn(*card, id, withdrawn);
}

Decision withdraw_link(Id id, bool withdrawn, const Context& context) {
  const v1::Link* link = context.state.find<v1::Link>(id);
  if (link == nullptr) return not_found();
  const Member& member = context.member;
  const bool own = member.participant != 0 && link->author() == member.participant;
  if (member.role != v1::ROLE_FACILITATOR && member.role != v1::ROLE_CAPTAIN && !own) {
    return reject(v1::REJECTION_CODE_FORBIDDEN, "what.id", "take back a link that you made");
  }
  return set_withdrawn(*link, id, withdrawn);
}

Decision withdraw_group(Id id, bool withdrawn, const Context& context) {
  const v1::Group* group = context.state.find<v1::Group>(id);
  if (group == nullptr) return not_found();
  const v1::Role role = context.member.role;
  if (role != v1::ROLE_FACILITATOR && role != v1::ROLE_CAPTAIN) {
    return reject(v1::REJECTION_CODE_FORBIDDEN, "what.kind", "ask a captain or the facilitator");
  }
  return set_withdrawn(*group, id, withdrawn);
}

}  // namespace

Decision decide_withdraw(const v1::RecordRef& what, bool withdrawn, const Context& context) {
  switch (what.kind()) {
    case v1::RECORD_KIND_CARD:
      return withdraw_card(what.id(), withdrawn, context);
    case v1::RECORD_KIND_LINK:
      return withdraw_link(what.id(), withdrawn, context);
    case v1::RECORD_KIND_GROUP:
      return withdraw_group(what.id(), withdrawn, context);
    default:
      return reject(v1::REJECTION_CODE_UNSUPPORTED, "what.kind",
                    "take back an idea, a link or a group");
  }
}

}  // namespace rebond
