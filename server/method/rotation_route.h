// One party's way through the rounds to come, while everybody else keeps theirs.
#pragma once

#include <cstdint>
#include <vector>

#include "method/rotation_model.h"

namespace rebond {

/// A table for each round to come; kNowhere where it is still to be chosen.
using Route = std::vector<int>;

/// Who sits where while routes are given out one after the other.
class RouteBoard {
 public:
  /// The model must outlive the board. `seats` holds those who keep their seats.
  RouteBoard(const RotationModel& model, RotationSeats seats);

  /// What each route costs the party: revisits, repeats, apart, full tables, announced seats.
  std::vector<long> costs(const std::vector<int>& party, const std::vector<Route>& routes) const;

  /// The cheapest completion of a route that was found within `nodes`.
  Route complete(const std::vector<int>& party, const Route& begun, std::uint64_t nodes) const;

  /// Seats the party for good.
  void seat(const std::vector<int>& party, const Route& route);

  const RotationSeats& seats() const { return seats_; }

 private:
  friend class RouteSearch;

  /// How often each person was met by one of the party in the past, travellers only.
  std::vector<int> met_before(const std::vector<int>& party) const;
  long cost_of_size(int step, int table, int party) const;

  const RotationModel& model_;
  RotationSeats seats_;
  /// members_[round - past][table]: travellers; size_ counts everybody.
  std::vector<std::vector<std::vector<int>>> members_;
  std::vector<std::vector<int>> size_;
};

}  // namespace rebond
