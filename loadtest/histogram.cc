// Counts latencies so that any percentile can be told, in little memory.
#include "loadtest/histogram.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace rebond::loadtest {
namespace {

// A value is kept as its highest kBits bits and how far they were shifted.
constexpr unsigned kBits = 8;
constexpr std::uint64_t kHalf = 1U << (kBits - 1);
constexpr std::size_t kBuckets = (64 - kBits) * kHalf + 2 * kHalf;

unsigned shift_of(std::uint64_t value) {
  const auto width = static_cast<unsigned>(std::bit_width(value));
  return width > kBits ? width - kBits : 0;
}

std::size_t bucket_of(std::uint64_t value) {
  const unsigned shift = shift_of(value);
  return shift * kHalf + (value >> shift);
}

/// The largest value of a bucket.
std::uint64_t top_of(std::size_t bucket) {
  if (bucket < 2 * kHalf) return bucket;
  const std::size_t shift = bucket / kHalf - 1;
  const std::uint64_t bits = bucket - shift * kHalf;
  return ((bits + 1) << shift) - 1;
}

}  // namespace

Histogram::Histogram() : buckets_(kBuckets) {}

void Histogram::add(std::uint64_t value) {
  ++buckets_[bucket_of(value)];
  ++count_;
  max_ = std::max(max_, value);
  sum_ += static_cast<double>(value);
}

void Histogram::add_all(const Histogram& other) {
  for (std::size_t i = 0; i < buckets_.size(); ++i) buckets_[i] += other.buckets_[i];
  count_ += other.count_;
  max_ = std::max(max_, other.max_);
  sum_ += other.sum_;
}

double Histogram::mean() const {
  return count_ == 0 ? 0 : sum_ / static_cast<double>(count_);
}

std::uint64_t Histogram::at(double share) const {
  const auto wanted = static_cast<std::uint64_t>(std::ceil(share * static_cast<double>(count_)));
  std::uint64_t seen = 0;
  for (std::size_t i = 0; i < buckets_.size(); ++i) {
    seen += buckets_[i];
    if (seen >= wanted && seen > 0) return std::min(top_of(i), max_);
  }
  return max_;
}

}  // namespace rebond::loadtest
