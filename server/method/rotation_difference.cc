// Randomised search for seat offsets whose differences are all different.
#include "method/rotation_difference.h"

#include <numeric>
#include <utility>

namespace rebond {

DifferenceSearch::DifferenceSearch(const TableGroup& group, int colours, int rounds, Random& random)
    : group_(group),
      random_(random),
      rows_(static_cast<std::size_t>(colours) + 1),
      rounds_(static_cast<std::size_t>(rounds)),
      value_(rows_, std::vector<int>(rounds_, 0)),
      used_(rows_ * rows_ * static_cast<std::size_t>(group.size()), 0) {}

bool DifferenceSearch::run(std::uint64_t nodes_max) {
  nodes_max_ = nodes_max;
  for (std::size_t row = 0; row < rows_; ++row) {
    for (std::size_t other = 0; other < row; ++other) used_[slot(row, other, 0, 0)] = 1;
  }
  return fill(1, 1);
}

SeatOffsets DifferenceSearch::offsets() const {
  return {group_, {value_.begin() + 1, value_.end()}};
}

bool DifferenceSearch::fill(std::size_t row, std::size_t round) {
  if (row == rows_) return true;
  if (round == rounds_) return fill(row + 1, 1);
  for (const int value : shuffled_values()) {
    if (nodes_ >= nodes_max_) return false;
    ++nodes_;
    if (!take(row, round, value)) continue;
    if (fill(row, round + 1)) return true;
    give_back(row, round);
  }
  return false;
}

bool DifferenceSearch::take(std::size_t row, std::size_t round, int value) {
  for (std::size_t other = 0; other < row; ++other) {
    if (used_[slot(row, other, value, round)] != 0) return false;
  }
  value_[row][round] = value;
  for (std::size_t other = 0; other < row; ++other) used_[slot(row, other, value, round)] = 1;
  return true;
}

void DifferenceSearch::give_back(std::size_t row, std::size_t round) {
  for (std::size_t other = 0; other < row; ++other) {
    used_[slot(row, other, value_[row][round], round)] = 0;
  }
}

std::size_t DifferenceSearch::slot(std::size_t row, std::size_t other, int value,
                                   std::size_t round) const {
  const auto difference = static_cast<std::size_t>(group_.subtract(value, value_[other][round]));
  return (row * rows_ + other) * static_cast<std::size_t>(group_.size()) + difference;
}

std::vector<int> DifferenceSearch::shuffled_values() {
  std::vector<int> values(static_cast<std::size_t>(group_.size()));
  std::iota(values.begin(), values.end(), 0);
  for (std::size_t i = values.size() - 1; i > 0; --i) {
    std::swap(values[i], values[random_.below(i + 1)]);
  }
  return values;
}

}  // namespace rebond
