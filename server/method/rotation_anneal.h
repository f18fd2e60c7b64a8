// Local search for a better seating, by simulated annealing.
#pragma once

#include <cstdint>
#include <vector>

#include "base/random.h"
#include "method/rotation_tally.h"

namespace rebond {

struct AnnealSchedule {
  std::uint64_t trials = 0;
  /// In the unit of the costs: a change for the worse by `t` is accepted with probability 1/e.
  double hottest = 6;
  double coldest = 0.8;
  /// Nothing better exists: stop there.
  long stop_at = 0;
  /// The rounds in which people may change seats.
  std::vector<int> rounds;
};

/// Leaves the tally at the cheapest seating found, never dearer than it was.
void anneal(const RotationModel& model, const AnnealSchedule& schedule, Random& random,
            RotationTally& tally);

}  // namespace rebond
