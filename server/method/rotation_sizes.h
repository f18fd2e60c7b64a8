// How many people a table may take, so that tables differ by one at most.
#pragma once

#include <vector>

namespace rebond {

/// Sizes that a table may have in a round.
struct SizeRange {
  int low = 0;
  int high = 0;
};

/// What a table brings along: people who stay there, and its seats.
struct TableRoom {
  int staying = 0;
  /// At least `staying`.
  int capacity = 0;
};

/// Fills the tables evenly with `people`, of whom some stay. Any sizes within the ranges that add
/// up to `people` are as even as capacities allow. There must be seats for all.
std::vector<SizeRange> balanced_sizes(int people, const std::vector<TableRoom>& tables);

}  // namespace rebond
