// The rotation plan of a café: who sits at which table in which round.
#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "base/ids.h"
#include "base/result.h"

namespace rebond {

// What the planner accepts; more is refused in one sentence.
inline constexpr std::size_t kRotationPeopleMax = 5'000;
inline constexpr std::size_t kRotationTablesMax = 2'000;
inline constexpr std::size_t kRotationRoundsMax = 12;

/// Somebody who takes part. Captains are not named here: they belong to their table.
struct RotationPerson {
  Id id = 0;
  /// Kinds of people to mix, employees and tenants for example; any number, 0 is a kind too.
  std::uint32_t group = 0;
  /// The table at which the person sits in every round to come.
  std::optional<Id> stays = std::nullopt;
  /// Takes part from elsewhere: sits at remote tables only, and nobody else sits there.
  bool remote = false;
  /// Has left, or never came: has only a past.
  bool gone = false;
};

struct RotationTable {
  Id id = 0;
  /// Seats without the captain's; 0 means as many as it takes.
  std::uint32_t capacity = 0;
  bool remote = false;
  /// Takes nobody in the rounds to come: has only a past.
  bool closed = false;
};

struct RotationSeat {
  Id person = 0;
  Id table = 0;

  friend bool operator==(const RotationSeat&, const RotationSeat&) = default;
};

/// Who sat, or is to sit, where; whoever is absent has no seat in it.
using RotationRound = std::vector<RotationSeat>;

/// Everything that a plan depends on, besides the seed and the budget.
struct RotationProblem {
  std::vector<RotationPerson> people;
  std::vector<RotationTable> tables;
  /// All rounds of the café, past ones included.
  std::size_t rounds = 0;
  /// Sets of people who sit at the same table in every round.
  std::vector<std::vector<Id>> together;
  /// Pairs of people who never sit at the same table.
  std::vector<std::pair<Id, Id>> apart;
  /// Where people really sat, round by round. It never changes, and may name people and tables
  /// that are no more.
  std::vector<RotationRound> past;
  /// What people were told: announced[r] for round r, past rounds included where known. When
  /// there is one for a round to come, the plan keeps to it: newcomers take free routes, and
  /// others move only where they must; unless most people sat elsewhere than they were told. It
  /// may name people and tables that are no more.
  std::vector<RotationRound> announced;
  /// The last round takes people back to the table of their first one.
  bool return_home = false;
};

/// How good a plan is. Travellers are those who do not stay seated; whoever sits together, at the
/// only remote table or at a table as one who stays, does so on purpose and is not counted.
struct RotationScore {
  /// Times that a traveller comes to a table where they were before.
  std::uint32_t revisits = 0;
  /// Meetings of two travellers beyond their first: the sum of (m - 1) over pairs that met m times.
  std::uint32_t repeats = 0;
  /// The sum of m (m - 1) / 2: a third meeting weighs more than a second.
  std::uint32_t pairs_of_meetings = 0;
  /// The most times that two travellers meet.
  std::uint32_t meetings_max = 0;
  std::uint32_t people_with_repeat = 0;
  /// Times that two people to be kept apart sit at the same table.
  std::uint32_t apart_broken = 0;
  /// Times that somebody does not sit with the set they belong to.
  std::uint32_t together_broken = 0;
  /// Seats that would have to change for the ideal mix of kinds at every table.
  std::uint32_t mix_off = 0;
  /// Largest difference of table sizes within a round to come, beyond what capacities force.
  std::uint32_t spread = 0;
  /// Travellers whose announced seats change, and these seats.
  std::uint32_t people_changed = 0;
  std::uint32_t seats_changed = 0;
  /// How many different people a traveller meets, captains not counted.
  std::uint32_t encounters_min = 0;
  std::uint32_t encounters_median = 0;
  std::uint32_t encounters_max = 0;
};

/// A rule that people can follow without a device: each colour moves so many tables at each move.
struct RotationRule {
  struct Seat {
    Id person = 0;
    std::uint32_t colour = 0;
  };
  /// steps[colour][move]: tables to go forward after round `move` + 1, in the order of the tables,
  /// from the last one on to the first.
  std::vector<std::vector<std::uint32_t>> steps;
  std::vector<Seat> colours;
};

struct RotationPlan {
  /// All rounds, past ones as given; in the order of `people`.
  std::vector<RotationRound> rounds;
  RotationScore score;
  /// A bound proves that no plan has fewer revisits and, with so few revisits, fewer repeats.
  bool optimal = false;
  /// Present when the whole plan follows one.
  std::optional<RotationRule> rule;
};

/// How much may be tried. Never a time, so that the seed reproduces the plan everywhere.
struct RotationBudget {
  /// Changes of seats that the search tries; fewer when tables are very large.
  std::uint64_t trials = 3'000'000;
  /// Entries that the construction of seat offsets tries.
  std::uint64_t nodes = 2'000'000;
};

/// Plans the rounds to come. Pure: the same input gives the same plan. With seed 0 people take
/// seats in the order in which they are named, with any other in an order of its own.
///
/// Nobody is seated beyond a capacity, and tables differ by one person at most unless capacities
/// or announced seats forbid. In this order the plan avoids people together who are to be apart,
/// tables visited twice, people met twice, and an uneven mix of kinds.
///
/// Fails with the field and the remedy when the problem contradicts itself: no table, no round,
/// somebody named twice, wishes about unknown people, too few seats, together and apart at once.
Result<RotationPlan> plan_rotation(const RotationProblem& problem, std::uint64_t seed,
                                   const RotationBudget& budget = {});

}  // namespace rebond
