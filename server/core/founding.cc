// The first entry of a café: what a plan and the built-in script make.
#include "core/founding.h"

#include <string>

#include "core/rules.h"

namespace rebond {
namespace {

// Device 0's counters, by kind of record: far apart, so that a script can grow.
constexpr std::uint32_t kStepBase = 1'000;
constexpr std::uint32_t kRoundBase = 2'000;
constexpr std::uint32_t kTableBase = 3'000;

/// Lays out the built-in script: one step after the other.
class Script {
 public:
  Script(const Plan& plan, Changes& changes) : plan_(plan), changes_(changes) {}

  void add(const std::string& slug, bool captains_write, bool guests_write, Id round = 0) {
    v1::Step step;
    step.set_slug(slug);
    step.set_position(++position_);
    step.set_round(round);
    if (captains_write) step.add_writers(v1::ROLE_CAPTAIN);
    if (guests_write) {
      step.add_writers(v1::ROLE_PARTICIPANT);
      step.add_writers(v1::ROLE_REMOTE);
    }
    changes_.changes.push_back(put_change(make_id(0, kStepBase + position_), step));
  }

  void add_round(std::uint32_t number, double now_ms) {
    const Id id = make_id(0, kRoundBase + number);
    v1::Round round;
    round.set_number(number);
    if (number <= plan_.questions.size()) round.set_question(plan_.questions[number - 1]);
    if (number == 1) {
      round.set_started_at_ms(now_ms);
      round.set_started_seq(1);
      first_round_step_ = make_id(0, kStepBase + position_ + 1);
    }
    changes_.changes.push_back(put_change(id, round));
    add("round-" + std::to_string(number), true, true, id);
    if (number < plan_.rounds) add("move-" + std::to_string(number), false, false);
  }

  Id first_round_step() const { return first_round_step_; }

 private:
  const Plan& plan_;
  Changes& changes_;
  std::uint32_t position_ = 0;
  Id first_round_step_ = 0;
};

Id add_script(const Plan& plan, double now_ms, Changes& changes) {
  Script script(plan, changes);
  script.add("preparation", false, false);
  script.add("welcome", false, false);
  script.add("objective", false, false);
  for (std::uint32_t number = 1; number <= plan.rounds; ++number) script.add_round(number, now_ms);
  script.add("table-syntheses", true, false);
  script.add("map-and-convergence", true, false);
  script.add("expert", false, false);
  script.add("action-plan", true, false);
  script.add("thanks", false, false);
  script.add("closed", false, false);
  return script.first_round_step();
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

}  // namespace

Id table_id(std::uint32_t number) {
  return make_id(0, kTableBase + number);
}

Changes decide_founding(const Plan& plan, double now_ms) {
  Changes changes;
  changes.what = v1::WHAT_CAFE_CREATED;
  v1::Cafe cafe;
  cafe.set_theme(plan.theme);
  cafe.set_objective(plan.objective);
  cafe.set_language(plan.language);
  cafe.set_organisation(plan.organisation);
  cafe.set_texts_on_screen(true);
  cafe.set_step(add_script(plan, now_ms, changes));
  changes.changes.insert(changes.changes.begin(), put_change(1, cafe));
  add_tables(plan, changes);
  return changes;
}

}  // namespace rebond
