// A rotation problem with people and tables as small numbers, checked.
#include "method/rotation_model.h"

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>

#include "base/check.h"
#include "method/rotation_units.h"

namespace rebond {
namespace {

Error wrong(std::string field, std::string message) {
  return {ErrorKind::kInvalid, std::move(field), std::move(message)};
}

std::string at(const char* list, std::size_t i, const char* member = "") {
  return std::string(list) + "[" + std::to_string(i) + "]" + member;
}

/// Builds the model part by part; each part may find the problem wrong.
class Builder {
 public:
  explicit Builder(const RotationProblem& problem) : problem_(problem) {}

  Result<RotationModel> build() {
    for (auto part : {&Builder::limits, &Builder::tables, &Builder::people, &Builder::apart,
                      &Builder::together, &Builder::rounds, &Builder::room}) {
      if (const Result<void> done = (this->*part)(); !done) return done.error();
    }
    return std::move(model_);
  }

 private:
  Result<void> limits() {
    if (problem_.tables.empty()) return wrong("tables", "there must be a table");
    if (problem_.tables.size() > kRotationTablesMax) {
      return wrong("tables", "at most " + std::to_string(kRotationTablesMax) + " tables");
    }
    if (problem_.people.size() > kRotationPeopleMax) {
      return wrong("people", "at most " + std::to_string(kRotationPeopleMax) + " people");
    }
    if (problem_.rounds == 0 || problem_.rounds > kRotationRoundsMax) {
      return wrong("rounds", "from 1 to " + std::to_string(kRotationRoundsMax) + " rounds");
    }
    if (problem_.past.size() > problem_.rounds) {
      return wrong("past", "more past rounds than rounds; raise the number of rounds");
    }
    return {};
  }

  Result<void> tables() {
    for (std::size_t i = 0; i < problem_.tables.size(); ++i) {
      const RotationTable& table = problem_.tables[i];
      if (!table_of_.emplace(table.id, static_cast<int>(i)).second) {
        return wrong(at("tables", i, ".id"), "this table is named twice; name each once");
      }
      const int zone = table.remote ? 1 : 0;
      model_.table_zone.push_back(zone);
      if (!table.closed) model_.zones[zone].tables.push_back(static_cast<int>(i));
    }
    model_.staying.assign(problem_.tables.size(), 0);
    return {};
  }

  Result<void> people() {
    std::unordered_map<std::uint32_t, int> groups;
    for (std::size_t i = 0; i < problem_.people.size(); ++i) {
      const RotationPerson& given = problem_.people[i];
      if (!person_of_.emplace(given.id, static_cast<int>(i)).second) {
        return wrong(at("people", i, ".id"), "this person is named twice; name everybody once");
      }
      RotationModel::Person person;
      person.gone = given.gone;
      person.zone = given.remote ? 1 : 0;
      person.group = groups.emplace(given.group, static_cast<int>(groups.size())).first->second;
      const std::vector<int>& choice = model_.zones[person.zone].tables;
      if (!given.gone && choice.empty()) {
        return wrong(at("people", i, ".remote"), given.remote ? "there is no remote table; add one"
                                                              : "there is no table in the room");
      }
      if (given.remote && choice.size() == 1) person.fixed = choice.front();
      if (given.stays) {
        const auto table = table_of_.find(*given.stays);
        if (table == table_of_.end()) {
          return wrong(at("people", i, ".stays"), "there is no such table; name one of the tables");
        }
        if (problem_.tables[static_cast<std::size_t>(table->second)].closed) {
          return wrong(at("people", i, ".stays"), "this table is closed; choose another one");
        }
        if (model_.zone_of_table(table->second) != person.zone) {
          return wrong(at("people", i, ".stays"),
                       "remote people sit at remote tables, and nobody else does");
        }
        person.fixed = table->second;
      }
      model_.people.push_back(std::move(person));
    }
    model_.groups = std::max(1, static_cast<int>(groups.size()));
    return {};
  }

  Result<void> apart() {
    for (std::size_t i = 0; i < problem_.apart.size(); ++i) {
      const auto a = person_of_.find(problem_.apart[i].first);
      const auto b = person_of_.find(problem_.apart[i].second);
      if (a == person_of_.end() || b == person_of_.end()) {
        return wrong(at("apart", i), "somebody here is not among the people; add them");
      }
      if (a->second == b->second) return wrong(at("apart", i), "nobody is apart from themselves");
      person(a->second).apart.push_back(b->second);
      person(b->second).apart.push_back(a->second);
    }
    return {};
  }

  Result<void> together() {
    std::vector<std::vector<int>> sets;
    for (std::size_t i = 0; i < problem_.together.size(); ++i) {
      sets.emplace_back();
      for (const Id id : problem_.together[i]) {
        const auto found = person_of_.find(id);
        if (found == person_of_.end()) {
          return wrong(at("together", i), "somebody here is not among the people; add them");
        }
        sets.back().push_back(found->second);
      }
    }
    return bind_units(sets, model_);
  }

