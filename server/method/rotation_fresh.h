// Plans the rounds to come when nobody was told anything yet.
#pragma once

#include <optional>

#include "base/random.h"
#include "method/rotation_model.h"

namespace rebond {

struct FreshSeats {
  RotationSeats seats;
  /// Present when the seats are those of a construction that people can follow by counting.
  std::optional<RotationRule> rule;
};

/// The better of a closed construction and of local search, from it and from greedy seatings.
/// Stops as soon as a bound says that nothing is left to improve.
FreshSeats fresh_seats(const RotationModel& model, const RotationProblem& problem,
                       const RotationBudget& budget, bool shuffle, Random& random);

}  // namespace rebond
