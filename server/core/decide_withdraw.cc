// The rules of taking back and bringing back: nothing is ever deleted (RU6).
#include "core/written.h"

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
    if (is_secret_author(*card)) {
      Changes changes = set(*card);
      changes.anonymous = true;
      return changes;
    }
    if (Refusal refusal = check_card_right(context_, *card, field("id").c_str())) return *refusal;
    return set(*card);
  }

  Decision link() const {
    const v1::Link* link = context_.state.find<v1::Link>(id_);
    if (link == nullptr) return not_found();
    const Member& member = context_.member;
    const bool own = member.participant != 0 && link->author() == member.participant;
    if (!leads(member) && !own) {
      return reject(v1::REJECTION_CODE_FORBIDDEN, field("id"), "take back a link that you made");
    }
    return set(*link);
  }

  Decision group() const {
    const v1::Group* group = context_.state.find<v1::Group>(id_);
    if (group == nullptr) return not_found();
    if (!leads(context_.member)) return ask("ask a captain or the facilitator");
    v1::Group changed = *group;
    // Its ideas went elsewhere: what comes back is an empty group (MG3).
    if (!withdrawn_) changed.clear_merged_into();
    return set(changed);
  }

  Decision line() const {
    const auto* line = context_.state.find<v1::SynthesisLine>(id_);
    if (line == nullptr) return not_found();
    if (Refusal refusal = check_synthesis_right(context_, line->table(), field("id").c_str())) {
      return *refusal;
    }
    Changes changes = set(*line);
    take_validation_back(context_, id_, changes);
    return changes;
  }

  Decision answer() const {
    const auto* answer = context_.state.find<v1::ExpertAnswer>(id_);
    if (answer == nullptr) return not_found();
    if (Refusal refusal = check_answer_right(context_, *answer, field("id").c_str())) {
      return *refusal;
    }
    return set(*answer);
  }

  Decision action() const {
    const auto* action = context_.state.find<v1::Action>(id_);
    if (action == nullptr) return not_found();
    if (!leads(context_.member)) return ask("ask a captain or the facilitator");
    return set(*action);
  }

  /// What is the facilitator's own business.
  template <typename Record>
  Decision of_the_room() const {
    const auto* record = context_.state.find<Record>(id_);
    if (record == nullptr) return not_found();
    if (context_.member.role != v1::ROLE_FACILITATOR) return ask("ask the facilitator");
    return set(*record);
  }

  Decision unsupported() const {
    return reject(v1::REJECTION_CODE_UNSUPPORTED, field("kind"),
                  "take back something that can come back");
  }

 private:
  /// AN3: the author of an anonymous idea, whom nobody else is told of.
  bool is_secret_author(const v1::Card& card) const {
    const Id participant = context_.member.participant;
    const v1::AuthorRecord* author = context_.private_state.author_of(id_);
    return card.anonymous() && author != nullptr && participant != 0 &&
           author->participant() == participant;
  }

  v1::Rejection ask(const char* remedy) const {
    return reject(v1::REJECTION_CODE_FORBIDDEN, field("kind"), remedy);
  }

  std::string field(const char* name) const {
    return std::string(withdrawn_ ? "withdraw.what." : "restore.what.") + name;
  }

  v1::Rejection not_found() const {
    return reject(v1::REJECTION_CODE_NOT_FOUND, field("id"), "name something of this café");
  }

  template <typename Record>
  Changes set(const Record& record) const {
    Record changed = record;
    changed.set_withdrawn(withdrawn_);
    return accept(withdrawn_ ? v1::WHAT_WITHDRAWN : v1::WHAT_RESTORED, put_change(id_, changed));
  }

  Id id_;
  bool withdrawn_;
  const Context& context_;
};

Decision reversed(const v1::RecordRef& what, bool withdrawn, const Context& context) {
  const Reversal reversal(what, withdrawn, context);
  switch (what.kind()) {
    case v1::RECORD_KIND_CARD:
      return reversal.card();
    case v1::RECORD_KIND_LINK:
      return reversal.link();
    case v1::RECORD_KIND_GROUP:
      return reversal.group();
    case v1::RECORD_KIND_SYNTHESIS_LINE:
      return reversal.line();
    case v1::RECORD_KIND_EXPERT_ANSWER:
      return reversal.answer();
    case v1::RECORD_KIND_ACTION:
      return reversal.action();
    case v1::RECORD_KIND_COST_LINE:
      return reversal.of_the_room<v1::CostLine>();
    case v1::RECORD_KIND_ANNOUNCEMENT:
      return reversal.of_the_room<v1::Announcement>();
    case v1::RECORD_KIND_TASK:
      return reversal.of_the_room<v1::Task>();
    default:
      return reversal.unsupported();
  }
}

}  // namespace

Decision decide_withdraw(const v1::RecordRef& what, bool withdrawn, const Context& context) {
  Decision decision = reversed(what, withdrawn, context);
  if (std::holds_alternative<v1::Rejection>(decision)) return decision;
  const char* field = withdrawn ? "withdraw" : "restore";
  if (Refusal refusal = check_act(context, act_on(what.kind()), field)) return *refusal;
  return decision;
}

}  // namespace rebond
