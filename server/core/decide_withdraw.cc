// The rules of taking back and bringing back: nothing is ever deleted (RU6).
#include "core/rules.h"

namespace rebond {
namespace {

/// Taking back or bringing back one thing.
class Reversal {
 public:
  Reversal(const v1::RecordRef& what, bool withdrawn, const Context& context)
      : id_(what.id()), withdrawn_(withdrawn), context_(context) {}

  Decision card() const {
    const v1::Card* card = context_.state.find<v1::Card>(id_);
    if (card == nullptr) return not_found();
    if (Refusal refusal = check_card_right(context_, *card, field("id").c_str())) return *refusal;
    return set(*card);
  }

  Decision link() const {
    const v1::Link* link = context_.state.find<v1::Link>(id_);
    if (link == nullptr) return not_found();
    const Member& member = context_.member;
    const bool own = member.participant != 0 && link->author() == member.participant;
    if (!leads() && !own) {
      return reject(v1::REJECTION_CODE_FORBIDDEN, field("id"), "take back a link that you made");
    }
    return set(*link);
  }

  Decision group() const {
    const v1::Group* group = context_.state.find<v1::Group>(id_);
    if (group == nullptr) return not_found();
    if (!leads()) {
      return reject(v1::REJECTION_CODE_FORBIDDEN, field("kind"),
                    "ask a captain or the facilitator");
    }
    return set(*group);
  }

  Decision unsupported() const {
    return reject(v1::REJECTION_CODE_UNSUPPORTED, field("kind"),
                  "take back an idea, a link or a group");
  }

 private:
  bool leads() const {
    return context_.member.role == v1::ROLE_FACILITATOR || context_.member.role == v1::ROLE_CAPTAIN;
  }

  std::string field(const char* name) const {
    return std::string(withdrawn_ ? "withdraw.what." : "restore.what.") + name;
  }

  v1::Rejection not_found() const {
    return reject(v1::REJECTION_CODE_NOT_FOUND, field("id"), "name something of this café");
  }

  template <typename Record>
  Decision set(const Record& record) const {
    Record changed = record;
    changed.set_withdrawn(withdrawn_);
    return accept(withdrawn_ ? v1::WHAT_WITHDRAWN : v1::WHAT_RESTORED, put_change(id_, changed));
  }

  Id id_;
  bool withdrawn_;
  const Context& context_;
};

}  // namespace

Decision decide_withdraw(const v1::RecordRef& what, bool withdrawn, const Context& context) {
  const Reversal reversal(what, withdrawn, context);
  switch (what.kind()) {
    case v1::RECORD_KIND_CARD:
      return reversal.card();
    case v1::RECORD_KIND_LINK:
      return reversal.link();
    case v1::RECORD_KIND_GROUP:
      return reversal.group();
    default:
      return reversal.unsupported();
  }
}

}  // namespace rebond
