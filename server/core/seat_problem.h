// The question of who is to sit where, as plain data for the planner of seats (rules PL).
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/private_state.h"
#include "core/state.h"

namespace rebond {

/// Who sat, or is to sit, at which table.
struct SeatAt {
  Id person = 0;
  Id table = 0;

  friend bool operator==(const SeatAt&, const SeatAt&) = default;
};

/// All that a plan of seats depends on. Holds wishes of people: never broadcast.
struct SeatProblem {
  /// Somebody who moves from table to table. Captains and experts are none.
  struct Person {
    Id id = 0;
    /// "employee", "tenant", …: the tables are mixed by it; may be empty.
    std::string group;
    /// The table at which the person stays seated; 0: moves.
    Id stays = 0;
    /// Sits at remote tables only; never when the café has none.
    bool remote = false;
  };
  struct Table {
    Id id = 0;
    std::uint32_t number = 0;
    /// Seats, the captain's not counted; 0: as many as it takes.
    std::uint32_t capacity = 0;
    bool remote = false;
  };
  struct Round {
    Id id = 0;
    /// Its seats are wanted; else `sat` says where people sat.
    bool to_come = false;
    std::vector<SeatAt> sat;
    /// Of a round to come: what people were told, and the seats that some have taken already.
    std::vector<SeatAt> announced;
  };

  /// The last entry that it knows.
  Seq base_seq = 0;
  std::uint64_t seed = 0;
  bool return_home = false;
  /// In the order of ids.
  std::vector<Person> people;
  /// In the order of numbers.
  std::vector<Table> tables;
  /// In the order of the script, without those that are skipped; rounds to come are the last ones.
  std::vector<Round> rounds;
  /// Sets without a common person.
  std::vector<std::vector<Id>> together;
  /// Each pair once.
  std::vector<std::pair<Id, Id>> apart;
};

/// People who have not left, those who are expected until the first round begins; tables that are
/// not withdrawn; the rounds that are over with where people really sat: where they took a seat,
/// else where the plan had sent them.
SeatProblem seat_problem(const State& state, const PrivateState& private_state);

}  // namespace rebond
