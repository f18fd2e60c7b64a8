// The rotation plan of a café: who sits at which table in which round.
#include "method/rotation.h"

#include <algorithm>
#include <unordered_set>

#include "base/random.h"
#include "method/rotation_bounds.h"
#include "method/rotation_fresh.h"
#include "method/rotation_model.h"
#include "method/rotation_replan.h"
#include "method/rotation_rounds.h"
#include "method/rotation_score.h"

namespace rebond {
namespace {

/// What no plan of this problem can be better than.
RotationBounds bounds_of(const RotationProblem& problem, const RotationModel& model, bool homing) {
  RotationBounds bounds;
  if (model.past > 0) {
    // What has happened counts; what is to come may be free of faults for all that we know.
    const RotationScore past = score_rotation(problem, problem.past);
    bounds.revisits = past.revisits;
    bounds.repeats = past.repeats;
    return bounds;
  }
  bounds = model_bounds(model);
  if (!homing) return bounds;
  // Everybody comes home, and so meets again whoever began there.
  for (const RotationModel::Zone& zone : model.zones) {
    bounds.revisits += static_cast<long>(zone.travellers.size());
    for (const int p : zone.travellers) {
      if (!model.people[static_cast<std::size_t>(p)].unit.empty()) return bounds;
    }
    for (const int table : zone.tables) {
      const auto t = static_cast<std::size_t>(table);
      const long least = model.sizes[t].low - model.staying[t];
      bounds.repeats += least * (least - 1) / 2;
    }
  }
  return bounds;
}

bool is_optimal(const RotationScore& score, const RotationBounds& bounds) {
  if (score.apart_broken > 0 || score.together_broken > 0) return false;
  if (score.revisits == 0 && score.repeats == 0) return true;
  // The bounds speak of even tables.
  return score.spread <= 1 && score.revisits <= bounds.revisits && score.repeats <= bounds.repeats;
}

/// The problem with those people and tables whom only the past names, as gone and closed.
RotationProblem with_all_of_the_past(RotationProblem problem) {
  std::unordered_set<Id> people;
  std::unordered_set<Id> tables;
  for (const RotationPerson& person : problem.people) people.insert(person.id);
  for (const RotationTable& table : problem.tables) tables.insert(table.id);
  for (const RotationRound& round : problem.past) {
    for (const RotationSeat& seat : round) {
      if (people.insert(seat.person).second) {
        problem.people.push_back({seat.person});
        problem.people.back().gone = true;
      }
      if (tables.insert(seat.table).second) {
        problem.tables.push_back({seat.table});
        problem.tables.back().closed = true;
      }
    }
  }
  return problem;
}

void forget_announcements(RotationModel& model) {
  model.has_announced = false;
  for (std::vector<int>& round : model.announced) round.assign(round.size(), kNowhere);
}

}  // namespace

Result<RotationPlan> plan_rotation(const RotationProblem& given, std::uint64_t seed,
                                   const RotationBudget& budget) {
  const RotationProblem problem = with_all_of_the_past(given);
  Result<RotationModel> made = make_rotation_model(problem);
  if (!made) return made.error();
  if (announcements_are_void(*made)) forget_announcements(*made);
  const RotationModel& model = *made;
  SeededRandom random(seed);
  RotationPlan plan;
  RotationSeats seats = model.seats;
  if (model.past < model.rounds && model.has_announced) {
    seats = replan_seats(model, budget, random);
  } else if (model.past < model.rounds) {
    FreshSeats fresh = fresh_seats(model, problem, budget, seed != 0, random);
    seats = std::move(fresh.seats);
    plan.rule = std::move(fresh.rule);
  }
  const bool homing = model.rounds < static_cast<int>(problem.rounds);
  if (homing) seats.push_back(home_seats(model, seats));
  plan.rounds = rounds_of(problem, seats);
  // The past is given back as it was given.
  std::copy(problem.past.begin(), problem.past.end(), plan.rounds.begin());
  plan.score = score_rotation(problem, plan.rounds);
  plan.optimal = is_optimal(plan.score, bounds_of(problem, model, homing));
  return plan;
}

}  // namespace rebond
