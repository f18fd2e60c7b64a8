// The links of a café in words, for people and for programs.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "base/result.h"
#include "clients/cpp/link.h"
#include "core/state.h"
#include "rebond/v1/frame.pb.h"

namespace rebond::cli {

/// "captain"; "unknown" for a role that this version does not know. As it stands in a link.
std::string role_word(v1::Role role);

/// The role with that word; fails with the words that there are.
Result<v1::Role> parse_role(const std::string& word);

/// "3\tcaptain\ttable 2\trevoked": number, role, whose it is, what became of it. Tables are named
/// by their place in the plan.
std::string access_line(const v1::AccessEntry& entry, const State& state);

/// {"access":3,"role":"captain","table":2,"revoked":true}: what is not there or false is left out.
nlohmann::ordered_json access_json(const v1::AccessEntry& entry, const State& state);

/// A link into the same café, of another role, with another token. It is a secret.
std::string link_text(const CafeLink& like, v1::Role role, const std::string& token);

}  // namespace rebond::cli
