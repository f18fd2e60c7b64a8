// The script that every café has unless its plan brings one.
#include "core/built_in_script.h"

#include <string>

namespace rebond {
namespace {

/// A set of roles: one bit each.
using Roles = unsigned;

constexpr Roles just(v1::Role role) {
  return 1U << static_cast<unsigned>(role);
}

constexpr Roles kNobody = 0;
constexpr Roles kCaptain = just(v1::ROLE_CAPTAIN);
constexpr Roles kTables = kCaptain | just(v1::ROLE_PARTICIPANT) | just(v1::ROLE_REMOTE);
constexpr Roles kExpert = just(v1::ROLE_EXPERT);
constexpr Roles kEverybody = kTables | kExpert;

/// Who may do what in a step, besides the facilitator.
struct Rights {
  Roles writers = kNobody;
  Roles edit = kNobody;
  Roles link = kNobody;
  Roles group = kNobody;
  Roles synthesise = kNobody;
  Roles answer = kNobody;
  Roles support = kNobody;
  Roles plan_actions = kNobody;
  Roles evaluate = kNobody;
};

std::vector<v1::Role> members(Roles roles) {
  std::vector<v1::Role> all;
  for (const v1::Role role :
       {v1::ROLE_CAPTAIN, v1::ROLE_PARTICIPANT, v1::ROLE_REMOTE, v1::ROLE_EXPERT}) {
    if ((roles & just(role)) != 0) all.push_back(role);
  }
  return all;
}

Rights rights_of(const std::string& slug) {
  Rights rights;
  if (slug.starts_with("round-")) {
    rights = {kTables, kTables, kTables, kCaptain, kCaptain, kExpert, kNobody, kNobody, kNobody};
  } else if (slug.starts_with("move-")) {
    rights.edit = kTables;
    rights.synthesise = kCaptain;
  } else if (slug == "table-syntheses") {
    rights = {kCaptain, kTables, kTables, kCaptain, kCaptain, kExpert, kNobody, kNobody, kNobody};
  } else if (slug == "map-and-convergence") {
    rights = {kCaptain, kTables, kTables, kCaptain, kCaptain, kExpert, kTables, kNobody, kNobody};
  } else if (slug == "expert") {
    rights = {kNobody, kTables, kCaptain, kCaptain, kCaptain, kExpert, kTables, kNobody, kNobody};
  } else if (slug == "action-plan") {
    rights = {kCaptain, kTables, kCaptain, kCaptain, kNobody, kExpert, kTables, kCaptain, kNobody};
  } else if (slug == "thanks") {
    rights.plan_actions = kCaptain;
    rights.evaluate = kEverybody;
  } else if (slug == "closed") {
    rights.evaluate = kTables;
  }
  return rights;
}

void permit(v1::Act act, Roles roles, v1::Step& step) {
  v1::StepPermission& permission = *step.add_permissions();
  permission.set_act(act);
  for (const v1::Role role : members(roles)) permission.add_roles(role);
}

}  // namespace

v1::Step built_in_step(const std::string& slug) {
  const Rights rights = rights_of(slug);
  v1::Step step;
  step.set_slug(slug);
  for (const v1::Role role : members(rights.writers)) step.add_writers(role);
  permit(v1::ACT_EDIT, rights.edit, step);
  permit(v1::ACT_LINK, rights.link, step);
  permit(v1::ACT_GROUP, rights.group, step);
  permit(v1::ACT_SYNTHESISE, rights.synthesise, step);
  permit(v1::ACT_ANSWER, rights.answer, step);
  permit(v1::ACT_SUPPORT, rights.support, step);
  permit(v1::ACT_PLAN_ACTIONS, rights.plan_actions, step);
  permit(v1::ACT_EVALUATE, rights.evaluate, step);
  return step;
}

std::vector<PlannedStep> built_in_script(const Plan& plan) {
  std::vector<PlannedStep> script;
  const auto add = [&](const std::string& slug) -> PlannedStep& {
    script.push_back({built_in_step(slug), /*has_round=*/false, {}});
    return script.back();
  };
  for (const char* slug : {"preparation", "welcome", "objective"}) add(slug);
  for (std::uint32_t number = 1; number <= plan.rounds; ++number) {
    PlannedStep& round = add("round-" + std::to_string(number));
    round.has_round = true;
    round.step.set_minutes(plan.round_minutes);
    if (number <= plan.questions.size()) round.question = plan.questions[number - 1];
    if (number < plan.rounds) add("move-" + std::to_string(number));
  }
  for (const char* slug :
       {"table-syntheses", "map-and-convergence", "expert", "action-plan", "thanks", "closed"}) {
    add(slug);
  }
  return script;
}

}  // namespace rebond
