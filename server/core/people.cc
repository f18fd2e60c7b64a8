// What the rules of people share: who belongs to a table, names, wishes.
#include "core/people.h"

#include <algorithm>
#include <set>

#include "core/script.h"

namespace rebond {
namespace {

constexpr std::size_t kNameBytesMax = 100;
constexpr int kOthersMax = 50;

using Ids = google::protobuf::RepeatedField<std::uint64_t>;

bool contains(const Ids& ids, Id id) {
  return std::count(ids.begin(), ids.end(), id) > 0;
}

/// The others are people of this café, each named once, and not the person.
Refusal check_others(const Context& context, Id person, const Ids& others,
                     const std::string& field) {
  if (others.size() > kOthersMax) {
    return reject(v1::REJECTION_CODE_LIMIT, field,
                  "name at most " + std::to_string(kOthersMax) + " people");
  }
  std::set<Id> named{person};
  for (const Id other : others) {
    if (context.state.find<v1::Participant>(other) == nullptr) {
      return reject(v1::REJECTION_CODE_NOT_FOUND, field, "name people of this café");
    }
    if (!named.insert(other).second) {
      return reject(v1::REJECTION_CODE_CONFLICT, field, "name each other person once");
    }
  }
  return std::nullopt;
}

/// Nobody sits with whom somebody is to be kept apart from, whoever of the two said so.
Refusal check_contradiction(const Context& context, Id person, const v1::Wishes& wishes,
                            const std::string& field) {
  for (const Id other : wishes.together()) {
    const v1::Wishes theirs = person_record(context.private_state, other).wishes();
    if (!contains(wishes.apart(), other) && !contains(theirs.apart(), person)) continue;
    return reject(v1::REJECTION_CODE_CONFLICT, field + ".together",
                  "these two are to be kept apart: take that back first");
  }
  for (const Id other : wishes.apart()) {
    const v1::Wishes theirs = person_record(context.private_state, other).wishes();
    if (!contains(theirs.together(), person)) continue;
    return reject(v1::REJECTION_CODE_CONFLICT, field + ".apart",
                  "these two are to sit together: take that back first");
  }
  return std::nullopt;
}

}  // namespace

bool has_table(const State& state, Id id) {
  const v1::Table* table = state.find<v1::Table>(id);
  return table != nullptr && !table->withdrawn();
}

bool is_planned_at(const State& state, Id person, Id round, Id table) {
  const v1::PlannedRound* planned = state.find<v1::PlannedRound>(round);
  const v1::Table* there = state.find<v1::Table>(table);
  if (planned == nullptr || there == nullptr) return false;
  for (int i = 0; i < planned->people_size(); ++i) {
    if (planned->people(i) == person) return planned->tables(i) == there->number();
  }
  return false;
}

bool belongs_to_table(const State& state, Id person, Id id) {
  const v1::Participant* participant = state.find<v1::Participant>(person);
  if (participant != nullptr && participant->table() == id) return true;
  const Id round = round_of_seats(state);
  return seat_of(state, person, round) == id || is_planned_at(state, person, round, id);
}

Refusal check_kind_of_table(const State& state, v1::Role role, Id id, const char* field) {
  bool any_remote = false;
  state.records().each<v1::Table>([&](Id, const v1::Table& table) {
    any_remote = any_remote || (table.remote() && !table.withdrawn());
  });
  const v1::Table* table = state.find<v1::Table>(id);
  if (!any_remote || table == nullptr || table->remote() == (role == v1::ROLE_REMOTE)) {
    return std::nullopt;
  }
  return reject(v1::REJECTION_CODE_CONFLICT, field,
                table->remote() ? "keep the remote table for those who are elsewhere"
                                : "seat who is elsewhere at a remote table");
}

Refusal check_name(const std::string& name, const char* field) {
  return check_words(name, kNameBytesMax, field, /*may_be_empty=*/true);
}

Refusal check_wishes(const Context& context, Id person, const v1::Wishes& wishes,
                     const std::string& field) {
  const bool says_seats = !same_seating(wishes, v1::Wishes());
  if (says_seats && context.member.role != v1::ROLE_FACILITATOR) {
    return reject(v1::REJECTION_CODE_FORBIDDEN, field,
                  "leave it to the facilitator who sits with whom");
  }
  if (Refusal refusal = check_name(wishes.group(), (field + ".group").c_str())) return refusal;
  if (wishes.stays() != 0 && !has_table(context.state, wishes.stays())) {
    return reject(v1::REJECTION_CODE_NOT_FOUND, field + ".stays", "name a table of this café");
  }
  if (Refusal refusal = check_others(context, person, wishes.together(), field + ".together")) {
    return refusal;
  }
  if (Refusal refusal = check_others(context, person, wishes.apart(), field + ".apart")) {
    return refusal;
  }
  return check_contradiction(context, person, wishes, field);
}

bool same_seating(const v1::Wishes& one, const v1::Wishes& other) {
  const auto same = [](const Ids& a, const Ids& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end());
  };
  return one.group() == other.group() && one.stays() == other.stays() &&
         same(one.together(), other.together()) && same(one.apart(), other.apart());
}

v1::PersonRecord person_record(const PrivateState& private_state, Id person) {
  const auto found = private_state.people().find(person);
  return found == private_state.people().end() ? v1::PersonRecord() : found->second;
}

PrivateWrite person_write(Id person, const v1::PersonRecord& record) {
  if (record.ByteSizeLong() == 0) {
    return PrivateWrite{v1::PRIVATE_KIND_PERSON, person, std::nullopt};
  }
  return put_private(v1::PRIVATE_KIND_PERSON, person, record);
}

}  // namespace rebond
