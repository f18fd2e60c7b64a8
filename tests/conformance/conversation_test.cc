// Runs the tables of all sections.
#include "tests/conformance/conversation.h"

#include <gmock/gmock.h>

namespace rebond::conformance {
namespace {

using testing::ElementsAreArray;

TEST_P(Conversation, WS1FollowsRfc6455) {
  Talk talk;
  talk.say(GetParam().first);
  for (const std::string& line : GetParam().lines) EXPECT_EQ(talk.next(), line);
  talk.say(GetParam().last);
  EXPECT_THAT(talk.rest(), ElementsAreArray(GetParam().ending));
  EXPECT_TRUE(talk.frames_were_right());
}

}  // namespace
}  // namespace rebond::conformance
