// Counts latencies so that any percentile can be told, in little memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace rebond::loadtest {

/// A log-linear histogram of whole numbers, microseconds by convention.
///
/// Exact below 256; above, 128 buckets for each power of two, so a percentile is at most 0.8 % too
/// high. add() is O(1) and allocates nothing.
class Histogram {
 public:
  Histogram();

  void add(std::uint64_t value);
  void add_all(const Histogram& other);

  std::uint64_t count() const { return count_; }
  std::uint64_t max() const { return max_; }
  /// 0 when it is empty.
  double mean() const;

  /// The value that a share (0 to 1) of what was added does not exceed; 0 when it is empty.
  std::uint64_t at(double share) const;

 private:
  std::vector<std::uint64_t> buckets_;
  std::uint64_t count_ = 0;
  std::uint64_t max_ = 0;
  double sum_ = 0;
};

}  // namespace rebond::loadtest
