// A rotation problem with people and tables as small numbers, checked.
#pragma once

#include <vector>

#include "base/result.h"
#include "method/rotation.h"
#include "method/rotation_sizes.h"

namespace rebond {

/// seats[r][p]: the table of person p in round r, kNowhere when absent.
using RotationSeats = std::vector<std::vector<int>>;
inline constexpr int kNowhere = -1;

/// The problem as the solvers see it. Person p is problem.people[p], table t is problem.tables[t].
///
/// The last round is left out when it only takes people home.
struct RotationModel {
  struct Person {
    int group = 0;
    /// The table in every round to come when there is no choice: one who stays, or a remote person
    /// with one remote table; kNowhere for a traveller.
    int fixed = kNowhere;
    bool gone = false;
    /// 0 for the room, 1 for remote tables.
    int zone = 0;
    /// Those who sit at the same table as this one, itself included; empty for one alone.
    std::vector<int> unit;
    std::vector<int> apart;

    bool travels() const { return !gone && fixed == kNowhere; }
  };
  struct Zone {
    std::vector<int> tables;
    std::vector<int> travellers;
  };

  std::vector<Person> people;
  /// Sizes of each table in the rounds to come, those who stay included.
  std::vector<SizeRange> sizes;
  std::vector<int> capacity;
  std::vector<int> staying;
  Zone zones[2];
  int groups = 1;
  /// Members of each group who are present in the rounds to come, by zone.
  std::vector<int> group_count[2];
  int present[2] = {0, 0};

  int rounds = 0;
  int past = 0;
  /// All rounds; nobody has a seat in the rounds to come.
  RotationSeats seats;
  RotationSeats announced;
  bool has_announced = false;
  /// What was announced, round by round, to people who are not among these.
  std::vector<std::vector<int>> left_routes;

  int tables() const { return static_cast<int>(capacity.size()); }
  int zone_of_table(int table) const { return table_zone[static_cast<std::size_t>(table)]; }
  std::vector<int> table_zone;
};

/// Checks the problem and numbers it. The past must name no other people and tables than those of
/// the problem. Fails with the field and the remedy.
Result<RotationModel> make_rotation_model(const RotationProblem& problem);

}  // namespace rebond
