// Between seats by small numbers and the rounds of a plan.
#include "method/rotation_rounds.h"

#include <algorithm>

namespace rebond {
namespace {

std::size_t index(int i) {
  return static_cast<std::size_t>(i);
}

int first_table(const RotationSeats& seats, std::size_t person) {
  for (const std::vector<int>& round : seats) {
    if (round[person] != kNowhere) return round[person];
  }
  return kNowhere;
}

}  // namespace

std::vector<RotationRound> rounds_of(const RotationProblem& problem, const RotationSeats& seats) {
  std::vector<RotationRound> rounds;
  for (const std::vector<int>& round : seats) {
    rounds.emplace_back();
    for (std::size_t p = 0; p < round.size(); ++p) {
      if (round[p] == kNowhere) continue;
      rounds.back().push_back({problem.people[p].id, problem.tables[index(round[p])].id});
    }
  }
  return rounds;
}

std::vector<int> home_seats(const RotationModel& model, const RotationSeats& seats) {
  std::vector<int> home(model.people.size(), kNowhere);
  std::vector<int> size = model.staying;
  std::vector<std::size_t> homeless;
  for (std::size_t p = 0; p < home.size(); ++p) {
    const RotationModel::Person& person = model.people[p];
    if (person.gone) continue;
    if (!person.travels()) {
      home[p] = person.fixed;
      continue;
    }
    const std::vector<int>& tables = model.zones[person.zone].tables;
    const int table = first_table(seats, p);
    const bool open = std::find(tables.begin(), tables.end(), table) != tables.end();
    if (open && size[index(table)] < model.capacity[index(table)]) {
      home[p] = table;
      ++size[index(table)];
    } else {
      homeless.push_back(p);
    }
  }
  for (const std::size_t p : homeless) {
    const std::vector<int>& tables = model.zones[model.people[p].zone].tables;
    home[p] = *std::min_element(tables.begin(), tables.end(), [&](int a, int b) {
      const bool a_full = size[index(a)] >= model.capacity[index(a)];
      const bool b_full = size[index(b)] >= model.capacity[index(b)];
      if (a_full != b_full) return b_full;
      return size[index(a)] < size[index(b)];
    });
    ++size[index(home[p])];
  }
  return home;
}

}  // namespace rebond
