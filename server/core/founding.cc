// The first entry of a café: what a plan makes.
#include "core/founding.h"

#include <string>

#include "core/built_in_script.h"
#include "core/rules.h"

namespace rebond {
namespace {

// Device 0's counters, by kind of record: far apart, so that each kind can grow.
constexpr std::uint32_t kStepBase = 1'000;
constexpr std::uint32_t kRoundBase = 2'000;
constexpr std::uint32_t kTableBase = 3'000;
constexpr std::uint32_t kPersonBase = 10'000;
constexpr std::uint32_t kCardBase = 20'000;
constexpr std::uint32_t kRunBase = 30'000;
constexpr std::uint32_t kActionBase = 40'000;
constexpr std::uint32_t kCostBase = 50'000;
constexpr std::uint32_t kTaskBase = 60'000;

/// Puts each record of a list under the next id of its kind, and calls `set` for its fields.
template <typename Record, typename Set>
void add_all(const std::vector<Record>& planned, std::uint32_t base, Changes& changes, Set set) {
  std::uint32_t number = 0;
  for (Record record : planned) {
    set(record, ++number);
    changes.changes.push_back(put_change(make_id(0, base + number), record));
  }
}

void add_round(const PlannedStep& planned, std::uint32_t number, double now_ms, Changes& changes) {
  v1::Round round;
  round.set_number(number);
  round.set_question(planned.question);
  if (number == 1) {
    round.set_started_at_ms(now_ms);
    round.set_started_seq(1);
  }
  changes.changes.push_back(put_change(make_id(0, kRoundBase + number), round));
}

/// Lays out the script. Returns the step of the first round.
Id add_script(const Plan& plan, double now_ms, Changes& changes) {
  Id first_round = 0;
  std::uint32_t position = 0;
  std::uint32_t rounds = 0;
  for (const PlannedStep& planned : plan.script.empty() ? built_in_script(plan) : plan.script) {
    const Id id = make_id(0, kStepBase + ++position);
    v1::Step step = planned.step;
    step.set_position(position);
    if (planned.has_round) {
      add_round(planned, ++rounds, now_ms, changes);
      step.set_round(make_id(0, kRoundBase + rounds));
      if (rounds == 1) first_round = id;
    }
    changes.changes.push_back(put_change(id, step));
  }
  return first_round;
}

void add_tables(const Plan& plan, Changes& changes) {
  std::uint32_t number = 0;
  for (const PlannedTable& planned : plan.tables) {
    v1::Table table;
    table.set_number(++number);
    table.set_name(planned.name);
    table.set_colour(number - 1);
    table.set_capacity(planned.capacity);
    table.set_remote(planned.remote);
    table.set_plan_ref(planned.id);
    changes.changes.push_back(put_change(table_id(number), table));
  }
}

v1::PersonRecord directory_of(const PlannedPerson& planned) {
  v1::PersonRecord record;
  record.set_name(planned.name);
  v1::Wishes& wishes = *record.mutable_wishes();
  wishes.set_group(planned.group);
  if (planned.stays != 0) wishes.set_stays(table_id(planned.stays));
  const auto id_of = [](std::size_t place) {
    return person_id(static_cast<std::uint32_t>(place) + 1);
  };
  for (const std::size_t other : planned.together) wishes.add_together(id_of(other));
  for (const std::size_t other : planned.apart) wishes.add_apart(id_of(other));
  return record;
}

void add_people(const Plan& plan, Changes& changes) {
  std::uint32_t number = 0;
  for (const PlannedPerson& planned : plan.people) {
    const Id id = person_id(++number);
    v1::Participant person;
    person.set_role(planned.captain != 0 ? v1::ROLE_CAPTAIN
                    : planned.remote     ? v1::ROLE_REMOTE
                                         : v1::ROLE_PARTICIPANT);
    if (planned.captain != 0) person.set_table(table_id(planned.captain));
    changes.changes.push_back(put_change(id, person));
    changes.private_writes.push_back(
        put_private(v1::PRIVATE_KIND_PERSON, id, directory_of(planned)));
  }
}

/// Ideas of an earlier café wait at the first table; they belong to no round.
void add_carried_ideas(const Plan& plan, double now_ms, Changes& changes) {
  std::uint32_t number = 0;
  for (const PlannedIdea& planned : plan.carried_ideas) {
    const Id id = make_id(0, kCardBase + ++number);
    v1::Card card;
    card.set_table(table_id(1));
    card.set_created_at_ms(now_ms);
    card.set_plan_ref(planned.id);
    changes.changes.push_back(put_change(id, card));
    v1::TextEdit& edit = *changes.changes.emplace_back().mutable_text();
    edit.set_text(id);
    edit.mutable_insert()->set_run(make_id(0, kRunBase + number));
    edit.mutable_insert()->set_characters(planned.text);
    edit.mutable_insert()->set_at_ms(now_ms);
  }
}

v1::Cafe cafe_record(const Plan& plan) {
  v1::Cafe cafe;
  cafe.set_theme(plan.theme);
  cafe.set_objective(plan.objective);
  cafe.set_language(plan.language);
  cafe.set_organisation(plan.organisation);
  cafe.set_texts_on_screen(true);
  cafe.set_place(plan.place);
  cafe.set_date(plan.date);
  for (const std::string& word : plan.keywords) cafe.add_keywords(word);
  cafe.set_dots_each(plan.dots_each);
  cafe.set_programme_cafes(plan.programme_cafes);
  cafe.set_employees_each(plan.employees_each);
  cafe.set_tenants_each(plan.tenants_each);
  return cafe;
}

}  // namespace

Id table_id(std::uint32_t number) {
  return make_id(0, kTableBase + number);
}

Id person_id(std::uint32_t number) {
  return make_id(0, kPersonBase + number);
}

Changes decide_founding(const Plan& plan, double now_ms) {
  Changes changes;
  changes.what = v1::WHAT_CAFE_CREATED;
  v1::Cafe cafe = cafe_record(plan);
  cafe.set_step(add_script(plan, now_ms, changes));
  changes.changes.insert(changes.changes.begin(), put_change(1, cafe));
  add_tables(plan, changes);
  add_people(plan, changes);
  add_all(plan.tasks, kTaskBase, changes,
          [](v1::Task& task, std::uint32_t place) { task.set_position(place); });
  add_all(plan.costs, kCostBase, changes,
          [](v1::CostLine& line, std::uint32_t place) { line.set_position(place); });
  add_carried_ideas(plan, now_ms, changes);
  add_all(plan.carried_actions, kActionBase, changes,
          [&](v1::Action& action, std::uint32_t) { action.set_created_at_ms(now_ms); });
  return changes;
}

}  // namespace rebond
