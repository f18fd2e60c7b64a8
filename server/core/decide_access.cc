// The rules of access: links are given out and taken back (rules AC).
#include <algorithm>

#include "base/hash.h"
#include "core/rules.h"

namespace rebond {
namespace {

using Tokens = std::map<Id, v1::TokenRecord>;

template <typename Chosen>
std::size_t count(const Tokens& tokens, Chosen chosen) {
  return static_cast<std::size_t>(std::count_if(
      tokens.begin(), tokens.end(), [&](const auto& item) { return chosen(item.second); }));
}

bool is_guest(v1::Role role) {
  return role == v1::ROLE_PARTICIPANT || role == v1::ROLE_REMOTE;
}

/// AC1: whom the member may give a link to.
Refusal check_gift(const v1::GiveAccess& command, const Context& context) {
  const Member& member = context.member;
  if (command.role() == v1::ROLE_UNSPECIFIED || !v1::Role_IsValid(command.role())) {
    return reject(v1::REJECTION_CODE_UNSUPPORTED, "give_access.role", "choose a role that exists");
  }
  if (member.role != v1::ROLE_FACILITATOR && command.role() != member.role) {
    return reject(v1::REJECTION_CODE_FORBIDDEN, "give_access.role",
                  "give a link of your own role, or ask the facilitator");
  }
  if (command.role() != v1::ROLE_CAPTAIN) return std::nullopt;
  const v1::Table* table = context.state.find<v1::Table>(command.table());
  if (table == nullptr || table->withdrawn()) {
    return reject(v1::REJECTION_CODE_NOT_FOUND, "give_access.table", "name a table of this café");
  }
  if (member.role == v1::ROLE_CAPTAIN && command.table() != member.table) {
    return reject(v1::REJECTION_CODE_FORBIDDEN, "give_access.table",
                  "give a link of your own table");
  }
  return std::nullopt;
}

/// AC2: nobody fills the café with links, and no captain or participant can stand in the way of
/// the facilitator's.
Refusal check_room(const v1::TokenRecord& gift, const Context& context) {
  const Tokens& tokens = context.private_state.tokens();
  if (context.member.role != v1::ROLE_FACILITATOR) {
    const std::size_t given = count(tokens, [&gift](const v1::TokenRecord& token) {
      return token.role() == gift.role() && token.table() == gift.table() &&
             token.participant() == gift.participant();
    });
    if (given < context.limits.accesses_each) return std::nullopt;
    return reject(v1::REJECTION_CODE_LIMIT, "give_access", "ask the facilitator for a link");
  }
  const std::size_t shared = count(tokens, [](const v1::TokenRecord& token) {
    return !token.revoked() && token.participant() == 0;
  });
  if (shared < context.limits.accesses) return std::nullopt;
  return reject(v1::REJECTION_CODE_LIMIT, "give_access", "take back a link that nobody needs");
}

/// AC4: somebody must be able to lead.
bool is_last_facilitator(Id access, const Context& context) {
  const Tokens& tokens = context.private_state.tokens();
  return std::none_of(tokens.begin(), tokens.end(), [access](const auto& item) {
    return item.first != access && item.second.role() == v1::ROLE_FACILITATOR &&
           !item.second.revoked();
  });
}

Changes in_private(Id access, const v1::TokenRecord& token) {
  Changes changes;
  changes.private_only = true;
  changes.private_writes.push_back(put_private(v1::PRIVATE_KIND_TOKEN, access, token));
  return changes;
}

}  // namespace

Decision decide_give_access(const v1::GiveAccess& command, const Context& context) {
  if (Refusal refusal = check_gift(command, context)) return *refusal;
  if (Refusal refusal = check_new_token(context, command.token(), "give_access.token")) {
    return *refusal;
  }
  v1::TokenRecord token;
  token.set_token_hash(hashed(command.token()));
  token.set_role(command.role());
  if (command.role() == v1::ROLE_CAPTAIN) token.set_table(command.table());
  if (is_guest(context.member.role)) token.set_participant(context.member.participant);
  // From the facilitator it is a link for anybody: who comes with it says who they are.
  token.set_join(is_guest(command.role()) && token.participant() == 0);
  if (Refusal refusal = check_room(token, context)) return *refusal;
  return in_private(context.private_state.next_token(), token);
}

Decision decide_revoke_access(const v1::RevokeAccess& command, const Context& context) {
  const Member& member = context.member;
  const Id access = command.access() == 0 ? member.access : command.access();
  if (member.role != v1::ROLE_FACILITATOR && access != member.access) {
    return reject(v1::REJECTION_CODE_FORBIDDEN, "revoke_access.access",
                  "take back your own link, or ask the facilitator");
  }
  const v1::TokenRecord* token = context.private_state.token(access);
  if (token == nullptr) {
    return reject(v1::REJECTION_CODE_NOT_FOUND, "revoke_access.access", "name a link of this café");
  }
  if (token->role() == v1::ROLE_FACILITATOR && is_last_facilitator(access, context)) {
    return reject(v1::REJECTION_CODE_CONFLICT, "revoke_access.access",
                  "give the facilitator's role to somebody else first");
  }
  v1::TokenRecord revoked = *token;
  revoked.set_revoked(true);
  return in_private(access, revoked);
}

}  // namespace rebond
