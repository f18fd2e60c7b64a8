// Reading a plan: the people who are expected.
#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "core/plan_parts.h"

namespace rebond {
namespace {

constexpr std::size_t kPeopleMax = 2'000;
constexpr std::size_t kPersonBytesMax = 100;
constexpr std::size_t kOthersMax = 50;

/// The names of people and of tables, by their places.
struct Places {
  std::map<std::string, std::size_t> people;
  std::map<std::string, std::uint32_t> tables;
};

/// A name that people give to somebody: a text or a number.
Result<std::string> read_ref(const Json& json, const std::string& field) {
  if (json.is_number_unsigned()) return std::to_string(json.get<std::uint64_t>());
  return read_words(json, field, kPersonBytesMax, "give every person an id of their own");
}

/// The 1-based place of a table, by its number or its id; 0 when nothing is said.
Result<std::uint32_t> read_table_ref(const Json& json, const std::string& field,
                                     const Places& places) {
  if (json.is_null()) return 0U;
  if (json.is_number_unsigned() && json.get<std::uint64_t>() >= 1 &&
      json.get<std::uint64_t>() <= places.tables.size()) {
    return json.get<std::uint32_t>();
  }
  if (json.is_string()) {
    const auto found = places.tables.find(json.get<std::string>());
    if (found != places.tables.end()) return found->second;
  }
  return invalid_field(field, "name a table of the plan, by its number or its id");
}

Result<std::vector<std::size_t>> read_others(const Json& json, const std::string& field,
                                             const Places& places) {
  std::vector<std::size_t> others;
  if (json.is_null()) return others;
  if (!json.is_array() || json.size() > kOthersMax) {
    return invalid_field(field, "list at most " + std::to_string(kOthersMax) + " ids of people");
  }
  for (std::size_t i = 0; i < json.size(); ++i) {
    const Result<std::string> id = read_ref(json[i], json_index(field, i));
    if (!id) return id.error();
    const auto found = places.people.find(*id);
    if (found == places.people.end()) {
      return invalid_field(json_index(field, i), "name another person of the plan");
    }
    others.push_back(found->second);
  }
  return others;
}

/// What is said of a person alone.
Result<PlannedPerson> read_person_alone(const Json& json, const std::string& where,
                                        const Places& places) {
  PlannedPerson person;
  Result<std::string> name = read_line(json_member(json, "name"), where + ".name", kPersonBytesMax);
  if (!name) return name.error();
  person.name = std::move(*name);
  Result<std::string> group =
      read_line(json_member(json, "group"), where + ".group", kPersonBytesMax);
  if (!group) return group.error();
  person.group = std::move(*group);
  const Result<bool> remote = read_flag(json_member(json, "remote"), where + ".remote");
  if (!remote) return remote.error();
  person.remote = *remote;
  const Result<std::uint32_t> captain =
      read_table_ref(json_member(json, "captain"), where + ".captain", places);
  if (!captain) return captain.error();
  person.captain = *captain;
  const Result<std::uint32_t> stays =
      read_table_ref(json_member(json, "stays"), where + ".stays", places);
  if (!stays) return stays.error();
  person.stays = *stays;
  return person;
}

Result<PlannedPerson> read_person(const Json& json, std::size_t index, const Places& places) {
  const std::string where = json_index("people", index);
  Result<PlannedPerson> person = read_person_alone(json, where, places);
  if (!person) return person;
  Result<std::vector<std::size_t>> together =
      read_others(json_member(json, "together"), where + ".together", places);
  if (!together) return together.error();
  Result<std::vector<std::size_t>> apart =
      read_others(json_member(json, "apart"), where + ".apart", places);
  if (!apart) return apart.error();
  const auto is_self = [index](std::size_t other) { return other == index; };
  for (const auto& [others, name] :
       {std::pair{&*together, "together"}, std::pair{&*apart, "apart"}}) {
    if (std::none_of(others->begin(), others->end(), is_self)) continue;
    return invalid_field(where + "." + name, "name other people");
  }
  person->together = std::move(*together);
  person->apart = std::move(*apart);
  return person;
}

/// Who is who: the ids that the plan gives, or "p1", "p2", …
Result<void> read_ids(const Json& people, std::vector<std::string>& ids, Places& places) {
  for (std::size_t i = 0; i < people.size(); ++i) {
    const std::string where = json_index("people", i);
    if (!people[i].is_object()) return invalid_field(where, "write an object with a \"name\"");
    const Json& given = json_member(people[i], "id");
    const Result<std::string> id = given.is_null()
                                       ? Result<std::string>("p" + std::to_string(i + 1))
                                       : read_ref(given, where + ".id");
    if (!id) return id.error();
    if (!places.people.emplace(*id, i).second) {
      return invalid_field(where + ".id", "another person is \"" + *id + "\" already");
    }
    ids.push_back(*id);
  }
  return {};
}

/// One captain a table, and nobody both with and apart from the same person.
Result<void> check_people(const std::vector<PlannedPerson>& people) {
  std::set<std::uint32_t> led;
  std::set<std::pair<std::size_t, std::size_t>> together;
  for (std::size_t i = 0; i < people.size(); ++i) {
    if (people[i].captain != 0 && !led.insert(people[i].captain).second) {
      return invalid_field(json_index("people", i) + ".captain",
                           "another person is the captain of that table already");
    }
    for (const std::size_t other : people[i].together) together.insert(std::minmax(i, other));
  }
  for (std::size_t i = 0; i < people.size(); ++i) {
    for (const std::size_t other : people[i].apart) {
      if (!together.contains(std::minmax(i, other))) continue;
      return invalid_field(json_index("people", i) + ".apart",
                           "the same two are to sit together: choose one");
    }
  }
  return {};
}

}  // namespace

Result<void> read_people(const Json& json, Plan& plan) {
  const Json& people = json_member(json, "people");
  if (people.is_null()) return {};
  if (!people.is_array() || people.size() > kPeopleMax) {
    return invalid_field("people", "list at most " + std::to_string(kPeopleMax) + " people");
  }
  Places places;
  for (const PlannedTable& table : plan.tables) {
    places.tables.emplace(table.id, static_cast<std::uint32_t>(places.tables.size()) + 1);
  }
  std::vector<std::string> ids;
  if (Result<void> done = read_ids(people, ids, places); !done) return done;
  for (std::size_t i = 0; i < people.size(); ++i) {
    Result<PlannedPerson> person = read_person(people[i], i, places);
    if (!person) return person.error();
    person->id = ids[i];
    plan.people.push_back(std::move(*person));
  }
  return check_people(plan.people);
}

}  // namespace rebond
