// RFC 6455, sections 5.5.1 and 7: closing, by whom and with which code.
#include <gmock/gmock.h>

#include "tests/conformance/conversation.h"
#include "tests/conformance/frames.h"
#include "tests/conformance/live_server.h"

namespace rebond::conformance {
namespace {

using testing::ElementsAre;
using testing::ValuesIn;

std::string echo(unsigned code) {
  return "close " + std::to_string(code);
}

std::vector<Case> codes_that_are_echoed() {
  std::vector<Case> cases;
  const std::pair<unsigned, const char*> codes[] = {
      {1000, "_Autobahn7_7_1"},
      {1001, "_Autobahn7_7_2"},
      {1002, "_Autobahn7_7_3"},
      {1003, "_Autobahn7_7_4"},
      {1007, "_Autobahn7_7_5"},
      {1008, "_Autobahn7_7_6"},
      {1009, "_Autobahn7_7_7"},
      {1010, "_Autobahn7_7_8"},
      {1011, "_Autobahn7_7_9"},
      {3000, "_Autobahn7_7_10"},
      {3999, "_Autobahn7_7_11"},
      {4000, "_Autobahn7_7_12"},
      {4999, "_Autobahn7_7_13"},
      // Registered after the RFC.
      {1012, ""},
      {1013, ""},
      // The RFC says nothing about what is above.
      {5000, "_Autobahn7_13_1"},
      {65535, "_Autobahn7_13_2"},
  };
  for (const auto& [code, id] : codes) {
    cases.push_back(closing("Code" + std::to_string(code) + id, close(code), {echo(code), "end"}));
  }
  return cases;
}

std::vector<Case> codes_that_fail() {
  std::vector<Case> cases;
  const std::pair<unsigned, const char*> codes[] = {
      {0, "_Autobahn7_9_1"},
      {999, "_Autobahn7_9_2"},
      {1004, "_Autobahn7_9_3"},
      {1005, "_Autobahn7_9_4"},
      {1006, "_Autobahn7_9_5"},
      {1016, "_Autobahn7_9_6"},
      {1100, "_Autobahn7_9_7"},
      {2000, "_Autobahn7_9_8"},
      {2999, "_Autobahn7_9_9"},
      {1014, ""},
      {1015, ""},
  };
  for (const auto& [code, id] : codes) {
    cases.push_back(failing("Code" + std::to_string(code) + id, close(code)));
  }
  return cases;
}

std::vector<Case> payloads() {
  const std::string longest(123, '*');
  return {
      closing("WithoutCode_Autobahn7_3_1", close_without_code(), {"close 1000", "end"}),
      failing("OneByte_Autobahn7_3_2", encode({.first = kFinal | kClose, .payload = "a"})),
      closing("CodeAlone_Autobahn7_3_3", close(1000), {"close 1000", "end"}),
      closing("Reason_Autobahn7_3_4", close(1000, "Hello world!"), {"close 1000", "end"}),
      closing("LongestReason_Autobahn7_3_5", close(1000, longest), {"close 1000", "end"}),
      failing("ReasonTooLong_Autobahn7_3_6", close(1000, longest + "*")),
      closing("ReasonInUtf8", close(1000, "à bientôt"), {"close 1000", "end"}),
      failing("ReasonNotUtf8_Autobahn7_5_1", close(1000, "Hello\xff")),
      failing("ReasonCutInsideACharacter", close(1000, "\xc3")),
      failing("ReasonWithASurrogate", close(1000, "\xed\xa0\x80")),
  };
}

std::vector<Case> endings() {
  const std::string message = question(1);
  return {
      borne("BehindAMessage_Autobahn7_1_1", binary(message), {"answer 1"}),
      closing("Twice_Autobahn7_1_2", close(1000) + close(1000), {"close 1000", "end"}),
      closing("WithAnotherCodeTheSecondTime", close(1000) + close(4000), {"close 1000", "end"}),
      closing("PingBehindIt_Autobahn7_1_3", close(1000) + ping("late"), {"close 1000", "end"}),
      closing("MessageBehindIt_Autobahn7_1_4", close(1000) + binary(message),
              {"close 1000", "end"}),
      closing("InsideAMessage_Autobahn7_1_5",
              fragment(kBinary, message.substr(0, 3), false) + close(1000) +
                  fragment(kContinuation, message.substr(3), true),
              {"close 1000", "end"}),
      {"BehindALargeMessage_Autobahn7_1_6",
       binary(question(2, 65'536)),
       {"answer 2"},
       close(1000) + ping("late"),
       {"close 1000", "end"}},
      closing("RubbishBehindIt", close(1000) + std::string(10'000, '\xff'), {"close 1000", "end"}),
  };
}

INSTANTIATE_TEST_SUITE_P(Section7_4_EchoedCodes, Conversation, ValuesIn(codes_that_are_echoed()),
                         name_of);
INSTANTIATE_TEST_SUITE_P(Section7_4_CodesThatFail, Conversation, ValuesIn(codes_that_fail()),
                         name_of);
INSTANTIATE_TEST_SUITE_P(Section5_5_1, Conversation, ValuesIn(payloads()), name_of);
INSTANTIATE_TEST_SUITE_P(Section7_1, Conversation, ValuesIn(endings()), name_of);

TEST(Section7_1_3, WhatComesBehindTheServersCloseIsNotReadUntilItIsAnswered) {
  Talk talk;
  talk.say(text("hello"));
  EXPECT_EQ(talk.next(), "close 1003");
  talk.say(binary(question(1)) + ping("late") + text("again"));
  let_the_server_catch_up();
  talk.say(close(1003));
  EXPECT_THAT(talk.rest(), ElementsAre("end"));
}

}  // namespace
}  // namespace rebond::conformance
