// RFC 6455, section 5.4: messages in fragments, and what may stand between them.
#include <gmock/gmock.h>

#include "base/limits.h"
#include "tests/conformance/conversation.h"
#include "tests/conformance/frames.h"

namespace rebond::conformance {
namespace {

using testing::ValuesIn;

const std::size_t kMessageMax = Limits().message_bytes;

std::string first_half(const std::string& message) {
  return message.substr(0, message.size() / 2);
}

std::string second_half(const std::string& message) {
  return message.substr(message.size() / 2);
}

/// In fragments of `piece` bytes each; the last may be shorter.
std::string chopped(const std::string& message, std::size_t piece) {
  std::string bytes;
  for (std::size_t at = 0; at < message.size(); at += piece) {
    bytes += fragment(at == 0 ? kBinary : kContinuation, message.substr(at, piece),
                      at + piece >= message.size());
  }
  return bytes;
}

std::string empty_fragments(int count) {
  std::string bytes;
  for (int i = 0; i < count; ++i) bytes += fragment(kContinuation, "", false);
  return bytes;
}

std::vector<Case> whole_messages() {
  const std::string message = question(3);
  const std::string first = fragment(kBinary, first_half(message), false);
  const std::string last = fragment(kContinuation, second_half(message), true);
  return {
      borne("TwoFragments_Autobahn5_3", first + last, {"answer 3"}),
      borne("PingBetween_Autobahn5_6", first + ping("between") + last,
            {"pong between", "answer 3"}),
      borne("PongBetween", first + pong("between") + last, {"answer 3"}),
      borne("PingsBetweenTwoMessages_Autobahn5_19",
            first + ping("1") + last + first + ping("2") + ping("3") + last,
            {"pong 1", "answer 3", "pong 2", "pong 3", "answer 3"}),
      borne("FirstFragmentEmpty",
            fragment(kBinary, "", false) + fragment(kContinuation, message, true), {"answer 3"}),
      borne("LastFragmentEmpty",
            fragment(kBinary, message, false) + fragment(kContinuation, "", true), {"answer 3"}),
      borne("AThousandEmptyFragmentsBetween", first + empty_fragments(1'000) + last, {"answer 3"}),
      borne("OneByteEach", chopped(question(4, 5'000), 1), {"answer 4"}),
      borne("OneByteEachUpToTheLimit", chopped(question(5, kMessageMax), 1), {"answer 5"}),
      borne("FragmentsOf997Bytes_Autobahn1_2_8", chopped(question(6, kMessageMax), 997),
            {"answer 6"}),
      borne("FragmentsAtTheBoundaryOfLengths", chopped(question(7, kMessageMax), 126),
            {"answer 7"}),
      // All fragments of an empty message are empty; it is no ClientFrame (Autobahn 6.1.2).
      failing("AllEmpty_Autobahn6_1_2", fragments({"", "", ""}), 4500),
      failing("OneByteEachAboveTheLimit", chopped(question(5, kMessageMax + 1), 1), 1009),
      failing("LastFragmentGoesAboveTheLimit",
              fragments({std::string(kMessageMax, 'x'), std::string(1, 'x')}), 1009),
  };
}

std::vector<Case> broken_order() {
  const std::string message = question(3);
  const std::string first = fragment(kBinary, first_half(message), false);
  const std::string last = fragment(kContinuation, second_half(message), true);
  return {
      failing("ContinuationOfNothing_Autobahn5_9",
              fragment(kContinuation, message, true) + binary(question(1))),
      failing("ContinuationOfNothingToBeContinued_Autobahn5_12",
              fragment(kContinuation, message, false) + binary(question(1))),
      failing_behind("ContinuationBehindAWholeMessage_Autobahn5_15", first + last, {"answer 3"},
                     fragment(kContinuation, message, false) + binary(question(1))),
      failing("MessageInsideAMessage_Autobahn5_18", first + binary(question(1))),
      failing("FirstFragmentInsideAMessage", first + first + last),
      failing("TextInsideAMessage", first + text("hello") + last),
  };
}

std::vector<Case> control_frames() {
  const std::string message = question(3);
  const std::string first = fragment(kBinary, first_half(message), false);
  return {
      failing("FragmentedPing_Autobahn5_1",
              fragment(kPing, "fragment", false) + fragment(kContinuation, "s", true)),
      failing("FragmentedPong_Autobahn5_2",
              fragment(kPong, "fragment", false) + fragment(kContinuation, "s", true)),
      failing("FragmentedClose", fragment(kClose, "\x03\xe8", false)),
      failing("FragmentedPingInsideAMessage", first + fragment(kPing, "", false)),
  };
}

INSTANTIATE_TEST_SUITE_P(Section5_4_Messages, Conversation, ValuesIn(whole_messages()), name_of);
INSTANTIATE_TEST_SUITE_P(Section5_4_Order, Conversation, ValuesIn(broken_order()), name_of);
INSTANTIATE_TEST_SUITE_P(Section5_5_Fragments, Conversation, ValuesIn(control_frames()), name_of);

}  // namespace
}  // namespace rebond::conformance
