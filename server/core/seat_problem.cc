// The question of who is to sit where, as plain data for the planner of seats (rules PL).
#include "core/seat_problem.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/script.h"

namespace rebond {
namespace {

/// Collects the problem, part by part.
class Collector {
 public:
  Collector(const State& state, const PrivateState& private_state)
      : state_(state), private_state_(private_state) {}

  SeatProblem collect() {
    problem_.base_seq = state_.seq();
    if (const v1::SeatPlan* plan = state_.find<v1::SeatPlan>(1); plan != nullptr) {
      problem_.seed = plan->seed();
      problem_.return_home = plan->return_home();
    }
    add_tables();
    begin_rounds();
    add_people();
    for (SeatProblem::Round& round : problem_.rounds) add_seats(round);
    add_wishes();
    return std::move(problem_);
  }

 private:
  void add_tables() {
    state_.records().each<v1::Table>([&](Id id, const v1::Table& table) {
      if (table.withdrawn()) return;
      problem_.tables.push_back({id, table.number(), table.capacity(), table.remote()});
      table_of_number_[table.number()] = id;
      tables_.insert(id);
    });
    std::sort(problem_.tables.begin(), problem_.tables.end(),
              [](const auto& a, const auto& b) { return a.number < b.number; });
  }

  void begin_rounds() {
    for (const ScriptStep& one : script_of(state_)) {
      const Id id = one.step->round();
      const v1::Round* round = state_.find<v1::Round>(id);
      if (round == nullptr) continue;
      const bool to_come = is_to_come(state_, id);
      // What was passed over, or is to be, seats nobody.
      if (to_come ? one.step->skipped() : round->started_at_ms() <= 0) continue;
      problem_.rounds.push_back({id, to_come, {}, {}});
      begun_ = begun_ || !to_come;
    }
    std::stable_partition(problem_.rounds.begin(), problem_.rounds.end(),
                          [](const SeatProblem::Round& round) { return !round.to_come; });
  }

  void add_people() {
    state_.records().each<v1::Participant>([&](Id id, const v1::Participant& person) {
      const bool remote = person.role() == v1::ROLE_REMOTE;
      if (!remote && person.role() != v1::ROLE_PARTICIPANT) return;
      const bool expected = person.joined_at_ms() <= 0;
      if (person.left() || (expected && begun_)) return;
      problem_.people.push_back(
          {id, wishes_of(id).group(), stays_of(id), remote && has_remote_table()});
      people_.insert(id);
    });
  }

  bool has_remote_table() const {
    return std::any_of(problem_.tables.begin(), problem_.tables.end(),
                       [](const SeatProblem::Table& table) { return table.remote; });
  }

  const v1::Wishes& wishes_of(Id person) const {
    const auto found = private_state_.people().find(person);
    return found == private_state_.people().end() ? v1::Wishes::default_instance()
                                                  : found->second.wishes();
  }

  Id stays_of(Id person) const {
    const Id table = wishes_of(person).stays();
    return tables_.contains(table) ? table : 0;
  }

  /// Where a seat was taken, that is where the person sits; else where the plan has sent them.
  void add_seats(SeatProblem::Round& round) {
    std::map<Id, Id> table_of;
    const v1::Round& record = *state_.find<v1::Round>(round.id);
    if (const v1::PlannedRound* planned = state_.find<v1::PlannedRound>(round.id);
        planned != nullptr) {
      for (int i = 0; i < planned->people_size(); ++i) {
        const Id person = planned->people(i);
        if (!round.to_come && !was_there(person, record)) continue;
        table_of[person] = table_numbered(planned->tables(i));
      }
    }
    state_.records().each<v1::Seat>([&](Id, const v1::Seat& seat) {
      if (seat.round() == round.id) table_of[seat.participant()] = seat.table();
    });
    std::vector<SeatAt>& seats = round.to_come ? round.announced : round.sat;
    for (const auto& [person, table] : table_of) {
      if (people_.contains(person) && tables_.contains(table)) seats.push_back({person, table});
    }
  }

  bool was_there(Id person, const v1::Round& round) const {
    const v1::Participant* participant = state_.find<v1::Participant>(person);
    if (participant == nullptr || participant->joined_at_ms() <= 0) return false;
    return round.ended_at_ms() <= 0 || participant->joined_at_ms() <= round.ended_at_ms();
  }

  Id table_numbered(std::uint32_t number) const {
    const auto found = table_of_number_.find(number);
    return found == table_of_number_.end() ? 0 : found->second;
  }

  void add_wishes() {
    std::set<std::pair<Id, Id>> apart;
    std::map<Id, std::set<Id>> with;
    for (const SeatProblem::Person& person : problem_.people) {
      const v1::Wishes& wishes = wishes_of(person.id);
      for (const Id other : wishes.apart()) {
        if (people_.contains(other)) apart.insert(std::minmax(person.id, other));
      }
      for (const Id other : wishes.together()) {
        if (!people_.contains(other)) continue;
        with[person.id].insert(other);
        with[other].insert(person.id);
      }
    }
    problem_.apart.assign(apart.begin(), apart.end());
    std::set<Id> seen;
    for (const auto& [person, others] : with) {
      if (std::vector<Id> set = reached_from(person, with, seen); !set.empty()) {
        problem_.together.push_back(std::move(set));
      }
    }
  }

  /// Everybody who belongs together with a person, through others too; nobody when that was said.
  static std::vector<Id> reached_from(Id person, const std::map<Id, std::set<Id>>& with,
                                      std::set<Id>& seen) {
    std::vector<Id> reached;
    if (seen.insert(person).second) reached.push_back(person);
    for (std::size_t i = 0; i < reached.size(); ++i) {
      for (const Id other : with.at(reached[i])) {
        if (seen.insert(other).second) reached.push_back(other);
      }
    }
    std::sort(reached.begin(), reached.end());
    return reached;
  }

  const State& state_;
  const PrivateState& private_state_;
  SeatProblem problem_;
  std::map<std::uint32_t, Id> table_of_number_;
  std::set<Id> tables_;
  std::set<Id> people_;
  bool begun_ = false;
};

}  // namespace

SeatProblem seat_problem(const State& state, const PrivateState& private_state) {
  return Collector(state, private_state).collect();
}

}  // namespace rebond
