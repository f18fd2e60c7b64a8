// The plan of a café: what somebody prepared before people come.
#include "core/plan.h"

#include <algorithm>
#include <set>

#include "base/limits.h"
#include "core/founding.h"
#include "core/plan_parts.h"
#include "core/utf8.h"

namespace rebond {
namespace {

constexpr std::size_t kTablesMax = 100;
constexpr std::uint32_t kCapacityMax = 1'000;
constexpr std::size_t kKeywordsMax = 50;
constexpr std::size_t kKeywordBytesMax = 100;
constexpr std::size_t kDateBytesMax = 100;
constexpr std::uint32_t kDotsMax = 100;
// The first entry needs some bytes for itself.
constexpr std::size_t kFoundingBytesMax = kEntryBytesMax - 4 * 1024;

/// What is said of a table besides its ideas.
Result<PlannedTable> read_table_itself(const Json& json, std::size_t index,
                                       const std::string& where) {
  Result<std::string> name = read_words(json_member(json, "name"), where + ".name",
                                        kPlanNameBytesMax, "give every table a name");
  if (!name) return name.error();
  Result<std::string> id = read_line(json_member(json, "id"), where + ".id", kPlanNameBytesMax);
  if (!id) return id.error();
  const Result<std::uint32_t> capacity =
      read_number(json_member(json, "capacity"), where + ".capacity", 0, kCapacityMax, 0);
  if (!capacity) return capacity.error();
  const Result<bool> remote = read_flag(json_member(json, "remote"), where + ".remote");
  if (!remote) return remote.error();
  if (id->empty()) *id = "t" + std::to_string(index + 1);
  return PlannedTable{std::move(*id), std::move(*name), *capacity, *remote, {}};
}

Result<PlannedTable> read_table(const Json& json, std::size_t index) {
  const std::string where = json_index("tables", index);
  if (!json.is_object()) return invalid_field(where, "write an object with \"name\" and \"ideas\"");
  Result<PlannedTable> table = read_table_itself(json, index, where);
  if (!table) return table;
  const Json& ideas = json_member(json, "ideas");
  if (!ideas.is_array()) {
    return invalid_field(where + ".ideas", "list the table's ideas; [] when there are none yet");
  }
  for (std::size_t i = 0; i < ideas.size(); ++i) {
    Result<PlannedIdea> idea = read_idea(ideas[i], json_index(where + ".ideas", i));
    if (!idea) return idea.error();
    table->ideas.push_back(std::move(*idea));
  }
  return table;
}

/// The names by which scripts find tables and ideas again are given once.
Result<void> check_names(const Plan& plan) {
  std::set<std::string> tables;
  std::set<std::string> ideas;
  for (std::size_t t = 0; t < plan.tables.size(); ++t) {
    const PlannedTable& table = plan.tables[t];
    const std::string where = json_index("tables", t);
    if (!tables.insert(table.id).second) {
      return invalid_field(where + ".id", "another table is \"" + table.id + "\" already");
    }
    for (std::size_t i = 0; i < table.ideas.size(); ++i) {
      const std::string& id = table.ideas[i].id;
      if (ideas.insert(id).second) continue;
      return invalid_field(json_index(where + ".ideas", i) + ".id",
                           "another idea is \"" + id + "\" already");
    }
  }
  return {};
}

Result<void> read_tables(const Json& json, Plan& plan) {
  const Json& tables = json_member(json, "tables");
  if (!tables.is_array() || tables.empty()) {
    return invalid_field("tables", "list at least one table, each with a name and its ideas");
  }
  if (tables.size() > kTablesMax) {
    return invalid_field("tables", "plan at most " + std::to_string(kTablesMax) + " tables");
  }
  for (std::size_t i = 0; i < tables.size(); ++i) {
    Result<PlannedTable> table = read_table(tables[i], i);
    if (!table) return table.error();
    plan.tables.push_back(std::move(*table));
  }
  return check_names(plan);
}

/// The objective is the text of the engagement with that number, when the plan quotes it.
Json engagement_text(const Json& json, const Json& number) {
  for (const Json& engagement : json_member(json, "engagements")) {
    if (json_member(engagement, "number") == number) return json_member(engagement, "text");
  }
  return {};
}

/// The theme is said plainly, or is the one of several that has a synthesis.
Result<void> read_theme(const Json& json, Plan& plan) {
  Json theme = json_member(json, "theme");
  Json objective = json_member(json, "objective");
  for (const Json& one : json_member(json, "themes")) {
    if (!theme.is_null() || json_member(one, "has_synthesis") != Json(true)) continue;
    theme = json_member(one, "title");
    const Json& number = json_member(one, "engagement");
    if (objective.is_null() && number.is_number()) objective = engagement_text(json, number);
  }
  Result<std::string> title = read_line(theme, "theme", kPlanLineBytesMax);
  if (!title) return title.error();
  Result<std::string> aim = read_line(objective, "objective", kPlanLineBytesMax);
  if (!aim) return aim.error();
  plan.theme = std::move(*title);
  plan.objective = std::move(*aim);
  return {};
}

/// Looks like "fr", "en-GB", "zh-Hant-TW".
bool is_language_tag(const std::string& tag) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  return tag.size() >= 2 && tag.size() <= 35 && is_letter(tag[0]) && is_letter(tag[1]) &&
         std::all_of(tag.begin(), tag.end(),
                     [&](char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '-'; });
}

Result<void> read_language(const Json& json, Plan& plan) {
  const Json& source = json_member(json, "source");
  if (!source.is_null() && !source.is_object()) {
    return invalid_field("source", "write an object with the \"language\" of the ideas");
  }
  const bool own = !json_member(json, "language").is_null();
  const Json& language = json_member(own ? json : source, "language");
  if (language.is_null()) return {};
  if (!language.is_string() || !is_language_tag(language.get_ref<const std::string&>())) {
    return invalid_field(own ? "language" : "source.language",
                         "write \"fr\", \"en\" or another language tag (BCP 47)");
  }
  plan.language = language.get<std::string>();
  return {};
}

Result<void> read_organisation(const Json& json, Plan& plan) {
  const Json& organisation = json_member(json, "organisation");
  if (!organisation.is_null() && !organisation.is_object()) {
    return invalid_field("organisation", "write an object with its \"name\"");
  }
  Result<std::string> name =
      read_line(json_member(organisation, "name"), "organisation.name", kPlanLineBytesMax);
  if (!name) return name.error();
  plan.organisation = std::move(*name);
  return {};
}

Result<void> read_invitation(const Json& json, Plan& plan) {
  Result<std::string> place = read_line(json_member(json, "place"), "place", kPlanLineBytesMax);
  if (!place) return place.error();
  plan.place = std::move(*place);
  Result<std::string> date = read_line(json_member(json, "date"), "date", kDateBytesMax);
  if (!date) return date.error();
  plan.date = std::move(*date);
  const Json& keywords = json_member(json, "keywords");
  if (!keywords.is_null() && (!keywords.is_array() || keywords.size() > kKeywordsMax)) {
    return invalid_field("keywords", "list at most " + std::to_string(kKeywordsMax) + " words");
  }
  for (std::size_t i = 0; i < keywords.size(); ++i) {
    Result<std::string> word =
        read_words(keywords[i], json_index("keywords", i), kKeywordBytesMax, "write a word or two");
    if (!word) return word.error();
    plan.keywords.push_back(std::move(*word));
  }
  const Result<std::uint32_t> dots =
      read_number(json_member(json, "dots_each"), "dots_each", 0, kDotsMax, 0);
  if (!dots) return dots.error();
  plan.dots_each = *dots;
  return {};
}

/// All of the plan becomes one entry.
Result<void> check_size(const Plan& plan) {
  std::size_t bytes = 0;
  for (const v1::Change& change : decide_founding(plan, 0).changes) bytes += change.ByteSizeLong();
  if (bytes <= kFoundingBytesMax) return {};
  return invalid_field("plan", "make it shorter: carry over fewer ideas, actions or tasks");
}

}  // namespace