  Result<void> rounds() {
    model_.past = static_cast<int>(problem_.past.size());
    const bool homing =
        problem_.return_home && problem_.rounds >= 2 && problem_.past.size() < problem_.rounds;
    model_.rounds = static_cast<int>(problem_.rounds) - (homing ? 1 : 0);
    const RotationSeats nobody(problem_.rounds, std::vector<int>(problem_.people.size(), kNowhere));
    model_.seats = nobody;
    model_.announced = nobody;
    if (const auto done = read_past(); !done) return done;
    if (const auto done = read_announced(); !done) return done;
    model_.seats.resize(static_cast<std::size_t>(model_.rounds), nobody.front());
    model_.announced.resize(static_cast<std::size_t>(model_.rounds), nobody.front());
    return {};
  }

  Result<void> read_past() {
    for (std::size_t r = 0; r < problem_.past.size(); ++r) {
      for (const RotationSeat& seat : problem_.past[r]) {
        const auto person = person_of_.find(seat.person);
        const auto table = table_of_.find(seat.table);
        CHECK(person != person_of_.end() && table != table_of_.end());
        int& place = model_.seats[r][static_cast<std::size_t>(person->second)];
        if (place != kNowhere) return wrong(at("past", r), "somebody has two seats; keep one");
        place = table->second;
      }
    }
    return {};
  }

  /// What was announced to people or for tables that are no more is no mistake.
  Result<void> read_announced() {
    if (problem_.announced.size() > problem_.rounds) {
      return wrong("announced", "more rounds here than the café has");
    }
    std::map<Id, std::size_t> strangers;
    for (std::size_t r = 0; r < problem_.announced.size(); ++r) {
      for (const RotationSeat& seat : problem_.announced[r]) {
        const auto table = table_of_.find(seat.table);
        if (table == table_of_.end()) continue;
        if (r >= problem_.past.size()) model_.has_announced = true;
        const auto person = person_of_.find(seat.person);
        if (person != person_of_.end()) {
          model_.announced[r][static_cast<std::size_t>(person->second)] = table->second;
        } else {
          const auto [found, added] = strangers.emplace(seat.person, model_.left_routes.size());
          if (added) model_.left_routes.emplace_back(problem_.rounds, kNowhere);
          model_.left_routes[found->second][r] = table->second;
        }
      }
    }
    return {};
  }

  /// Sizes of tables; together sets that no table can take are split.
  Result<void> room() {
    for (auto& counts : model_.group_count) {
      counts.assign(static_cast<std::size_t>(model_.groups), 0);
    }
    for (std::size_t p = 0; p < model_.people.size(); ++p) {
      const RotationModel::Person& person = model_.people[p];
      if (person.gone) continue;
      ++model_.present[person.zone];
      ++model_.group_count[person.zone][static_cast<std::size_t>(person.group)];
      if (person.fixed != kNowhere) ++model_.staying[static_cast<std::size_t>(person.fixed)];
      if (person.travels()) model_.zones[person.zone].travellers.push_back(static_cast<int>(p));
    }
    for (const RotationTable& table : problem_.tables) {
      model_.capacity.push_back(table.capacity == 0 ? static_cast<int>(kRotationPeopleMax)
                                                    : static_cast<int>(table.capacity));
    }
    model_.sizes.resize(problem_.tables.size());
    for (int zone = 0; zone < 2; ++zone) {
      if (const auto done = room_of(zone); !done) return done;
    }
    split_large_units(model_);
    return {};
  }

  Result<void> room_of(int zone) {
    const std::vector<int>& tables = model_.zones[zone].tables;
    std::vector<TableRoom> rooms;
    long long seats = 0;
    for (const int table : tables) {
      const auto t = static_cast<std::size_t>(table);
      if (model_.staying[t] > model_.capacity[t]) {
        return wrong(at("tables", t, ".capacity"),
                     "more people stay here than it has seats; move some, or add seats");
      }
      rooms.push_back({model_.staying[t], model_.capacity[t]});
      seats += model_.capacity[t];
    }
    if (seats < model_.present[zone]) {
      return wrong("tables", "there are " + std::to_string(model_.present[zone]) + " people for " +
                                 std::to_string(seats) + " seats; add tables or seats");
    }
    const std::vector<SizeRange> sizes = balanced_sizes(model_.present[zone], rooms);
    for (std::size_t i = 0; i < tables.size(); ++i) {
      model_.sizes[static_cast<std::size_t>(tables[i])] = sizes[i];
    }
    return {};
  }

  RotationModel::Person& person(int p) { return model_.people[static_cast<std::size_t>(p)]; }

  const RotationProblem& problem_;
  RotationModel model_;
  std::unordered_map<Id, int> person_of_;
  std::unordered_map<Id, int> table_of_;
};

}  // namespace

Result<RotationModel> make_rotation_model(const RotationProblem& problem) {
  return Builder(problem).build();
}

}  // namespace rebond
