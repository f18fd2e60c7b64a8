// Sets of people who move as one.
#pragma once

#include <vector>

#include "method/rotation_model.h"

namespace rebond {

/// Gives each person of the sets their unit; sets that share somebody become one, and whoever
/// belongs to one who stays, stays there too. People who are gone are left out.
///
/// Fails when two of them are to be apart, stay at different tables, or are not all remote.
Result<void> bind_units(const std::vector<std::vector<int>>& sets, RotationModel& model);

/// Splits units that no table can take into equal parts, as few as possible.
void split_large_units(RotationModel& model);

}  // namespace rebond
