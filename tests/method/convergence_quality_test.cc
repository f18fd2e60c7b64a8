// How many of a reader's pairs are found, on the real café and on others.
#include <gmock/gmock.h>

#include "tests/method/quality.h"

namespace rebond {
namespace {

using testing::MarkedCafe;
using testing::Quality;

Quality measured(const MarkedCafe& cafe) {
  const Quality bare = testing::quality_of(cafe, testing::suggestions_for(cafe, false));
  const Quality full = testing::quality_of(cafe, testing::suggestions_for(cafe));
  testing::print(cafe, "without themes", bare);
  testing::print(cafe, "with themes", full);
  return full;
}

TEST(ConvergenceQuality, FindsMostStrongPairsOfTheRealCafeInTheFirstTen) {
  const Quality quality = measured(testing::real_cafe());

  EXPECT_GE(quality.strong_in_10, 4U);
  EXPECT_GE(quality.precision, 0.6);
  EXPECT_GE(quality.precision_of_10, 0.6);
  EXPECT_GE(quality.average_precision, 0.3);
}

TEST(ConvergenceQuality, ReachesTheRealCafesTargetsWithoutAThemeListToo) {
  const MarkedCafe cafe = testing::real_cafe();
  const Quality quality = testing::quality_of(cafe, testing::suggestions_for(cafe, false));

  EXPECT_GE(quality.strong_in_10, 4U);
  EXPECT_GE(quality.precision, 0.6);
}

class OtherCafes : public ::testing::TestWithParam<const char*> {};

TEST_P(OtherCafes, AreReadAsWell) {
  const std::string path = std::string("cafes/") + GetParam() + ".json";
  const Quality quality = measured(testing::read_marked_cafe(path));

  EXPECT_GE(quality.average_precision, 0.3);
  EXPECT_GE(quality.precision_of_10, 0.5);
}

INSTANTIATE_TEST_SUITE_P(ConvergenceQuality, OtherCafes,
                         ::testing::Values("proprete", "insertion", "vivre-ensemble",
                                           "culture-sante", "ecole", "neighbourhood-en"));

}  // namespace
}  // namespace rebond
