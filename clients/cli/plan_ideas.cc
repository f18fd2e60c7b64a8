// The ideas of a plan, however little else it says.
#include "clients/cli/plan_ideas.h"

#include <set>

#include "core/json_fields.h"
#include "method/text_words.h"

namespace rebond::cli {
namespace {

// Five times the ideas of the largest hall; more would be compared for minutes.
constexpr std::size_t kIdeasMax = 5'000;

Result<std::string> read_language(const Json& plan) {
  const bool own = !json_member(plan, "language").is_null();
  const Json& language = json_member(own ? plan : json_member(plan, "source"), "language");
  if (language.is_null()) return std::string("fr");
  if (language.is_string() && !language.get_ref<const std::string&>().empty()) {
    return language.get<std::string>();
  }
  return invalid_field(own ? "language" : "source.language",
                       "write \"fr\", \"en\" or another language tag (BCP 47)");
}

/// The ids that were given, as JSON writes them: 3 and "3" are two.
using GivenIds = std::set<std::string>;

/// Puts tables[t].ideas[i], which stands in the field `where`, at the end of `plan`.
Result<void> read_idea(const Json& idea, const std::string& where, Id table, GivenIds& given,
                       PlanIdeas& plan) {
  if (!idea.is_object()) return invalid_field(where, "write an object with \"id\" and \"text\"");
  const Json& id = json_member(idea, "id");
  const bool named = id.is_string() && !id.get_ref<const std::string&>().empty();
  if (!named && !id.is_number_integer()) {
    return invalid_field(where + ".id", "give every idea an id of its own");
  }
  if (!given.insert(id.dump()).second) {
    return invalid_field(where + ".id", "another idea is " + id.dump() + " already");
  }
  const Json& text = json_member(idea, "text");
  if (!text.is_string()) return invalid_field(where + ".text", "write the idea's words");
  if (plan.ideas.size() == kIdeasMax) {
    return invalid_field(where, "give at most " + std::to_string(kIdeasMax) + " ideas");
  }
  plan.names.push_back(id);
  plan.ideas.push_back({plan.names.size(), table, text.get<std::string>(), false});
  return {};
}

Result<void> read_table(const Json& table, std::size_t index, GivenIds& given, PlanIdeas& plan) {
  const std::string where = json_index("tables", index);
  if (!table.is_object()) return invalid_field(where, "write an object with \"ideas\"");
  const Json& ideas = json_member(table, "ideas");
  if (!ideas.is_array()) {
    return invalid_field(where + ".ideas", "list the table's ideas; [] when there are none");
  }
  std::size_t place = 0;
  for (const Json& idea : ideas) {
    const std::string field = json_index(where + ".ideas", place++);
    if (Result<void> read = read_idea(idea, field, index + 1, given, plan); !read) return read;
  }
  return {};
}

}  // namespace

Result<PlanIdeas> read_plan_ideas(std::string_view bytes) {
  const Json json = Json::parse(repaired_utf8(bytes), nullptr, /*allow_exceptions=*/false);
  if (json.is_discarded()) return invalid_field("plan", "give a plan as valid JSON in UTF-8");
  if (!json.is_object()) return invalid_field("plan", "give a JSON object with \"tables\"");
  PlanIdeas plan;
  Result<std::string> language = read_language(json);
  if (!language) return language.error();
  plan.language = std::move(*language);
  const Json& tables = json_member(json, "tables");
  if (!tables.is_array() || tables.empty()) {
    return invalid_field("tables", "list at least one table with its ideas");
  }
  GivenIds given;
  std::size_t index = 0;
  for (const Json& table : tables) {
    if (Result<void> read = read_table(table, index++, given, plan); !read) return read.error();
  }
  return plan;
}

}  // namespace rebond::cli
