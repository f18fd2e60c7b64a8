// The server's own decision: taking over a plan of seats that was made aside (rules PL).
#include "core/seats_planned.h"

#include <iterator>
#include <map>

#include "core/rules.h"
#include "core/script.h"

namespace rebond {
namespace {

v1::PlannedRound planned_round(const State& state, const PlannedSeats::Round& round) {
  v1::PlannedRound planned;
  for (const SeatAt& seat : round.seats) {
    const v1::Table* table = state.find<v1::Table>(seat.table);
    if (table == nullptr) continue;
    planned.add_people(seat.person);
    planned.add_tables(table->number());
  }
  return planned;
}

/// How many people are sent to another table than before.
std::uint32_t moved(const v1::PlannedRound& before, const v1::PlannedRound& after) {
  std::map<Id, std::uint32_t> table_of;
  for (int i = 0; i < before.people_size(); ++i) table_of[before.people(i)] = before.tables(i);
  std::uint32_t count = 0;
  for (int i = 0; i < after.people_size(); ++i) {
    const auto found = table_of.find(after.people(i));
    if (found != table_of.end() && found->second != after.tables(i)) ++count;
  }
  return count;
}

void set_score(const PlannedSeats& planned, v1::SeatPlan& plan) {
  plan.set_made_seq(planned.base_seq);
  // Somebody may have asked for another one meanwhile.
  if (plan.wanted_seq() == 0) plan.set_seed(planned.seed);
  plan.set_repeats(planned.repeats);
  plan.set_revisits(planned.revisits);
  plan.set_optimal(planned.optimal);
  plan.set_encounters_least(planned.encounters_least);
  plan.set_encounters_median(planned.encounters_median);
  plan.set_apart_broken(planned.apart_broken);
  plan.mutable_offsets()->Assign(planned.offsets.begin(), planned.offsets.end());
}

}  // namespace

Changes decide_seats_planned(const State& state, const PlannedSeats& planned) {
  Changes changes;
  changes.what = v1::WHAT_SEATS_PLANNED;
  const v1::SeatPlan* before = state.find<v1::SeatPlan>(1);
  if (before == nullptr || planned.base_seq < before->made_seq()) return changes;
  v1::SeatPlan plan = *before;
  if (plan.wanted_seq() <= planned.base_seq) plan.set_wanted_seq(0);
  plan.set_trouble(planned.trouble);
  plan.set_changed(0);
  if (!planned.trouble.empty()) {
    changes.changes.push_back(put_change(1, plan));
    return changes;
  }
  set_score(planned, plan);
  std::uint32_t changed = 0;
  std::vector<v1::Change> rounds;
  for (const PlannedSeats::Round& round : planned.rounds) {
    if (!is_to_come(state, round.round)) continue;
    const v1::PlannedRound now = planned_round(state, round);
    const v1::PlannedRound* old = state.find<v1::PlannedRound>(round.round);
    if (old != nullptr) changed += moved(*old, now);
    if (old == nullptr || old->SerializeAsString() != now.SerializeAsString()) {
      rounds.push_back(put_change(round.round, now));
    }
  }
  plan.set_changed(changed);
  changes.changes.push_back(put_change(1, plan));
  changes.changes.insert(changes.changes.end(), std::make_move_iterator(rounds.begin()),
                         std::make_move_iterator(rounds.end()));
  return changes;
}

}  // namespace rebond
