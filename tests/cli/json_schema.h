// Holds a JSON document against a schema of docs/: the part of JSON Schema that they use.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace rebond::testing {

/// Where and how `document` breaks `schema`; empty when it holds. A keyword of the schema that is
/// not implemented here counts as broken, so that no rule is passed over.
std::vector<std::string> broken_rules(const nlohmann::json& schema, const nlohmann::json& document);

/// docs/NAME.schema.json.
nlohmann::json schema_of(const std::string& name);

}  // namespace rebond::testing
