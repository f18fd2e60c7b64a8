// What no plan can be better than.
#pragma once

#include <vector>

#include "method/rotation_model.h"

namespace rebond {

/// Lower bounds: no plan has fewer revisits, and none with so few has fewer of the rest.
struct RotationBounds {
  long revisits = 0;
  /// The sum of (m - 1) over pairs who met m times.
  long repeats = 0;
  /// The sum of m (m - 1) / 2.
  long pairs_of_meetings = 0;
};

/// Bounds for `travellers` who move freely between tables of these sizes, round after round.
RotationBounds free_bounds(int travellers, const std::vector<SizeRange>& sizes, int rounds);

/// Bounds for a model without past rounds; where units move, repeats are not bounded.
RotationBounds model_bounds(const RotationModel& model);

/// What a plan of this model costs at least, in a RotationTally with this price of a revisit.
long least_cost(const RotationModel& model, long revisit_cost);

}  // namespace rebond
