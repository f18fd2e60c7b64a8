// Randomised search for seat offsets whose differences are all different.
#pragma once

#include <cstdint>
#include <vector>

#include "method/rotation_offsets.h"

namespace rebond {

/// Fills the offsets colour by colour and round by round, and goes back when stuck.
class DifferenceSearch {
 public:
  /// `group` and `random` must outlive the search.
  DifferenceSearch(const TableGroup& group, int colours, int rounds, Random& random);

  /// True when found; false after trying at most `nodes_max` entries.
  bool run(std::uint64_t nodes_max);

  std::uint64_t nodes() const { return nodes_; }
  SeatOffsets offsets() const;

 private:
  bool fill(std::size_t row, std::size_t round);
  /// Takes or gives back the differences of the entry; take() fails, changing nothing, when one
  /// of them is in use.
  bool take(std::size_t row, std::size_t round, int value);
  void give_back(std::size_t row, std::size_t round);
  std::size_t slot(std::size_t row, std::size_t other, int value, std::size_t round) const;
  std::vector<int> shuffled_values();

  const TableGroup& group_;
  Random& random_;
  std::size_t rows_;
  std::size_t rounds_;
  std::uint64_t nodes_max_ = 0;
  std::uint64_t nodes_ = 0;
  /// Row 0 is the captain's: all zero.
  std::vector<std::vector<int>> value_;
  /// used_[(row, other), difference].
  std::vector<char> used_;
};

}  // namespace rebond
