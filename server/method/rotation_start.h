// A first seating of the rounds to come, taken greedily.
#pragma once

#include "base/random.h"
#include "method/rotation_model.h"

namespace rebond {

/// Seats everybody present in each round to come, in random order, each where it costs least.
/// Sizes are within the model's ranges unless units forbid; capacities hold as far as units allow.
RotationSeats greedy_seats(const RotationModel& model, Random& random);

}  // namespace rebond
