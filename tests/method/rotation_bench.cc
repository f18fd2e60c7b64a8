// `rebond-rotation-bench`: plans beside random seating and the cyclic rule, with times.
#include <chrono>
#include <cstdio>
#include <functional>
#include <string>
#include <vector>

#include "base/random.h"
#include "method/rotation_score.h"
#include "tests/method/rotation_case.h"

namespace rebond::testing {
namespace {

constexpr int kRandomPlans = 20;
constexpr int kEvents = 20;

struct Timed {
  double ms = 0;
  RotationPlan plan;
};

Timed timed(const RotationProblem& problem, std::uint64_t seed) {
  const auto start = std::chrono::steady_clock::now();
  Result<RotationPlan> plan = plan_rotation(problem, seed);
  const std::chrono::duration<double, std::milli> spent = std::chrono::steady_clock::now() - start;
  if (!plan) {
    std::printf("no plan: %s\n", describe(plan.error()).c_str());
    return {spent.count(), {}};
  }
  return {spent.count(), std::move(*plan)};
}

std::vector<Id> shuffled(std::size_t people, Random& random) {
  std::vector<Id> order;
  for (Id id = 1; id <= people; ++id) order.push_back(id);
  for (std::size_t i = people; i > 1; --i) std::swap(order[i - 1], order[random.below(i)]);
  return order;
}

/// Everybody sits anywhere, tables even.
std::vector<RotationRound> random_rounds(const RotationCase& numbers, Random& random) {
  std::vector<RotationRound> rounds(numbers.rounds);
  for (RotationRound& round : rounds) {
    const std::vector<Id> order = shuffled(numbers.travellers, random);
    for (std::size_t i = 0; i < order.size(); ++i) {
      round.push_back({order[i], i % numbers.tables + 1});
    }
  }
  return rounds;
}

/// The whole table moves on by one.
std::vector<RotationRound> cyclic_rounds(const RotationCase& numbers) {
  std::vector<RotationRound> rounds(numbers.rounds);
  for (std::size_t r = 0; r < numbers.rounds; ++r) {
    for (std::size_t i = 0; i < numbers.travellers; ++i) {
      rounds[r].push_back({i + 1, (i + r) % numbers.tables + 1});
    }
  }
  return rounds;
}

void print_case(const RotationCase& numbers) {
  const RotationProblem problem = problem_of(numbers);
  SeededRandom random(1);
  double repeats = 0;
  double revisits = 0;
  for (int i = 0; i < kRandomPlans; ++i) {
    const RotationScore score = score_rotation(problem, random_rounds(numbers, random));
    repeats += score.repeats;
    revisits += score.revisits;
  }
  const RotationScore cyclic = score_rotation(problem, cyclic_rounds(numbers));
  const Timed planned = timed(problem, 1);
  const RotationScore& score = planned.plan.score;
  std::printf("%4zu /%4zu /%2zu  %7.1f /%6.1f  %6u /%3u  %4u /%3u  %6u  %-7s %9.2f ms\n",
              numbers.travellers, numbers.tables, numbers.rounds, repeats / kRandomPlans,
              revisits / kRandomPlans, cyclic.repeats, cyclic.revisits, score.repeats,
              score.revisits, score.pairs_of_meetings, planned.plan.optimal ? "proven" : "",
              planned.ms);
}

/// Some leave and some come after the first round, and again after the second.
struct Event {
  RotationCase numbers;
  std::size_t leave[2];
  std::size_t come[2];
};

void leave_and_come(RotationProblem& problem, std::size_t leave, std::size_t come, Random& random) {
  while (leave > 0) {
    RotationPerson& person = problem.people[random.below(problem.people.size())];
    if (person.gone) continue;
    person.gone = true;
    --leave;
  }
  for (; come > 0; --come) problem.people.push_back({problem.people.size() + 1});
}

void print_event(const Event& event) {
  double repeats = 0;
  double revisits = 0;
  double changed = 0;
  double spread = 0;
  double ms = 0;
  double ms_max = 0;
  for (int i = 0; i < kEvents; ++i) {
    SeededRandom random(static_cast<std::uint64_t>(i) + 1);
    RotationProblem problem = problem_of(event.numbers);
    std::vector<RotationRound> plan = timed(problem, 1).plan.rounds;
    std::size_t moved = 0;
    for (std::size_t r = 0; r < 2; ++r) {
      problem.past.push_back(plan[r]);
      problem.announced = plan;
      leave_and_come(problem, event.leave[r], event.come[r], random);
      const Timed again = timed(problem, 1);
      plan = again.plan.rounds;
      moved += again.plan.score.people_changed;
      if (r == 1) repeats += again.plan.score.repeats;
      if (r == 1) revisits += again.plan.score.revisits;
      if (r == 1) spread += again.plan.score.spread;
      ms += again.ms / 2;
      ms_max = std::max(ms_max, again.ms);
    }
    changed += static_cast<double>(moved);
  }
  std::printf(
      "%4zu /%4zu /%2zu  -%zu +%zu, -%zu +%zu  %5.2f /%5.2f  %5.2f people  %4.2f"
      "  %7.2f ms, at most %.2f ms\n",
      event.numbers.travellers, event.numbers.tables, event.numbers.rounds, event.leave[0],
      event.come[0], event.leave[1], event.come[1], repeats / kEvents, revisits / kEvents,
      changed / kEvents, spread / kEvents, ms / kEvents, ms_max);
}

void run() {
  std::printf(
      "Plans (repeats / revisits; pairs = sum of m(m-1)/2)\n"
      "people/tables/r   random mean     cyclic       plan      pairs   bound      time\n");
  for (const RotationCase& numbers : std::vector<RotationCase>{{28, 7, 3},
                                                               {28, 7, 4},
                                                               {28, 7, 5},
                                                               {28, 7, 6},
                                                               {35, 7, 3},
                                                               {35, 7, 4},
                                                               {35, 7, 5},
                                                               {35, 7, 6},
                                                               {80, 20, 5},
                                                               {100, 20, 5},
                                                               {400, 100, 6},
                                                               {500, 100, 6},
                                                               {37, 7, 4},
                                                               {45, 8, 4},
                                                               {70, 12, 5},
                                                               {29, 6, 3},
                                                               // Repeats cannot be avoided.
                                                               {31, 4, 3},
                                                               {28, 4, 3},
                                                               {30, 5, 3},
                                                               {22, 5, 3},
                                                               {35, 5, 4},
                                                               {35, 6, 4},
                                                               {64, 8, 3},
                                                               {27, 3, 3},
                                                               {31, 4, 4},
                                                               {90, 10, 4},
                                                               // More rounds than tables; large.
                                                               {12, 3, 5},
                                                               {20, 4, 6},
                                                               {1'000, 150, 6},
                                                               {5'000, 500, 12}}) {
    print_case(numbers);
  }
  std::printf(
      "\nEvents after rounds 1 and 2, mean of %d (repeats / revisits, people who change "
      "table, spread, time)\n",
      kEvents);
  for (const Event& event : std::vector<Event>{{{28, 7, 4}, {3, 2}, {5, 0}},
                                               {{28, 7, 4}, {6, 4}, {0, 0}},
                                               {{80, 20, 5}, {8, 10}, {12, 3}},
                                               {{400, 100, 6}, {30, 40}, {40, 10}}}) {
    print_event(event);
  }
}

}  // namespace
}  // namespace rebond::testing

int main() {
  rebond::testing::run();
  return 0;
}
