// The plan of a café: what somebody prepared before people come.
#include "core/plan.h"

#include <nlohmann/json.hpp>
#include <set>

#include "core/utf8.h"

namespace rebond {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kTablesMax = 100;
constexpr std::uint32_t kRoundsMax = 12;
constexpr std::size_t kNameBytesMax = 200;
constexpr std::size_t kLineBytesMax = 1'000;

Error invalid(std::string field, std::string remedy) {
  return Error{ErrorKind::kInvalid, std::move(field), std::move(remedy)};
}

/// The string in object[key]; empty when it is absent or no string.
std::string optional_string(const Json& object, const char* key) {
  if (!object.is_object()) return {};
  const auto found = object.find(key);
  if (found == object.end() || !found->is_string()) return {};
  return found->get<std::string>();
}

const Json& member(const Json& object, const char* key) {
  static const Json kNull;
  if (!object.is_object()) return kNull;
  const auto found = object.find(key);
  return found == object.end() ? kNull : *found;
}

std::string at_index(const char* list, std::size_t index) {
  return std::string(list) + "[" + std::to_string(index) + "]";
}

Result<std::string> required_string(const Json& object, const char* key, const std::string& where,
                                    std::size_t bytes_max, const char* remedy) {
  const Json& value = member(object, key);
  const std::string field = where + "." + key;
  if (!value.is_string() || value.get_ref<const std::string&>().empty()) {
    return invalid(field, remedy);
  }
  if (value.get_ref<const std::string&>().size() > bytes_max) {
    return invalid(field, "make it shorter than " + std::to_string(bytes_max) + " bytes");
  }
  return value.get<std::string>();
}

Result<PlannedIdea> read_idea(const Json& json, const std::string& where) {
  Result<std::string> id =
      required_string(json, "id", where, kNameBytesMax, "give every idea an id of its own");
  if (!id) return id.error();
  Result<std::string> text =
      required_string(json, "text", where, 4 * 1024, "write the idea's words");
  if (!text) return text.error();
  return PlannedIdea{std::move(*id), std::move(*text)};
}

Result<PlannedTable> read_table(const Json& json, std::size_t index) {
  const std::string where = at_index("tables", index);
  PlannedTable table;
  Result<std::string> name =
      required_string(json, "name", where, kNameBytesMax, "give every table a name");
  if (!name) return name.error();
  table.name = std::move(*name);
  table.id = optional_string(json, "id");
  if (table.id.empty()) table.id = "t" + std::to_string(index + 1);
  const Json& capacity = member(json, "capacity");
  if (capacity.is_number_unsigned() && capacity.get<std::uint64_t>() <= 1'000) {
    table.capacity = capacity.get<std::uint32_t>();
  }
  table.remote = member(json, "remote") == Json(true);
  const Json& ideas = member(json, "ideas");
  if (!ideas.is_array()) {
    return invalid(where + ".ideas", "list the table's ideas; [] when there are none yet");
  }
  for (std::size_t i = 0; i < ideas.size(); ++i) {
    Result<PlannedIdea> idea = read_idea(ideas[i], where + "." + at_index("ideas", i));
    if (!idea) return idea.error();
    table.ideas.push_back(std::move(*idea));
  }
  return table;
}

/// The theme is said plainly, or is the one of several that has a synthesis.
void read_theme(const Json& json, Plan& plan) {
  plan.theme = optional_string(json, "theme");
  plan.objective = optional_string(json, "objective");
  if (!plan.theme.empty() || !member(json, "themes").is_array()) return;
  for (const Json& theme : member(json, "themes")) {
    if (member(theme, "has_synthesis") != Json(true)) continue;
    plan.theme = optional_string(theme, "title");
    const Json& number = member(theme, "engagement");
    if (!plan.objective.empty() || !number.is_number()) return;
    for (const Json& engagement : member(json, "engagements")) {
      if (member(engagement, "number") == number)
        plan.objective = optional_string(engagement, "text");
    }
    return;
  }
}

Result<void> read_rounds(const Json& json, Plan& plan) {
  const Json& questions = member(json, "questions");
  if (questions.is_array()) {
    for (const Json& question : questions) {
      if (question.is_string()) plan.questions.push_back(question.get<std::string>());
    }
    plan.rounds =
        std::max<std::uint32_t>(plan.rounds, static_cast<std::uint32_t>(plan.questions.size()));
  }
  const Json& rounds = member(json, "rounds");
  if (rounds.is_null()) return {};
  if (!rounds.is_number_unsigned() || rounds.get<std::uint64_t>() < 1 ||
      rounds.get<std::uint64_t>() > kRoundsMax) {
    return invalid("rounds", "write a number from 1 to " + std::to_string(kRoundsMax));
  }
  plan.rounds = rounds.get<std::uint32_t>();
  return {};
}

void read_language(const Json& json, Plan& plan) {
  std::string language = optional_string(json, "language");
  if (language.empty()) language = optional_string(member(json, "source"), "language");
  if (!language.empty()) plan.language = language;
}

Result<void> read_tables(const Json& json, Plan& plan) {
  const Json& tables = member(json, "tables");
  if (!tables.is_array() || tables.empty()) {
    return invalid("tables", "list at least one table, each with a name and its ideas");
  }
  if (tables.size() > kTablesMax) {
    return invalid("tables", "plan at most " + std::to_string(kTablesMax) + " tables");
  }
  std::set<std::string> ids;
  for (std::size_t i = 0; i < tables.size(); ++i) {
    Result<PlannedTable> table = read_table(tables[i], i);
    if (!table) return table.error();
    for (const PlannedIdea& idea : table->ideas) {
      if (!ids.insert(idea.id).second) {
        return invalid(at_index("tables", i) + ".ideas",
                       "two ideas have the id \"" + idea.id + "\": give each its own");
      }
    }
    plan.tables.push_back(std::move(*table));
  }
  return {};
}

}  // namespace

std::size_t Plan::ideas() const {
  std::size_t count = 0;
  for (const PlannedTable& table : tables) count += table.ideas.size();
  return count;
}

Result<Plan> parse_plan(std::string_view text) {
  const Json json = Json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (json.is_discarded()) return invalid("plan", "send a plan as valid JSON in UTF-8");
  if (!json.is_object()) return invalid("plan", "send a JSON object with \"tables\"");
  Plan plan;
  read_theme(json, plan);
  read_language(json, plan);
  plan.organisation = optional_string(member(json, "organisation"), "name");
  for (const std::string* line : {&plan.theme, &plan.objective}) {
    if (line->size() > kLineBytesMax) {
      return invalid(line == &plan.theme ? "theme" : "objective", "make it shorter");
    }
  }
  if (Result<void> read = read_rounds(json, plan); !read) return read.error();
  if (Result<void> read = read_tables(json, plan); !read) return read.error();
  return plan;
}

}  // namespace rebond
