// How good a plan is, counted from the plan alone.
#pragma once

#include "method/rotation.h"

namespace rebond {

/// Counts everything again from who sits where; the planners' own counts are not used.
///
/// The problem must be one that make_rotation_model() accepts, and the rounds name its people and
/// tables.
RotationScore score_rotation(const RotationProblem& problem,
                             const std::vector<RotationRound>& rounds);

}  // namespace rebond
