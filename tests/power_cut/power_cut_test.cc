// The real journal through a few power cuts; rebond-power-cut does hundreds.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/power_cut/story.h"
#include "tests/store/temporary_folder.h"

namespace rebond::power_cut {
namespace {

TEST(PowerCut, ST7KeepsWhatWasAcknowledgedAndOpensAgain) {
  Totals totals;
  for (std::uint64_t seed = 1'000'001; seed <= 1'000'005; ++seed) {
    const TemporaryFolder root;
    EXPECT_EQ(run_story(seed, Fault::kNone, root.path(), totals), "") << "seed " << seed;
  }
  EXPECT_GT(totals.acknowledged, 0U);
}

TEST(PowerCut, ST7FindsALogThatWasNotSynced) {
  Totals totals;
  std::size_t found = 0;
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    const TemporaryFolder root;
    found += run_story(seed, Fault::kSkipSync, root.path(), totals).empty() ? 0U : 1U;
  }
  EXPECT_GT(found, 0U);
}

}  // namespace
}  // namespace rebond::power_cut
