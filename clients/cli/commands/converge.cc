// rebond converge: which ideas of a plan's tables meet, without a server.
#include <cmath>
#include <fmt/format.h>

#include "clients/cli/arguments.h"
#include "clients/cli/commands/commands.h"
#include "clients/cli/options.h"
#include "clients/cli/output.h"
#include "clients/cli/plan_ideas.h"
#include "method/word_lists.h"

namespace rebond::cli {
namespace {

using OrderedJson = nlohmann::ordered_json;

struct Options {
  std::string plan;
  std::string themes;
  bool groups = false;
  bool json = false;
  bool show_themes = false;
};

/// Four digits say all that a likeness can say.
double rounded(double score) {
  return std::round(score * 1e4) / 1e4;
}

/// "récupérer · eaux · pluie".
std::string line_of(const std::vector<std::string>& words) {
  return fmt::format("{}", fmt::join(words, " · "));
}

std::string name_of(const PlanIdeas& plan, Id id) {
  const nlohmann::json& name = plan.name(id);
  return name.is_string() ? name.get<std::string>() : name.dump();
}

void print_idea(const PlanIdeas& plan, Id id) {
  print_line(fmt::format("      {:<6} {}", name_of(plan, id), plan.text(id)));
}

void tell_pairs(const PlanIdeas& plan, const std::vector<PairSuggestion>& pairs) {
  for (const PairSuggestion& pair : pairs) {
    print_line(fmt::format("{:.2f}  {}", pair.score, line_of(pair.reason)));
    print_idea(plan, pair.a);
    print_idea(plan, pair.b);
  }
  if (pairs.empty()) print_line("no two ideas of different tables are alike");
}

void tell_groups(const PlanIdeas& plan, const std::vector<GroupSuggestion>& groups) {
  for (const GroupSuggestion& group : groups) {
    print_line(fmt::format("{:.2f}  {}  ({})", group.score, group.name, line_of(group.reason)));
    for (const Id id : group.ideas) print_idea(plan, id);
  }
  if (groups.empty()) print_line("no ideas of different tables make a group");
}

std::string pairs_json(const PlanIdeas& plan, const std::vector<PairSuggestion>& pairs) {
  OrderedJson list = OrderedJson::array();
  for (const PairSuggestion& pair : pairs) {
    list.push_back({{"a", plan.name(pair.a)},
                    {"b", plan.name(pair.b)},
                    {"score", rounded(pair.score)},
                    {"reason", pair.reason}});
  }
  return list.dump();
}

std::string groups_json(const PlanIdeas& plan, const std::vector<GroupSuggestion>& groups) {
  OrderedJson list = OrderedJson::array();
  for (const GroupSuggestion& group : groups) {
    OrderedJson ideas = OrderedJson::array();
    for (const Id id : group.ideas) ideas.emplace_back(plan.name(id));
    list.push_back({{"name", group.name},
                    {"ideas", ideas},
                    {"score", rounded(group.score)},
                    {"reason", group.reason}});
  }
  return list.dump();
}

/// The user's list, or the one that is built in.
Result<ThemeList> read_themes(const std::string& path, const std::string& language) {
  if (path.empty()) return ThemeList::built_in(language);
  const Result<std::string> text = read_file(path);
  if (!text) return text.error();
  return ThemeList::parse(*text, language);
}

Exit converge(const Options& options) {
  if (options.show_themes) {
    print_line(built_in_themes());
    return done();
  }
  if (options.plan.empty()) return usage("name a plan, a JSON file; - for standard input");
  const Result<std::string> bytes = read_file(options.plan);
  if (!bytes) return exit_of(bytes.error());
  const Result<PlanIdeas> plan = read_plan_ideas(*bytes);
  if (!plan) return exit_of(plan.error());
  Result<ThemeList> themes = read_themes(options.themes, plan->language);
  if (!themes) return exit_of(themes.error());
  Convergence convergence(plan->language, std::move(*themes));
  convergence.load(plan->ideas);
  if (options.groups) {
    const auto groups = convergence.groups();
    if (options.json) print_line(groups_json(*plan, groups));
    if (!options.json) tell_groups(*plan, groups);
    return done();
  }
  const auto pairs = convergence.pairs();
  if (options.json) print_line(pairs_json(*plan, pairs));
  if (!options.json) tell_pairs(*plan, pairs);
  return done();
}

}  // namespace

void offer_converge(CLI::App& app, Job& job) {
  auto* command = app.add_subcommand("converge", "Find ideas of different tables that meet");
  const auto options = std::make_shared<Options>();
  command->add_option("PLAN", options->plan, "A plan, a JSON file; - for standard input")
      ->type_name("");
  command->add_flag("--groups", options->groups, "Suggest groups with a name, not pairs");
  command
      ->add_option("--themes", options->themes,
                   "A theme list of your own in the place of the built-in one;\n"
                   "an empty file for none")
      ->type_name("FILE");
  command->add_flag("--show-themes", options->show_themes, "Only print the built-in theme list");
  command->add_flag("--json", options->json, "Print one JSON document");
  add_examples(*command,
               "  rebond converge demo/cafe-energie.json\n"
               "  rebond converge --show-themes > our-themes.txt\n"
               "  rebond converge plan.json --themes our-themes.txt --groups");
  command->callback([options, &job] { job = [options] { return converge(*options); }; });
}

}  // namespace rebond::cli
