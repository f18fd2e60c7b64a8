// RFC 6455, sections 5.1 and 5.3: what a client sends is masked, what a server sends is not.
#include <gmock/gmock.h>

#include "tests/conformance/conversation.h"
#include "tests/conformance/frames.h"
#include "tests/conformance/live_server.h"

namespace rebond::conformance {
namespace {

using testing::ElementsAre;
using testing::ValuesIn;

std::string unmasked(unsigned opcode, std::string_view payload) {
  return encode({.first = kFinal | opcode, .payload = std::string(payload), .masked = false});
}

std::vector<Case> unmasked_frames() {
  return {
      failing("UnmaskedMessage", unmasked(kBinary, question(1))),
      failing("UnmaskedEmptyMessage", unmasked(kBinary, "")),
      failing("UnmaskedText", unmasked(kText, "hello")),
      failing("UnmaskedPing", unmasked(kPing, "hello")),
      failing("UnmaskedPong", unmasked(kPong, "")),
      failing("UnmaskedClose", unmasked(kClose, "\x03\xe8")),
      failing("UnmaskedContinuation",
              fragment(kBinary, "", false) + unmasked(kContinuation, question(1))),
      failing_behind("WhatCameBeforeIsAnswered", binary(question(1)), {"answer 1"},
                     unmasked(kBinary, question(2))),
      failing("WhatComesBehindIsNotRead", unmasked(kPing, "") + binary(question(1)) + ping("late")),
  };
}

INSTANTIATE_TEST_SUITE_P(Section5_1, Conversation, ValuesIn(unmasked_frames()), name_of);

TEST(Section5_3, TakesAnyMaskZeroIncluded) {
  Talk talk;
  const std::string message = question(1);
  std::string masked_with_zeros = "\x82";
  masked_with_zeros += static_cast<char>(0x80U | message.size());
  talk.say(masked_with_zeros + std::string(4, '\0') + message + close(1000));
  EXPECT_THAT(talk.rest(), ElementsAre("answer 1", "close 1000", "end"));
}

}  // namespace
}  // namespace rebond::conformance
