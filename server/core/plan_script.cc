// Reading a plan: its rounds, or a script of people's own.
#include <algorithm>
#include <set>

#include "core/built_in_script.h"
#include "core/plan_parts.h"
#include "core/plan_words.h"

namespace rebond {
namespace {

constexpr std::size_t kStepsMax = 60;
constexpr std::size_t kSlugBytesMax = 60;
constexpr std::uint32_t kMinutesMax = 1'440;

/// Roles that may write; the screen only reads.
Result<std::vector<v1::Role>> read_roles(const Json& json, const std::string& field) {
  if (!json.is_array()) return invalid_field(field, "list the roles");
  std::vector<v1::Role> roles;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const std::string where = json_index(field, i);
    const Result<v1::Role> role = value_named(kRoleNames, json[i], where);
    if (!role) return role.error();
    if (*role == v1::ROLE_SCREEN) return invalid_field(where, "name a role that may write");
    roles.push_back(*role);
  }
  return roles;
}

/// In the order of the acts, whatever the order in the plan.
Result<void> read_permissions(const Json& json, const std::string& field, v1::Step& step) {
  if (!json.is_object()) return invalid_field(field, "write an object: roles for each act");
  for (const auto& [name, roles] : json.items()) {
    const Result<v1::Act> act = value_named(kActNames, Json(name), field + "." + name);
    if (!act) return act.error();
  }
  for (const auto& [name, act] : kActNames) {
    if (!json.contains(name)) continue;
    const Result<std::vector<v1::Role>> may = read_roles(json[name], field + "." + name);
    if (!may) return may.error();
    v1::StepPermission& permission = *step.add_permissions();
    permission.set_act(act);
    for (const v1::Role role : *may) permission.add_roles(role);
  }
  return {};
}

Result<void> read_views(const Json& json, const std::string& field, v1::Step& step) {
  if (json.is_null()) return {};
  if (!json.is_object()) return invalid_field(field, "write an object: a view for each role");
  for (const auto& [name, shown] : json.items()) {
    const std::string where = field + "." + name;
    const Result<v1::Role> role = value_named(kRoleNames, Json(name), where);
    if (!role) return role.error();
    const Result<v1::View> view = value_named(kViewNames, shown, where);
    if (!view) return view.error();
    v1::StepView& one = *step.add_views();
    one.set_role(*role);
    one.set_view(*view);
  }
  return {};
}

/// Who may do what: as the step says, or as in the built-in step of that name.
Result<void> read_rights(const Json& json, const std::string& where, PlannedStep& planned) {
  v1::Step& step = planned.step;
  const Json& writers = json_member(json, "writers");
  const Json& permissions = json_member(json, "permissions");
  if (writers.is_null() && permissions.is_null()) {
    const v1::Step model = built_in_step(planned.has_round ? "round-1" : step.slug());
    *step.mutable_writers() = model.writers();
    *step.mutable_permissions() = model.permissions();
    return {};
  }
  if (!writers.is_null()) {
    const Result<std::vector<v1::Role>> roles = read_roles(writers, where + ".writers");
    if (!roles) return roles.error();
    for (const v1::Role role : *roles) step.add_writers(role);
  }
  if (permissions.is_null()) return {};
  return read_permissions(permissions, where + ".permissions", step);
}

Result<void> read_flags(const Json& json, const std::string& where, PlannedStep& planned) {
  const Result<bool> anonymous = read_flag(json_member(json, "anonymous"), where + ".anonymous");
  if (!anonymous) return anonymous.error();
  const Result<bool> skipped = read_flag(json_member(json, "skipped"), where + ".skipped");
  if (!skipped) return skipped.error();
  const Result<bool> round = read_flag(json_member(json, "round"), where + ".round");
  if (!round) return round.error();
  planned.step.set_anonymous(*anonymous);
  planned.step.set_skipped(*skipped);
  planned.has_round =
      *round || !planned.question.empty() || planned.step.slug().starts_with("round-");
  return {};
}

bool is_slug(const std::string& slug) {
  return std::all_of(slug.begin(), slug.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

Result<PlannedStep> read_step(const Json& json, const std::string& where) {
  if (!json.is_object()) return invalid_field(where, "write an object with a \"slug\"");
  PlannedStep planned;
  Result<std::string> slug = read_words(json_member(json, "slug"), where + ".slug", kSlugBytesMax,
                                        "give every step a name of its own");
  if (!slug) return slug.error();
  if (!is_slug(*slug)) {
    return invalid_field(where + ".slug", "use lower-case letters, digits and hyphens");
  }
  planned.step.set_slug(*slug);
  Result<std::string> question =
      read_line(json_member(json, "question"), where + ".question", kPlanLineBytesMax);
  if (!question) return question.error();
  planned.question = std::move(*question);
  Result<std::string> instruction =
      read_line(json_member(json, "instruction"), where + ".instruction", kPlanLineBytesMax);
  if (!instruction) return instruction.error();
  planned.step.set_instruction(*instruction);
  const Result<std::uint32_t> minutes =
      read_number(json_member(json, "minutes"), where + ".minutes", 0, kMinutesMax, 0);
  if (!minutes) return minutes.error();
  planned.step.set_minutes(*minutes);
  if (Result<void> done = read_flags(json, where, planned); !done) return done.error();
  if (Result<void> done = read_rights(json, where, planned); !done) return done.error();
  if (Result<void> done = read_views(json_member(json, "views"), where + ".views", planned.step);
      !done) {
    return done.error();
  }
  return planned;
}

/// The rounds of a script get the plan's questions and minutes where they have none of their own.
Result<void> count_rounds(Plan& plan) {
  std::size_t rounds = 0;
  for (PlannedStep& planned : plan.script) {
    if (!planned.has_round) continue;
    if (planned.question.empty() && rounds < plan.questions.size()) {
      planned.question = plan.questions[rounds];
    }
    if (planned.step.minutes() == 0) planned.step.set_minutes(plan.round_minutes);
    ++rounds;
  }
  if (rounds == 0) return invalid_field("script", "hold one round at least, such as \"round-1\"");
  if (rounds > kPlanRoundsMax) {
    return invalid_field("script", "hold at most " + std::to_string(kPlanRoundsMax) + " rounds");
  }
  plan.rounds = static_cast<std::uint32_t>(rounds);
  return {};
}

Result<void> read_steps(const Json& json, Plan& plan) {
  const Json& script = json_member(json, "script");
  if (script.is_null()) return {};
  if (!script.is_array() || script.empty() || script.size() > kStepsMax) {
    return invalid_field("script", "list from 1 to " + std::to_string(kStepsMax) + " steps");
  }
  std::set<std::string> slugs;
  for (std::size_t i = 0; i < script.size(); ++i) {
    const std::string where = json_index("script", i);
    Result<PlannedStep> step = read_step(script[i], where);
    if (!step) return step.error();
    if (!slugs.insert(step->step.slug()).second) {
      return invalid_field(where + ".slug",
                           "another step is \"" + step->step.slug() + "\" already");
    }
    plan.script.push_back(std::move(*step));
  }
  return count_rounds(plan);
}

Result<void> read_rounds(const Json& json, Plan& plan) {
  const Json& questions = json_member(json, "questions");
  if (!questions.is_null() && !questions.is_array()) {
    return invalid_field("questions", "list the question of each round");
  }
  if (questions.size() > kPlanRoundsMax) {
    return invalid_field("questions",
                         "ask at most " + std::to_string(kPlanRoundsMax) + " questions");
  }
  for (std::size_t i = 0; i < questions.size(); ++i) {
    Result<std::string> question =
        read_words(questions[i], json_index("questions", i), kPlanLineBytesMax,
                   "write the question of this round");
    if (!question) return question.error();
    plan.questions.push_back(std::move(*question));
  }
  const Result<std::uint32_t> rounds =
      read_number(json_member(json, "rounds"), "rounds", 1, kPlanRoundsMax, plan.rounds);
  if (!rounds) return rounds.error();
  const auto asked = static_cast<std::uint32_t>(plan.questions.size());
  plan.rounds = std::max(*rounds, asked);
  return {};
}

/// A number, or the longest of {"min", "max"}.
Result<void> read_round_minutes(const Json& json, Plan& plan) {
  const Json& own = json_member(json, "round_minutes");
  if (!own.is_null()) {
    const bool range = own.is_object();
    const std::string field = range ? "round_minutes.max" : "round_minutes";
    const Result<std::uint32_t> minutes =
        read_number(range ? json_member(own, "max") : own, field, 0, kMinutesMax, 0);
    if (!minutes) return minutes.error();
    plan.round_minutes = *minutes;
    return {};
  }
  // A description of a method may say it too, in words of its own.
  const Json& told = json_member(json_member(json_member(json, "method"), "round_minutes"), "max");
  if (const Result<std::uint32_t> minutes = read_number(told, "", 0, kMinutesMax, 0); minutes) {
    plan.round_minutes = *minutes;
  }
  return {};
}

}  // namespace

Result<void> read_script(const Json& json, Plan& plan) {
  for (const auto read : {read_rounds, read_round_minutes, read_steps}) {
    if (Result<void> done = read(json, plan); !done) return done;
  }
  return {};
}

}  // namespace rebond
