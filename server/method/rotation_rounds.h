// Between seats by small numbers and the rounds of a plan.
#pragma once

#include <vector>

#include "method/rotation_model.h"

namespace rebond {

/// The rounds with the ids of people and tables, in the order of the people.
std::vector<RotationRound> rounds_of(const RotationProblem& problem, const RotationSeats& seats);

/// Everybody present back at their first table; whoever finds it full or closed, where there is
/// most room.
std::vector<int> home_seats(const RotationModel& model, const RotationSeats& seats);

}  // namespace rebond
