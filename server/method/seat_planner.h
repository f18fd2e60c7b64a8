// The plan of seats of a café: its question put to the rotation planner, and the answer back.
#pragma once

#include "core/seat_problem.h"
#include "core/seats_planned.h"

namespace rebond {

/// Plans the rounds to come. Pure: the same problem gives the same plan, which holds for the seed
/// in it. `trouble` says in one sentence why there is no plan, and what would help.
PlannedSeats plan_seats(const SeatProblem& problem);

}  // namespace rebond