Result<PlannedIdea> read_idea(const Json& json, const std::string& where) {
  if (!json.is_object()) return invalid_field(where, "write an object with \"id\" and \"text\"");
  const Limits limits;
  Result<std::string> id = read_words(json_member(json, "id"), where + ".id", kPlanNameBytesMax,
                                      "give every idea an id of its own");
  if (!id) return id.error();
  Result<std::string> text = read_words(json_member(json, "text"), where + ".text",
                                        limits.command_text_bytes, "write the idea's words");
  if (!text) return text.error();
  if (code_points(*text) > limits.card_code_points) {
    return invalid_field(where + ".text", "write two ideas instead of one");
  }
  return PlannedIdea{std::move(*id), std::move(*text)};
}

std::size_t Plan::ideas() const {
  std::size_t count = 0;
  for (const PlannedTable& table : tables) count += table.ideas.size();
  return count;
}

Result<Plan> parse_plan(std::string_view text) {
  const Json json = Json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (json.is_discarded()) return invalid_field("plan", "send a plan as valid JSON in UTF-8");
  if (!json.is_object()) return invalid_field("plan", "send a JSON object with \"tables\"");
  Plan plan;
  for (const auto read : {read_theme, read_language, read_organisation, read_invitation,
                          read_script, read_tables, read_people, read_preparation, read_carried}) {
    if (Result<void> done = read(json, plan); !done) return done.error();
  }
  if (Result<void> fits = check_size(plan); !fits) return fits.error();
  return plan;
}

}  // namespace rebond
