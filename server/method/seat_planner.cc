// The plan of seats of a café: its question put to the rotation planner, and the answer back.
#include "method/seat_planner.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "base/error.h"
#include "method/rotation.h"

namespace rebond {
namespace {

RotationRound to_rotation(const std::vector<SeatAt>& seats) {
  RotationRound round;
  round.reserve(seats.size());
  for (const SeatAt& seat : seats) round.push_back({seat.person, seat.table});
  return round;
}

void add_people(const SeatProblem& problem, RotationProblem& rotation) {
  std::map<std::string, std::uint32_t> groups{{"", 0}};
  std::set<Id> known;
  for (const SeatProblem::Person& person : problem.people) {
    const auto number = static_cast<std::uint32_t>(groups.size());
    const std::uint32_t group = groups.try_emplace(person.group, number).first->second;
    rotation.people.push_back({person.id, group, std::nullopt, person.remote, false});
    if (person.stays != 0) rotation.people.back().stays = person.stays;
    known.insert(person.id);
  }
  // Whom the others have met already, and who is here no more.
  for (const SeatProblem::Round& round : problem.rounds) {
    for (const SeatAt& seat : round.sat) {
      if (!known.insert(seat.person).second) continue;
      rotation.people.push_back({seat.person, 0, std::nullopt, false, true});
    }
  }
}

RotationProblem to_rotation(const SeatProblem& problem) {
  RotationProblem rotation;
  add_people(problem, rotation);
  for (const SeatProblem::Table& table : problem.tables) {
    rotation.tables.push_back({table.id, table.capacity, table.remote});
  }
  rotation.rounds = problem.rounds.size();
  rotation.together = problem.together;
  rotation.apart = problem.apart;
  rotation.return_home = problem.return_home;
  for (const SeatProblem::Round& round : problem.rounds) {
    if (!round.to_come) rotation.past.push_back(to_rotation(round.sat));
    rotation.announced.push_back(to_rotation(round.to_come ? round.announced : round.sat));
  }
  return rotation;
}

/// How many tables each colour moves at each move; empty when it is not the same at every move.
std::vector<std::uint32_t> steady_steps(const std::optional<RotationRule>& rule) {
  std::vector<std::uint32_t> steps;
  if (!rule) return steps;
  for (const std::vector<std::uint32_t>& colour : rule->steps) {
    const bool steady =
        !colour.empty() &&
        std::all_of(colour.begin(), colour.end(), [&](auto step) { return step == colour[0]; });
    if (!steady) return {};
    steps.push_back(colour[0]);
  }
  return steps;
}

}  // namespace

PlannedSeats plan_seats(const SeatProblem& problem) {
  PlannedSeats planned;
  planned.base_seq = problem.base_seq;
  planned.seed = problem.seed;
  if (problem.people.empty()) {
    planned.trouble = "nobody is expected yet: add people, then ask for a plan";
    return planned;
  }
  const Result<RotationPlan> plan = plan_rotation(to_rotation(problem), problem.seed);
  if (!plan) {
    planned.trouble = describe(plan.error());
    return planned;
  }
  for (std::size_t r = 0; r < problem.rounds.size(); ++r) {
    if (!problem.rounds[r].to_come) continue;
    PlannedSeats::Round& round = planned.rounds.emplace_back();
    round.round = problem.rounds[r].id;
    for (const RotationSeat& seat : plan->rounds[r]) {
      round.seats.push_back({seat.person, seat.table});
    }
  }
  planned.repeats = plan->score.repeats;
  planned.revisits = plan->score.revisits;
  planned.optimal = plan->optimal;
  planned.encounters_least = plan->score.encounters_min;
  planned.encounters_median = plan->score.encounters_median;
  planned.apart_broken = plan->score.apart_broken;
  planned.offsets = steady_steps(plan->rule);
  return planned;
}

}  // namespace rebond
