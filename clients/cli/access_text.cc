// The links of a café in words, for people and for programs.
#include "clients/cli/access_text.h"

#include <utility>

#include "base/bytes.h"

namespace rebond::cli {
namespace {

constexpr std::pair<v1::Role, const char*> kRoles[] = {
    {v1::ROLE_FACILITATOR, "facilitator"}, {v1::ROLE_CAPTAIN, "captain"},
    {v1::ROLE_PARTICIPANT, "participant"}, {v1::ROLE_REMOTE, "remote"},
    {v1::ROLE_EXPERT, "expert"},           {v1::ROLE_SCREEN, "screen"}};

/// 0 when there is none.
std::uint32_t table_number(const v1::AccessEntry& entry, const State& state) {
  const v1::Table* table = state.find<v1::Table>(entry.table());
  return table == nullptr ? 0 : table->number();
}

}  // namespace

std::string role_word(v1::Role role) {
  for (const auto& [known, word] : kRoles) {
    if (known == role) return word;
  }
  return "unknown";
}

Result<v1::Role> parse_role(const std::string& word) {
  std::string words;
  for (const auto& [role, known] : kRoles) {
    if (word == known) return role;
    words.append(words.empty() ? "" : ", ").append(known);
  }
  return Error{ErrorKind::kInvalid, "",
               "there is no role \"" + word + "\"; the roles are " + words};
}

std::string access_line(const v1::AccessEntry& entry, const State& state) {
  std::string whose;
  if (entry.table() != 0) whose = "table " + std::to_string(table_number(entry, state));
  if (entry.participant() != 0) whose = "person " + std::to_string(entry.participant());
  if (entry.join()) whose = "to join";
  return std::to_string(entry.access()) + "\t" + role_word(entry.role()) + "\t" + whose + "\t" +
         (entry.revoked() ? "revoked" : "");
}

nlohmann::ordered_json access_json(const v1::AccessEntry& entry, const State& state) {
  nlohmann::ordered_json json{{"access", entry.access()}, {"role", role_word(entry.role())}};
  if (entry.table() != 0) json["table"] = table_number(entry, state);
  if (entry.participant() != 0) json["participant"] = std::to_string(entry.participant());
  if (entry.join()) json["join"] = true;
  if (entry.revoked()) json["revoked"] = true;
  return json;
}

std::string link_text(const CafeLink& like, v1::Role role, const std::string& token) {
  return "http://" + like.server.authority() + "/cafes/" + like.cafe + "/" + role_word(role) + "#" +
         to_hex(token);
}

}  // namespace rebond::cli
