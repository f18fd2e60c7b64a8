// The rules of propositions: idea, phrase, idea.
#include "core/rules.h"

namespace rebond {
namespace {

constexpr std::size_t kPhraseBytesMax = 200;

Refusal check_phrase(v1::LinkKind kind, const std::string& phrase, const std::string& field) {
  if (kind == v1::LINK_KIND_UNSPECIFIED && phrase.empty()) {
    return reject(v1::REJECTION_CODE_MALFORMED, field + ".kind",
                  "choose a kind of link or write a phrase");
  }
  if (kind != v1::LINK_KIND_UNSPECIFIED && !v1::LinkKind_IsValid(kind)) {
    return reject(v1::REJECTION_CODE_UNSUPPORTED, field + ".kind",
                  "choose a kind of link that exists");
  }
  return check_words(phrase, kPhraseBytesMax, (field + ".phrase").c_str(), /*may_be_empty=*/true);
}

bool is_card(const Context& context, Id id) {
  return context.state.find<v1::Card>(id) != nullptr;
}

}  // namespace

std::variant<v1::Change, v1::Rejection> new_link(const v1::AddLink& command, const Context& context,
                                                 const char* field) {
  const std::string where(field);
  if (Refusal refusal = check_act(context, v1::ACT_LINK, field)) return *refusal;
  if (Refusal refusal =
          check_new_id(context, v1::RECORD_KIND_LINK, command.link(), (where + ".link").c_str())) {
    return *refusal;
  }
  if (!is_card(context, command.to())) {
    return reject(v1::REJECTION_CODE_NOT_FOUND, where + ".to", "name an idea of this café");
  }
  if (command.from() == command.to()) {
    return reject(v1::REJECTION_CODE_CONFLICT, where + ".to", "link two different ideas");
  }
  if (Refusal refusal = check_phrase(command.kind(), command.phrase(), where)) return *refusal;
  if (context.state.records().count<v1::Link>() >= context.limits.links) {
    return reject(v1::REJECTION_CODE_LIMIT, where, "this café holds no more links");
  }
  v1::Link link;
  link.set_from(command.from());
  link.set_to(command.to());
  link.set_kind(command.kind());
  link.set_phrase(command.phrase());
  link.set_author(context.member.participant);
  link.set_device(context.member.device);
  link.set_created_at_ms(context.now_ms);
  return put_change(command.link(), link);
}

Decision decide_add_link(const v1::AddLink& command, const Context& context) {
  if (!is_card(context, command.from())) {
    return reject(v1::REJECTION_CODE_NOT_FOUND, "add_link.from", "name an idea of this café");
  }
  auto link = new_link(command, context, "add_link");
  if (const auto* rejection = std::get_if<v1::Rejection>(&link)) return *rejection;
  return accept(v1::WHAT_LINK_ADDED, std::get<v1::Change>(std::move(link)));
}

Decision decide_set_link(const v1::SetLink& command, const Context& context) {
  const v1::Link* link = context.state.find<v1::Link>(command.link());
  if (link == nullptr) {
    return reject(v1::REJECTION_CODE_NOT_FOUND, "set_link.link", "name a link of this café");
  }
  const Member& member = context.member;
  const bool own = member.participant != 0 && link->author() == member.participant;
  if (member.role != v1::ROLE_FACILITATOR && member.role != v1::ROLE_CAPTAIN && !own) {
    return reject(v1::REJECTION_CODE_FORBIDDEN, "set_link.link", "change a link that you made");
  }
  if (Refusal refusal = check_act(context, v1::ACT_LINK, "set_link")) return *refusal;
  if (Refusal refusal = check_phrase(command.kind(), command.phrase(), "set_link")) {
    return *refusal;
  }
  v1::Link changed = *link;
  changed.set_kind(command.kind());
  changed.set_phrase(command.phrase());
  return accept(v1::WHAT_LINK_CHANGED, put_change(command.link(), changed));
}

}  // namespace rebond
