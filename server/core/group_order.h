// The order of the ideas in a group, or of the lines of a synthesis, as people laid them out.
#pragma once

#include <vector>

#include "base/ids.h"

namespace rebond {

/// An idea of a group and the idea that it comes after; 0: it comes first.
struct Place {
  Id idea = 0;
  Id after = 0;
};

/// Every idea once, behind the one that it comes after.
///
/// Ideas that claim the same place, or that nobody can reach because people moved things at the
/// same time, keep the order of `places`. O(n log n).
std::vector<Id> in_group_order(const std::vector<Place>& places);

}  // namespace rebond
