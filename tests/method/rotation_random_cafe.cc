// Cafés of all kinds from a seed, and what every plan of them must keep.
#include "tests/method/rotation_random_cafe.h"

#include <algorithm>
#include <map>
#include <set>

namespace rebond::testing {
namespace {

bool one_in(Random& random, std::uint64_t n) {
  return random.below(n) == 0;
}

void add_tables(RotationProblem& problem, Random& random) {
  const std::size_t count = 1 + random.below(9);
  const bool some_remote = count > 2 && one_in(random, 4);
  for (std::size_t t = 0; t < count; ++t) {
    problem.tables.push_back({100 + t});
    problem.tables.back().remote = some_remote && t > 0 && t < 1 + count / 3;
  }
}

void add_people(RotationProblem& problem, Random& random) {
  const std::size_t count = random.below(8) * problem.tables.size() + random.below(5);
  const bool remote = std::any_of(problem.tables.begin(), problem.tables.end(),
                                  [](const RotationTable& table) { return table.remote; });
  const std::uint64_t kinds = 1 + random.below(3);
  for (std::size_t p = 0; p < count; ++p) {
    RotationPerson person{1'000 + 7 * p};
    person.group = static_cast<std::uint32_t>(random.below(kinds));
    person.remote = remote && one_in(random, 4);
    problem.people.push_back(person);
  }
}

/// Seats enough, but not everywhere as many.
void add_capacities(RotationProblem& problem, Random& random) {
  const std::size_t each = problem.people.size() / problem.tables.size() + 4;
  for (RotationTable& table : problem.tables) {
    // Remote people may all be at one table.
    const std::size_t least = table.remote ? problem.people.size() + 1 : each;
    table.capacity = static_cast<std::uint32_t>(least + random.below(3));
  }
  if (problem.tables.size() > 2 && problem.people.size() > 6) {
    problem.tables[0].capacity = static_cast<std::uint32_t>(each - 2);
    problem.tables.back().capacity += static_cast<std::uint32_t>(problem.people.size());
  }
}

void add_wishes(RotationProblem& problem, Random& random) {
  const std::size_t people = problem.people.size();
  if (people < 4) return;
  // Each person has one wish at most, so that none contradict.
  std::vector<std::size_t> order(people);
  for (std::size_t i = 0; i < people; ++i) order[i] = i;
  for (std::size_t i = people; i > 1; --i) std::swap(order[i - 1], order[random.below(i)]);
  std::size_t next = 0;
  for (std::uint64_t i = random.below(3); i > 0 && next + 2 <= people; --i, next += 2) {
    const RotationPerson& a = problem.people[order[next]];
    const RotationPerson& b = problem.people[order[next + 1]];
    if (a.remote == b.remote && !a.remote) problem.apart.emplace_back(a.id, b.id);
  }
  for (std::uint64_t i = random.below(3); i > 0 && next + 2 <= people; --i, next += 2) {
    const RotationPerson& a = problem.people[order[next]];
    const RotationPerson& b = problem.people[order[next + 1]];
    if (a.remote == b.remote) problem.together.push_back({a.id, b.id});
  }
  for (std::uint64_t i = random.below(3); i > 0 && next < people; --i, ++next) {
    RotationPerson& person = problem.people[order[next]];
    if (!person.remote) person.stays = problem.tables.back().id;
  }
}

}  // namespace

RotationProblem random_cafe(Random& random) {
  RotationProblem problem;
  add_tables(problem, random);
  add_people(problem, random);
  problem.rounds = 1 + random.below(6);
  if (one_in(random, 3)) add_capacities(problem, random);
  if (one_in(random, 2)) add_wishes(problem, random);
  problem.return_home = one_in(random, 6);
  return problem;
}

void live_one_round(RotationProblem& problem, const RotationPlan& plan, Random& random) {
  const std::size_t round = problem.past.size();
  RotationRound real;
  for (RotationSeat seat : plan.rounds[round]) {
    if (one_in(random, 20)) continue;
    if (one_in(random, 15)) {
      const std::size_t other = random.below(problem.tables.size());
      if (!problem.tables[other].remote) seat.table = problem.tables[other].id;
    }
    real.push_back(seat);
  }
  problem.past.push_back(real);
  problem.announced = plan.rounds;
  for (RotationPerson& person : problem.people) {
    if (one_in(random, 15)) person.gone = true;
  }
  for (std::uint64_t i = random.below(3); i > 0; --i) {
    problem.people.push_back({1'000 + 7 * problem.people.size()});
  }
}

std::vector<std::string> broken_promises(const RotationProblem& problem, const RotationPlan& plan) {
  std::vector<std::string> broken;
  const auto expect = [&broken](bool kept, const char* promise) {
    if (!kept) broken.emplace_back(promise);
  };
  expect(plan.rounds.size() == problem.rounds, "as many rounds as asked for");
  std::map<Id, const RotationPerson*> people;
  for (const RotationPerson& person : problem.people) people[person.id] = &person;
  std::map<Id, const RotationTable*> tables;
  for (const RotationTable& table : problem.tables) tables[table.id] = &table;
  for (std::size_t r = 0; r < problem.past.size(); ++r) {
    expect(plan.rounds[r] == problem.past[r], "the past never changes");
  }
  for (std::size_t r = problem.past.size(); r < plan.rounds.size(); ++r) {
    std::set<Id> seated;
    std::map<Id, std::uint32_t> size;
    for (const RotationSeat& seat : plan.rounds[r]) {
      if (people.count(seat.person) == 0 || tables.count(seat.table) == 0) {
        broken.emplace_back("only known people and tables");
        continue;
      }
      const RotationPerson& person = *people[seat.person];
      expect(seated.insert(seat.person).second, "nobody sits twice in a round");
      expect(!person.gone, "who has left has no seat");
      expect(!person.stays || person.stays == seat.table, "who stays sits at their table");
      expect(person.remote == tables[seat.table]->remote, "remote people sit at remote tables");
      ++size[seat.table];
    }
    for (const RotationPerson& person : problem.people) {
      expect(person.gone || seated.count(person.id) == 1, "everybody present has a seat");
    }
    for (const RotationTable& table : problem.tables) {
      expect(table.capacity == 0 || size[table.id] <= table.capacity, "capacities hold");
    }
  }
  return broken;
}

}  // namespace rebond::testing
