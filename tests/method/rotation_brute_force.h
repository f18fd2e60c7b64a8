// The best plan of a tiny café, found by trying all of them.
#pragma once

#include "tests/method/rotation_case.h"

namespace rebond::testing {

struct BestPlan {
  long revisits = 0;
  /// The fewest of all plans with so few revisits.
  long repeats = 0;
  long pairs_of_meetings = 0;
};

/// Tries every plan whose tables differ by one at most. Knows nothing of the planner.
BestPlan try_all_plans(const RotationCase& numbers);

}  // namespace rebond::testing
