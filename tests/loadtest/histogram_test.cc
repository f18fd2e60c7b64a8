// Tests of the histogram.
#include "loadtest/histogram.h"

#include <gmock/gmock.h>
#include <limits>

namespace rebond::loadtest {
namespace {

TEST(Histogram, IsZeroWhenItIsEmpty) {
  const Histogram histogram;

  EXPECT_EQ(histogram.count(), 0U);
  EXPECT_EQ(histogram.at(0.99), 0U);
  EXPECT_EQ(histogram.mean(), 0);
}

TEST(Histogram, IsExactForSmallValues) {
  Histogram histogram;
  for (std::uint64_t value = 1; value <= 200; ++value) histogram.add(value);

  EXPECT_EQ(histogram.at(0.5), 100U);
  EXPECT_EQ(histogram.at(0.99), 198U);
  EXPECT_EQ(histogram.at(1), 200U);
}

TEST(Histogram, IsNeverTooLowAndAtMostOnePercentTooHigh) {
  for (std::uint64_t value = 1; value < (1ULL << 60U); value = value * 3 / 2 + 1) {
    Histogram histogram;
    histogram.add(value);
    histogram.add(std::numeric_limits<std::uint64_t>::max());

    EXPECT_GE(histogram.at(0.5), value);
    EXPECT_LE(static_cast<double>(histogram.at(0.5)), static_cast<double>(value) * 1.01);
  }
}

TEST(Histogram, TellsNoValueAboveTheLargest) {
  Histogram histogram;
  histogram.add(1'000'003);

  EXPECT_EQ(histogram.at(0.5), 1'000'003U);
  EXPECT_EQ(histogram.max(), 1'000'003U);
}

TEST(Histogram, HoldsTheLargestNumber) {
  Histogram histogram;
  histogram.add(std::numeric_limits<std::uint64_t>::max());

  EXPECT_EQ(histogram.at(1), std::numeric_limits<std::uint64_t>::max());
}

TEST(Histogram, SeesARareValueOnlyInHighPercentiles) {
  Histogram histogram;
  for (int i = 0; i < 999; ++i) histogram.add(10);
  histogram.add(5'000);

  EXPECT_EQ(histogram.at(0.999), 10U);
  EXPECT_EQ(histogram.at(1), 5'000U);
}

TEST(Histogram, AddsUpWhatSeveralHaveSeen) {
  Histogram first;
  Histogram second;
  first.add(10);
  second.add(30);
  first.add_all(second);

  EXPECT_EQ(first.count(), 2U);
  EXPECT_EQ(first.mean(), 20);
  EXPECT_EQ(first.max(), 30U);
}

}  // namespace
}  // namespace rebond::loadtest
