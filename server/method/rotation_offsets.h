// Closed rotation plans: by how many tables each seat colour is ahead of the captain.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/random.h"

namespace rebond {

/// The tables as a group: a table is a number in mixed radix, added digit by digit. One digit
/// counts around all tables; p p p is the addition of a field; 2 m is the cyclic halves.
class TableGroup {
 public:
  explicit TableGroup(std::vector<int> radices);

  int size() const { return size_; }
  bool cyclic() const { return radices_.size() == 1; }
  int add(int a, int b) const;
  int subtract(int a, int b) const;

 private:
  std::vector<int> radices_;
  int size_ = 1;
};

/// Whoever begins at table j on a seat of colour c sits at table j + offset[c][r] in round r.
///
/// For each two colours, and for each colour and the captain (who never moves), the differences
/// over the rounds are all different: so nobody meets twice and nobody comes back.
struct SeatOffsets {
  TableGroup group{{1}};
  /// offset[colour][round]; 0 in the first round.
  std::vector<std::vector<int>> offset;
};

/// Whether the offsets keep their promise.
bool all_differences_differ(const SeatOffsets& offsets);

/// Offsets for `colours` < `tables` and `rounds` <= `tables`: by multiplication where that is
/// possible, else by a randomised search of at most `nodes` entries. None when none was found.
std::optional<SeatOffsets> find_offsets(int tables, int colours, int rounds, std::uint64_t nodes,
                                        Random& random);

}  // namespace rebond
