// The plan of the café after this one: its script, its tables, and what it left undone.
#include "core/next_plan.h"

#include <algorithm>
#include <set>
#include <vector>

#include "core/plan_words.h"
#include "core/script.h"

namespace rebond {
namespace {

// What one plan carries: well within what its founding may hold.
constexpr std::size_t kItemsMax = 200;
constexpr std::size_t kBytesMax = 100'000;

/// object[key], when there is something to say.
template <typename Value>
void say(Json& object, const char* key, const Value& value) {
  if (value != Value()) object[key] = value;
}

Json roles_of(const google::protobuf::RepeatedField<int>& roles) {
  Json names = Json::array();
  for (const int role : roles) names.push_back(name_of(kRoleNames, role));
  return names;
}

Json step_of(const State& state, const v1::Step& step) {
  Json json;
  json["slug"] = step.slug();
  say(json, "instruction", step.instruction());
  say(json, "minutes", step.minutes());
  say(json, "anonymous", step.anonymous());
  say(json, "skipped", step.skipped());
  json["writers"] = roles_of(step.writers());
  json["permissions"] = Json::object();
  for (const v1::StepPermission& permission : step.permissions()) {
    json["permissions"][name_of(kActNames, permission.act())] = roles_of(permission.roles());
  }
  for (const v1::StepView& view : step.views()) {
    if (view.view() == v1::VIEW_UNSPECIFIED) continue;
    json["views"][name_of(kRoleNames, view.role())] = name_of(kViewNames, view.view());
  }
  if (const v1::Round* round = state.find<v1::Round>(step.round()); round != nullptr) {
    json["round"] = true;
    say(json, "question", round->question());
  }
  return json;
}

Json tables_of(const State& state) {
  std::vector<const v1::Table*> tables;
  state.records().each<v1::Table>([&](Id, const v1::Table& table) {
    if (!table.withdrawn()) tables.push_back(&table);
  });
  std::sort(tables.begin(), tables.end(),
            [](const auto* a, const auto* b) { return a->number() < b->number(); });
  Json list = Json::array();
  for (const v1::Table* table : tables) {
    Json& json = list.emplace_back();
    json["name"] = table->name();
    json["ideas"] = Json::array();
    say(json, "capacity", table->capacity());
    say(json, "remote", table->remote());
  }
  return list;
}

Json costs_of(const State& state) {
  std::vector<const v1::CostLine*> lines;
  state.records().each<v1::CostLine>([&](Id, const v1::CostLine& line) {
    if (!line.withdrawn()) lines.push_back(&line);
  });
  std::sort(lines.begin(), lines.end(),
            [](const auto* a, const auto* b) { return a->position() < b->position(); });
  Json list = Json::array();
  for (const v1::CostLine* line : lines) {
    list.push_back({{"label", line->label()},
                    {"days", line->days_hundredths() / 100.0},
                    {"euros", line->euros()}});
  }
  return list;
}

/// The ideas that an action took up, by themselves or with their group.
std::set<Id> taken_up(const State& state) {
  std::set<Id> sources;
  state.records().each<v1::Action>([&](Id, const v1::Action& action) {
    if (!action.withdrawn()) sources.insert(action.sources().begin(), action.sources().end());
  });
  std::set<Id> cards = sources;
  state.records().each<v1::Membership>([&](Id card, const v1::Membership& membership) {
    if (sources.contains(membership.group())) cards.insert(card);
  });
  return cards;
}

Json carried_ideas(const State& state) {
  const std::set<Id> taken = taken_up(state);
  const auto dots = [&](Id card) {
    const v1::Support* support = state.find<v1::Support>(card);
    return support == nullptr ? 0 : support->dots();
  };
  std::vector<Id> cards;
  state.records().each<v1::Card>([&](Id id, const v1::Card& card) {
    if (!card.withdrawn() && !card.hidden() && !taken.contains(id)) cards.push_back(id);
  });
  std::stable_sort(cards.begin(), cards.end(), [&](Id a, Id b) { return dots(a) > dots(b); });
  Json list = Json::array();
  std::set<std::string> names;
  std::size_t bytes = 0;
  for (const Id id : cards) {
    const std::string text = state.text(id).visible();
    bytes += text.size();
    if (list.size() == kItemsMax || bytes > kBytesMax) break;
    std::string name = state.find<v1::Card>(id)->plan_ref();
    if (name.empty() || names.contains(name)) name = std::to_string(id);
    if (text.empty() || !names.insert(name).second) continue;
    list.push_back({{"id", name}, {"text", text}});
  }
  return list;
}

bool is_open(const v1::Action& action) {
  return !action.withdrawn() && action.state() != v1::ACTION_STATE_DONE &&
         action.state() != v1::ACTION_STATE_DROPPED;
}

Json carried_actions(const State& state) {
  Json list = Json::array();
  std::size_t bytes = 0;
  state.records().each<v1::Action>([&](Id, const v1::Action& action) {
    bytes += action.ByteSizeLong();
    if (!is_open(action) || list.size() == kItemsMax || bytes > kBytesMax) return;
    Json& json = list.emplace_back();
    json["what"] = action.what();
    say(json, "who", action.who());
    say(json, "due", action.due());
    say(json, "euros", action.euros());
    say(json, "partners", action.partners());
    say(json, "commitment", action.commitment());
    say(json, "state", name_of(kActionStateNames, action.state()));
  });
  return list;
}

void say_cafe(const v1::Cafe& cafe, Json& plan) {
  say(plan, "theme", cafe.theme());
  say(plan, "objective", cafe.objective());
  say(plan, "language", cafe.language());
  if (!cafe.organisation().empty()) plan["organisation"]["name"] = cafe.organisation();
  say(plan, "place", cafe.next_place().empty() ? cafe.place() : cafe.next_place());
  say(plan, "date", cafe.next_date());
  for (const std::string& word : cafe.keywords()) plan["keywords"].push_back(word);
  say(plan, "dots_each", cafe.dots_each());
  plan["programme"] = {{"cafes", cafe.programme_cafes()},
                       {"employees_each", cafe.employees_each()},
                       {"tenants_each", cafe.tenants_each()}};
}

}  // namespace

std::string next_plan(const State& state, bool carried) {
  Json plan;
  if (const v1::Cafe* cafe = state.find<v1::Cafe>(1); cafe != nullptr) say_cafe(*cafe, plan);
  for (const ScriptStep& one : script_of(state))
    plan["script"].push_back(step_of(state, *one.step));
  plan["tables"] = tables_of(state);
  plan["costs"] = costs_of(state);
  if (carried) {
    plan["carried"] = {{"ideas", carried_ideas(state)}, {"actions", carried_actions(state)}};
  }
  return plan.dump(/*indent=*/2);
}

}  // namespace rebond
