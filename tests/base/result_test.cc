// A value or the reason why there is none, and our own bugs.
#include "base/result.h"

#include <gtest/gtest.h>

#include "base/check.h"

namespace rebond {
namespace {

TEST(Error, IsSaidWithItsField) {
  EXPECT_EQ(describe(Error{ErrorKind::kInvalid, "tables[1].name", "give every table a name"}),
            "tables[1].name: give every table a name");
  EXPECT_EQ(describe(Error{ErrorKind::kIo, "", "the disk is full"}), "the disk is full");
}

TEST(ResultDeathTest, TakingTheValueOfAFailureStopsTheProcessWithTheReason) {
  const Result<int> failed = Error{ErrorKind::kIo, "", "the disk is full"};
  EXPECT_DEATH(failed.value(), "the disk is full");
}

TEST(CheckDeathTest, NamesTheConditionAndThePlace) {
  const bool sky_is_green = false;
  EXPECT_DEATH(CHECK(sky_is_green), "internal error at .*result_test.cc:[0-9]+: sky_is_green");
}

}  // namespace
}  // namespace rebond
