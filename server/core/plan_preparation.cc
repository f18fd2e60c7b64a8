// Reading a plan: its checklist, its costs, its programme, and what an earlier café left undone.
#include <cmath>
#include <set>

#include "core/plan_parts.h"
#include "core/plan_words.h"

namespace rebond {
namespace {

constexpr std::size_t kItemsMax = 200;
constexpr std::uint32_t kMinutesMax = 100'000;
constexpr std::uint32_t kEurosMax = 100'000'000;
constexpr std::uint32_t kDaysMax = 10'000;
constexpr std::uint32_t kCafesMax = 1'000;
constexpr std::uint32_t kPeopleEachMax = 100'000;
constexpr std::uint32_t kCommitmentMax = 1'000'000;

/// A list, or nothing.
Result<void> check_list(const Json& list, const std::string& field) {
  if (list.is_null() || (list.is_array() && list.size() <= kItemsMax)) return {};
  return invalid_field(field, "list at most " + std::to_string(kItemsMax));
}

/// Days in hundredths.
Result<std::uint32_t> read_days(const Json& json, const std::string& field) {
  if (json.is_null()) return 0U;
  const double days = json.is_number() ? json.get<double>() : -1;
  if (!(days >= 0 && days <= kDaysMax)) {
    return invalid_field(field, "write a number of days, such as 0.5");
  }
  return static_cast<std::uint32_t>(std::lround(days * 100));
}

Result<v1::Task> read_task(const Json& json, const std::string& where) {
  v1::Task task;
  const Result<std::string> what = read_words(json_member(json, "what"), where + ".what",
                                              kPlanLineBytesMax, "say what is to be done");
  if (!what) return what.error();
  task.set_what(*what);
  const Result<std::string> owner =
      read_line(json_member(json, "owner"), where + ".owner", kPlanNameBytesMax);
  if (!owner) return owner.error();
  task.set_owner(*owner);
  const Result<std::uint32_t> minutes =
      read_number(json_member(json, "minutes"), where + ".minutes", 0, kMinutesMax, 0);
  if (!minutes) return minutes.error();
  task.set_minutes(*minutes);
  const Result<std::uint32_t> euros =
      read_number(json_member(json, "euros"), where + ".euros", 0, kEurosMax, 0);
  if (!euros) return euros.error();
  task.set_euros(*euros);
  const Result<bool> done = read_flag(json_member(json, "done"), where + ".done");
  if (!done) return done.error();
  task.set_done(*done);
  return task;
}

/// A line of costs; `euros`: how the amount is called.
Result<v1::CostLine> read_cost(const Json& json, const std::string& where, const char* euros) {
  v1::CostLine line;
  const Result<std::string> label = read_words(json_member(json, "label"), where + ".label",
                                               kPlanNameBytesMax, "say what it is for");
  if (!label) return label.error();
  line.set_label(*label);
  const Result<std::uint32_t> days = read_days(json_member(json, "days"), where + ".days");
  if (!days) return days.error();
  line.set_days_hundredths(*days);
  const Result<std::uint32_t> amount =
      read_number(json_member(json, euros), where + "." + euros, 0, kEurosMax, 0);
  if (!amount) return amount.error();
  line.set_euros(*amount);
  return line;
}

Result<void> read_tasks(const Json& json, Plan& plan) {
  const Json& list = json_member(json, "tasks");
  if (Result<void> checked = check_list(list, "tasks"); !checked) return checked;
  for (std::size_t i = 0; i < list.size(); ++i) {
    Result<v1::Task> task = read_task(list[i], json_index("tasks", i));
    if (!task) return task.error();
    plan.tasks.push_back(std::move(*task));
  }
  return {};
}

/// The plan's own `costs`; else the phases of an evaluation of costs, where they can be read.
Result<void> read_costs(const Json& json, Plan& plan) {
  const Json& list = json_member(json, "costs");
  if (Result<void> checked = check_list(list, "costs"); !checked) return checked;
  for (std::size_t i = 0; i < list.size(); ++i) {
    Result<v1::CostLine> line = read_cost(list[i], json_index("costs", i), "euros");
    if (!line) return line.error();
    plan.costs.push_back(std::move(*line));
  }
  if (!list.is_null()) return {};
  const Json& phases = json_member(json_member(json, "cost"), "phases");
  if (!phases.is_array() || phases.size() > kItemsMax) return {};
  for (const Json& phase : phases) {
    Result<v1::CostLine> line = read_cost(phase, "cost.phases", "cost");
    if (line) plan.costs.push_back(std::move(*line));
  }
  return {};
}

/// A whole number that may be written with a decimal point; 0 when it is something else.
std::uint32_t told_number(const Json& json, std::uint32_t max) {
  const double number = json.is_number() ? json.get<double>() : 0;
  if (!(number >= 0 && number <= max)) return 0;
  return static_cast<std::uint32_t>(std::lround(number));
}

/// The plan's own `programme`; else what an evaluation of costs says of the series, where it can be
/// read.
Result<void> read_programme(const Json& json, Plan& plan) {
  const Json& programme = json_member(json, "programme");
  if (programme.is_null()) {
    const Json& derived = json_member(json, "derived");
    const auto each = [&](const char* whose) {
      return told_number(json_member(json_member(derived, whose), "per_cafe"), kPeopleEachMax);
    };
    plan.programme_cafes = told_number(
        json_member(json_member(json_member(json, "cost"), "series"), "cafes"), kCafesMax);
    plan.employees_each = each("employee_participations");
    plan.tenants_each = each("tenant_participations");
    return {};
  }
  if (!programme.is_object()) {
    return invalid_field("programme", "write an object with \"cafes\", how many there are");
  }
  const struct {
    const char* key;
    std::uint32_t max;
    std::uint32_t& number;
  } numbers[] = {{"cafes", kCafesMax, plan.programme_cafes},
                 {"employees_each", kPeopleEachMax, plan.employees_each},
                 {"tenants_each", kPeopleEachMax, plan.tenants_each}};
  for (const auto& [key, max, number] : numbers) {
    const Result<std::uint32_t> read =
        read_number(json_member(programme, key), std::string("programme.") + key, 0, max, 0);
    if (!read) return read.error();
    number = *read;
  }
  return {};
}

Result<v1::ActionState> read_state(const Json& json, const std::string& field) {
  if (json.is_null()) return v1::ACTION_STATE_PROPOSED;
  return value_named(kActionStateNames, json, field);
}

Result<v1::Action> read_action(const Json& json, const std::string& where) {
  v1::Action action;
  const Result<std::string> what = read_words(json_member(json, "what"), where + ".what",
                                              kPlanLineBytesMax, "say what is to be done");
  if (!what) return what.error();
  action.set_what(*what);
  const auto line = [&](const char* key) {
    return read_line(json_member(json, key), where + "." + key, kPlanNameBytesMax);
  };
  const Result<std::string> who = line("who");
  if (!who) return who.error();
  action.set_who(*who);
  const Result<std::string> due = line("due");
  if (!due) return due.error();
  action.set_due(*due);
  const Result<std::string> partners = line("partners");
  if (!partners) return partners.error();
  action.set_partners(*partners);
  const Result<std::uint32_t> euros =
      read_number(json_member(json, "euros"), where + ".euros", 0, kEurosMax, 0);
  if (!euros) return euros.error();
  action.set_euros(*euros);
  const Result<std::uint32_t> commitment =
      read_number(json_member(json, "commitment"), where + ".commitment", 0, kCommitmentMax, 0);
  if (!commitment) return commitment.error();
  action.set_commitment(*commitment);
  const Result<v1::ActionState> state = read_state(json_member(json, "state"), where + ".state");
  if (!state) return state.error();
  action.set_state(*state);
  return action;
}

Result<void> read_carried_ideas(const Json& carried, Plan& plan) {
  const Json& ideas = json_member(carried, "ideas");
  if (Result<void> checked = check_list(ideas, "carried.ideas"); !checked) return checked;
  std::set<std::string> ids;
  for (const PlannedTable& table : plan.tables) {
    for (const PlannedIdea& idea : table.ideas) ids.insert(idea.id);
  }
  for (std::size_t i = 0; i < ideas.size(); ++i) {
    const std::string where = json_index("carried.ideas", i);
    Result<PlannedIdea> idea = read_idea(ideas[i], where);
    if (!idea) return idea.error();
    if (!ids.insert(idea->id).second) {
      return invalid_field(where + ".id", "another idea is \"" + idea->id + "\" already");
    }
    plan.carried_ideas.push_back(std::move(*idea));
  }
  return {};
}

}  // namespace

Result<void> read_preparation(const Json& json, Plan& plan) {
  for (const auto read : {read_tasks, read_costs, read_programme}) {
    if (Result<void> done = read(json, plan); !done) return done;
  }
  return {};
}

Result<void> read_carried(const Json& json, Plan& plan) {
  const Json& carried = json_member(json, "carried");
  if (carried.is_null()) return {};
  if (!carried.is_object()) {
    return invalid_field("carried", "write an object with \"actions\" and \"ideas\"");
  }
  if (Result<void> done = read_carried_ideas(carried, plan); !done) return done;
  const Json& actions = json_member(carried, "actions");
  if (Result<void> checked = check_list(actions, "carried.actions"); !checked) return checked;
  for (std::size_t i = 0; i < actions.size(); ++i) {
    Result<v1::Action> action = read_action(actions[i], json_index("carried.actions", i));
    if (!action) return action.error();
    plan.carried_actions.push_back(std::move(*action));
  }
  return {};
}

}  // namespace rebond
