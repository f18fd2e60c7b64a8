// Sets of people who move as one.
#include "method/rotation_units.h"

#include <algorithm>
#include <numeric>
#include <string>

namespace rebond {
namespace {

std::size_t index(int i) {
  return static_cast<std::size_t>(i);
}

/// The sets of people that the given sets connect.
std::vector<std::vector<int>> merged(const std::vector<std::vector<int>>& sets,
                                     const RotationModel& model) {
  std::vector<int> root(model.people.size());
  std::iota(root.begin(), root.end(), 0);
  const auto find = [&root](int p) {
    while (root[index(p)] != p) p = root[index(p)] = root[index(root[index(p)])];
    return p;
  };
  for (const std::vector<int>& set : sets) {
    int first = kNowhere;
    for (const int p : set) {
      if (model.people[index(p)].gone) continue;
      if (first == kNowhere) first = p;
      root[index(find(p))] = find(first);
    }
  }
  std::vector<std::vector<int>> units(model.people.size());
  for (std::size_t p = 0; p < root.size(); ++p) {
    units[index(find(static_cast<int>(p)))].push_back(static_cast<int>(p));
  }
  std::erase_if(units, [](const std::vector<int>& unit) { return unit.size() < 2; });
  return units;
}

Error contradiction(int person, const char* member, const char* what) {
  return {ErrorKind::kInvalid, "people[" + std::to_string(person) + "]." + member, what};
}

Result<void> bind(const std::vector<int>& unit, RotationModel& model) {
  int table = kNowhere;
  for (const int p : unit) {
    const RotationModel::Person& person = model.people[index(p)];
    if (person.zone != model.people[index(unit.front())].zone) {
      return contradiction(p, "together",
                           "remote people cannot sit with people in the room; undo one of both");
    }
    for (const int other : person.apart) {
      if (std::find(unit.begin(), unit.end(), other) != unit.end()) {
        return contradiction(p, "apart",
                             "two people are to be together and apart; undo one of both");
      }
    }
    if (person.fixed == kNowhere) continue;
    if (table != kNowhere && table != person.fixed) {
      return contradiction(p, "stays",
                           "people to be together stay at different tables; undo one of both");
    }
    table = person.fixed;
  }
  for (const int p : unit) {
    RotationModel::Person& person = model.people[index(p)];
    person.fixed = table;
    if (table == kNowhere) person.unit = unit;
  }
  return {};
}

}  // namespace

Result<void> bind_units(const std::vector<std::vector<int>>& sets, RotationModel& model) {
  for (const std::vector<int>& unit : merged(sets, model)) {
    if (const Result<void> bound = bind(unit, model); !bound) return bound;
  }
  for (int p = 0; p < static_cast<int>(model.people.size()); ++p) {
    const RotationModel::Person& person = model.people[index(p)];
    for (const int other : person.apart) {
      const RotationModel::Person& them = model.people[index(other)];
      if (person.gone || them.gone || person.fixed == kNowhere || person.fixed != them.fixed) {
        continue;
      }
      return contradiction(p, "apart",
                           "two people to be apart stay at the same table; move one of them");
    }
  }
  return {};
}

void split_large_units(RotationModel& model) {
  for (std::size_t p = 0; p < model.people.size(); ++p) {
    const std::vector<int> unit = model.people[p].unit;
    if (unit.empty() || unit.front() != static_cast<int>(p)) continue;
    std::size_t most = 1;
    for (const int table : model.zones[model.people[p].zone].tables) {
      const int seats = model.capacity[index(table)] - model.staying[index(table)];
      most = std::max(most, static_cast<std::size_t>(std::max(0, seats)));
    }
    if (unit.size() <= most) continue;
    const std::size_t parts = (unit.size() + most - 1) / most;
    for (std::size_t part = 0; part < parts; ++part) {
      const auto begin = static_cast<std::ptrdiff_t>(unit.size() * part / parts);
      const auto end = static_cast<std::ptrdiff_t>(unit.size() * (part + 1) / parts);
      const std::vector<int> members(unit.begin() + begin, unit.begin() + end);
      for (const int member : members) {
        model.people[index(member)].unit = members.size() > 1 ? members : std::vector<int>();
      }
    }
  }
}

}  // namespace rebond
