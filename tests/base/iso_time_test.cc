// Moments as people and programs write them.
#include "base/iso_time.h"

#include <gtest/gtest.h>

namespace rebond {
namespace {

TEST(IsoTime, WritesMillisecondsInUtc) {
  EXPECT_EQ(iso_time(0), "1970-01-01T00:00:00.000Z");
  EXPECT_EQ(iso_time(1'773'480'413'589.0), "2026-03-14T09:26:53.589Z");
}

TEST(IsoTime, KnowsLeapDays) {
  EXPECT_EQ(iso_day(1'709'208'000'000.0), "2024-02-29");
}

}  // namespace
}  // namespace rebond
