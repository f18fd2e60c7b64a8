// RFC 6455, sections 5.6 and 8.1: text must be UTF-8. This server takes none: valid text closes
// with 1003, and with 1007 what is not valid, as soon as that is known.
#include <gmock/gmock.h>

#include "tests/conformance/conversation.h"
#include "tests/conformance/frames.h"

namespace rebond::conformance {
namespace {

using testing::ValuesIn;

Case valid(std::string name, std::string_view payload) {
  return failing(std::move(name), text(payload), 1003);
}

Case invalid(std::string name, std::string_view payload) {
  return failing(std::move(name), text(payload), 1007);
}

std::vector<Case> valid_texts() {
  return {
      valid("Empty_Autobahn6_1_1", ""),
      valid("Ascii_Autobahn1_1_2", std::string(125, '*')),
      valid("Of65535_Autobahn1_1_6", std::string(65'535, '*')),
      valid("Greek_Autobahn6_2_1", "Hello-\u00b5@\u00df\u00f6\u00e4\u00fc\u00e0\u00e1-UTF-8!!"),
      failing("InFragmentsInsideACharacter_Autobahn6_2_3",
              fragment(kText, "\xce", false) + fragment(kContinuation, "\xba", true), 1003),
      valid("Null_Autobahn6_6", std::string_view("\0", 1)),
      valid("FirstOfTwoBytes", "\xc2\x80"),
      valid("LastOfTwoBytes", "\xdf\xbf"),
      valid("FirstOfThreeBytes", "\xe0\xa0\x80"),
      valid("LastBeforeSurrogates", "\xed\x9f\xbf"),
      valid("FirstBehindSurrogates", "\xee\x80\x80"),
      valid("NonCharacter", "\xef\xbf\xbf"),
      valid("FirstOfFourBytes", "\xf0\x90\x80\x80"),
      valid("LastCodePoint", "\xf4\x8f\xbf\xbf"),
  };
}

std::vector<Case> invalid_texts() {
  return {
      invalid("Autobahn6_3_1",
              "\xce\xba\xe1\xbd\xb9\xcf\x83\xce\xbc\xce\xb5\xed\xa0\x80"
              "edited"),
      failing("ByteByByte_Autobahn6_3_2",
              fragment(kText, "\xed", false) + fragment(kContinuation, "\xa0", false) +
                  fragment(kContinuation, "\x80", true),
              1007),
      invalid("ContinuationByteAlone", "\x80"),
      invalid("CutInsideTwoBytes", "\xc3"),
      invalid("CutInsideThreeBytes", "\xe2\x82"),
      invalid("CutInsideFourBytes", "\xf0\x9f\x98"),
      invalid("OverlongSlash", "\xc0\xaf"),
      invalid("OverlongOfTwoBytes", "\xc1\xbf"),
      invalid("OverlongOfThreeBytes", "\xe0\x9f\xbf"),
      invalid("OverlongOfFourBytes", "\xf0\x8f\xbf\xbf"),
      invalid("OverlongNull", "\xc0\x80"),
      invalid("FirstSurrogate", "\xed\xa0\x80"),
      invalid("LastSurrogate", "\xed\xbf\xbf"),
      invalid("PairOfSurrogates", "\xed\xa0\x80\xed\xb0\x80"),
      invalid("AboveTheLastCodePoint", "\xf4\x90\x80\x80"),
      invalid("OfFiveBytes", "\xf8\x88\x80\x80\x80"),
      invalid("OfSixBytes", "\xfc\x84\x80\x80\x80\x80"),
      invalid("ByteFE", "\xfe"),
      invalid("ByteFF", "\xff"),
      failing("LastFragmentCutInsideACharacter",
              fragment(kText, "caf", false) + fragment(kContinuation, "\xc3", true), 1007),
  };
}

std::vector<Case> texts_that_do_not_end() {
  return {
      failing("InAnUnfinishedMessage_Autobahn6_4_1", fragment(kText, "caf\xff", false), 1007),
      // Half of the frame is there; the rest is never sent.
      failing("InAnUnfinishedFrame_Autobahn6_4_3",
              encode({.first = kFinal | kText, .payload = "caf\xff", .announced = 100}), 1007),
  };
}

INSTANTIATE_TEST_SUITE_P(Section5_6_Text, Conversation, ValuesIn(valid_texts()), name_of);
INSTANTIATE_TEST_SUITE_P(Section8_1_InvalidUtf8, Conversation, ValuesIn(invalid_texts()), name_of);
INSTANTIATE_TEST_SUITE_P(Section8_1_NotWaitedFor, Conversation, ValuesIn(texts_that_do_not_end()),
                         name_of);

}  // namespace
}  // namespace rebond::conformance
