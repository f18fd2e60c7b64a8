// Seats people by seat colours, so that a closed construction plans all rounds.
#pragma once

#include <optional>

#include "base/random.h"
#include "method/rotation_model.h"

namespace rebond {

/// What a construction gave.
struct ConstructedSeats {
  /// All rounds; everybody present is seated in the rounds to come.
  RotationSeats seats;
  /// None when tables are not simply counted around, or when remote people travel too.
  std::optional<RotationRule> rule;
};

struct ConstructionChoice {
  /// Entries that the search of offsets may try.
  std::uint64_t nodes = 0;
  /// People take seats in random order, else in the order of the model.
  bool shuffle = false;
};

/// Gives every traveller a first table and a colour, and follows the colours' offsets. More people
/// than colours share colours evenly: they travel as one, as few as possible. Kinds of people and
/// pairs to be apart get the same colour where possible, for a colour never meets itself.
///
/// None when more than one round is past, or when no offsets were found. Sizes are even when
/// nobody stays and no capacity forbids it; else they want mending.
std::optional<ConstructedSeats> construct_seats(const RotationModel& model,
                                                const RotationProblem& problem,
                                                const ConstructionChoice& choice, Random& random);

/// Seats those who have no choice in the rounds to come.
void seat_fixed_people(const RotationModel& model, RotationSeats& seats);

}  // namespace rebond
