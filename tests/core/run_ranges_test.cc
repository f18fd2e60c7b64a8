// Sets of characters by run.
#include "core/run_ranges.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/random.h"
#include "tests/core/commands.h"

namespace rebond::test {
namespace {

using ::testing::ElementsAre;

v1::Ranges ranges(std::initializer_list<v1::Range> list) {
  return hide(list).hide();
}

/// The parts of [from, to) of run 1 as "0-2 named", "2-5".
std::vector<std::string> parts(const RunRanges& named, std::uint32_t from, std::uint32_t to) {
  std::vector<std::string> out;
  named.parts(1, from, to, [&](std::uint32_t begin, std::uint32_t end, bool inside) {
    out.push_back(std::to_string(begin) + "-" + std::to_string(end) + (inside ? " named" : ""));
  });
  return out;
}

TEST(RunRanges, CutAStretchIntoWhatIsNamedAndWhatIsNot) {
  const RunRanges named(ranges({range(1, 2, 4), range(1, 6, 7)}));
  EXPECT_THAT(parts(named, 0, 8), ElementsAre("0-2", "2-4 named", "4-6", "6-7 named", "7-8"));
  EXPECT_THAT(parts(named, 3, 7), ElementsAre("3-4 named", "4-6", "6-7 named"));
  EXPECT_THAT(parts(named, 2, 4), ElementsAre("2-4 named"));
  EXPECT_THAT(parts(named, 4, 6), ElementsAre("4-6"));
  EXPECT_THAT(parts(named, 8, 9), ElementsAre("8-9"));
}

TEST(RunRanges, OverlapsAndNeighboursAreOne) {
  const RunRanges overlapping(ranges({range(1, 5, 6), range(1, 0, 2), range(1, 1, 3)}));
  EXPECT_THAT(parts(overlapping, 0, 7), ElementsAre("0-3 named", "3-5", "5-6 named", "6-7"));
  const RunRanges touching(ranges({range(1, 5, 6), range(1, 0, 3), range(1, 3, 5)}));
  EXPECT_THAT(parts(touching, 0, 7), ElementsAre("0-6 named", "6-7"));
}

TEST(RunRanges, KnowRunsApart) {
  const RunRanges named(ranges({range(2, 0, 9)}));
  EXPECT_FALSE(named.any_in(1, 0, 9));
  EXPECT_TRUE(named.any_in(2, 8, 20));
  EXPECT_FALSE(named.any_in(2, 9, 20));
}

TEST(RunRanges, NameNothingWhenTheyAreEmptyOrTurnedRound) {
  const RunRanges named(ranges({range(1, 3, 3), range(1, 5, 2)}));
  EXPECT_FALSE(named.any_in(1, 0, 9));
}

TEST(RunRanges, AreTheUnionOfTheirRanges) {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    SeededRandom random(seed);
    std::vector<bool> expected(30, false);
    v1::Ranges some;
    for (std::uint64_t left = random.below(8); left > 0; --left) {
      const auto from = static_cast<std::uint32_t>(random.below(29));
      const auto to = from + 1 + static_cast<std::uint32_t>(random.below(29 - from));
      *some.add_ranges() = range(1, from, to);
      std::fill(expected.begin() + from, expected.begin() + to, true);
    }
    const RunRanges named(some);
    std::vector<bool> seen;
    named.parts(1, 0, 30, [&](std::uint32_t from, std::uint32_t to, bool inside) {
      EXPECT_EQ(from, seen.size()) << "seed " << seed;
      seen.resize(to, inside);
    });
    EXPECT_EQ(seen, expected) << "seed " << seed;
  }
}

}  // namespace
}  // namespace rebond::test
