// The machine's clocks, and the one that stands still.
#include "base/clock.h"

#include <gtest/gtest.h>

namespace rebond {
namespace {

TEST(ManualClock, MovesOnlyWhenTold) {
  ManualClock clock;
  const double wall = clock.wall_ms();
  EXPECT_EQ(clock.monotonic_ms(), 0);
  clock.advance(1'500);
  EXPECT_EQ(clock.monotonic_ms(), 1'500);
  EXPECT_EQ(clock.wall_ms(), wall + 1'500);
}

TEST(ManualClock, ItsDateMayJumpWhileTimeGoesOn) {
  ManualClock clock;
  clock.advance(10);
  clock.set_wall(5);
  EXPECT_EQ(clock.monotonic_ms(), 10);
  EXPECT_EQ(clock.wall_ms(), 5);
}

TEST(SystemClock, NeverGoesBackwardsAndKnowsTheCentury) {
  const SystemClock clock;
  const MonotonicMs before = clock.monotonic_ms();
  EXPECT_LE(before, clock.monotonic_ms());
  EXPECT_GT(clock.wall_ms(), 1'700'000'000'000.0);
}

}  // namespace
}  // namespace rebond
