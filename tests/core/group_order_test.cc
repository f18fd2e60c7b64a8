// The order of the ideas in a group, as people laid them out.
#include "core/group_order.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace rebond {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

TEST(GroupOrder, FollowsTheChainThatPeopleMade) {
  EXPECT_THAT(in_group_order({{1, 3}, {2, 0}, {3, 2}}), ElementsAre(2, 3, 1));
}

TEST(GroupOrder, KeepsTheGivenOrderOfIdeasThatClaimOnePlace) {
  EXPECT_THAT(in_group_order({{1, 0}, {2, 0}, {3, 1}, {4, 1}}), ElementsAre(1, 3, 4, 2));
}

TEST(GroupOrder, PutsFirstWhatFollowsAnIdeaOfAnotherGroup) {
  EXPECT_THAT(in_group_order({{1, 99}, {2, 1}}), ElementsAre(1, 2));
}

TEST(GroupOrder, LosesNoIdeaOfACircle) {
  EXPECT_THAT(in_group_order({{1, 2}, {2, 1}, {3, 3}}), UnorderedElementsAre(1, 2, 3));
}

TEST(GroupOrder, OfNothingIsNothing) {
  EXPECT_THAT(in_group_order({}), IsEmpty());
}

}  // namespace
}  // namespace rebond
