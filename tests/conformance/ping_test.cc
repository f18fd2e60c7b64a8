// RFC 6455, sections 5.5, 5.5.2 and 5.5.3: pings are answered with what they carry, in order.
#include <gmock/gmock.h>

#include "tests/conformance/conversation.h"
#include "tests/conformance/frames.h"
#include "tests/conformance/live_server.h"

namespace rebond::conformance {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::Lt;
using testing::ValuesIn;

/// Fewer than the server takes of a connection at once.
constexpr int kManyPings = 300;

std::vector<Case> pings() {
  const std::string any_bytes("\x00\xff\xfe\xfd\xfc\xfb\x00\xff", 8);
  const std::string longest(125, '.');
  std::string many;
  Story pongs;
  for (int i = 0; i < kManyPings; ++i) {
    many += ping(std::to_string(i));
    pongs.push_back("pong " + std::to_string(i));
  }
  return {
      borne("Empty_Autobahn2_1", ping(), {"pong "}),
      borne("WithText_Autobahn2_2", ping("Hello, world!"), {"pong Hello, world!"}),
      borne("WithBytes_Autobahn2_3", ping(any_bytes), {"pong " + any_bytes}),
      borne("Longest_Autobahn2_4", ping(longest), {"pong " + longest}),
      failing("TooLong_Autobahn2_5", ping(std::string(126, '.'))),
      failing("MuchTooLong", ping(std::string(70'000, '.'))),
      borne("Many_Autobahn2_10", many, pongs),
      borne("BetweenMessages", binary(question(1)) + ping("2") + binary(question(3)),
            {"answer 1", "pong 2", "answer 3"}),
  };
}

std::vector<Case> pongs() {
  return {
      borne("EmptyNobodyAskedFor_Autobahn2_7", pong() + binary(question(1)), {"answer 1"}),
      borne("NobodyAskedFor_Autobahn2_8", pong("unasked") + binary(question(1)), {"answer 1"}),
      borne("NobodyAskedForBeforeAPing_Autobahn2_9", pong("unasked") + ping("asked"),
            {"pong asked"}),
      failing("TooLong", pong(std::string(126, '.'))),
  };
}

INSTANTIATE_TEST_SUITE_P(Section5_5_2, Conversation, ValuesIn(pings()), name_of);
INSTANTIATE_TEST_SUITE_P(Section5_5_3, Conversation, ValuesIn(pongs()), name_of);

TEST(Section5_5_2, LongestPingByteByByte_Autobahn2_6) {
  Talk talk;
  const std::string payload(125, '.');
  for (const char byte : ping(payload)) talk.say(std::string(1, byte));
  EXPECT_EQ(talk.next(), "pong " + payload);
}

TEST(Section5_5_2, AnswersWhileALargeMessageIsStuckHalfSent) {
  const auto stuck = Talk::stuck();
  Talk& talk = *stuck;
  let_the_server_catch_up();
  for (const char* payload : {"1", "2", "3"}) talk.say(ping(payload));
  let_the_server_catch_up();
  for (const char* payload : {"1", "2", "3"}) {
    EXPECT_EQ(talk.next(), std::string("pong ") + payload);
  }
  EXPECT_TRUE(talk.frames_were_right());
}

}  // namespace
}  // namespace rebond::conformance
