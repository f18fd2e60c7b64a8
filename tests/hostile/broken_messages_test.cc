// Attacks with bytes: messages that are no ClientFrame, or only just one.
#include <gmock/gmock.h>

#include "tests/conformance/frames.h"
#include "tests/hostile/besieged.h"
#include "tests/hostile/intruder.h"

namespace rebond {
namespace {

using conformance::binary;

std::string tag(unsigned field, unsigned wire_type) {
  const unsigned value = field << 3U | wire_type;
  if (value < 0x80) return {static_cast<char>(value)};
  return {static_cast<char>((value & 0x7FU) | 0x80U), static_cast<char>(value >> 7U)};
}

constexpr unsigned kVarint = 0;
constexpr unsigned kFixed64 = 1;
constexpr unsigned kLength = 2;
constexpr unsigned kGroup = 3;
constexpr unsigned kGroupEnd = 4;
constexpr unsigned kFixed32 = 5;

std::string times(int count, const std::string& bytes) {
  std::string all;
  for (int i = 0; i < count; ++i) all += bytes;
  return all;
}

std::vector<std::pair<const char*, std::string>> broken_messages() {
  const std::string question = conformance::question(1);
  return {
      {"empty", ""},
      {"cut in a tag", "\x80"},
      {"cut behind a tag", tag(4, kLength)},
      {"cut in a length", tag(4, kLength) + "\x80"},
      {"cut in a submessage", question.substr(0, question.size() - 1)},
      {"length of 4 GiB", tag(2, kLength) + "\xff\xff\xff\xff\x0f"},
      {"negative length", tag(2, kLength) + times(9, "\xff") + "\x01"},
      {"varint without end", tag(4, kVarint) + times(11, "\xff")},
      {"field 0", std::string("\x00\x00", 2)},
      {"wire type 6", tag(4, 6)},
      {"wire type 7", tag(4, 7)},
      {"a varint where a message should be", tag(4, kVarint) + "\x01"},
      {"64 bits where a message should be", tag(1, kFixed64) + times(8, "x")},
      {"32 bits where a message should be", tag(3, kFixed32) + "xxxx"},
      {"end of a group that did not begin", tag(4, kGroupEnd)},
      {"group without end", tag(100, kGroup)},
      {"group with another end", tag(100, kGroup) + tag(101, kGroupEnd)},
      {"groups 10 000 deep", times(10'000, tag(100, kGroup)) + times(10'000, tag(100, kGroupEnd))},
      {"groups 30 000 deep without end", times(30'000, tag(100, kGroup))},
      {"only unknown fields", times(1'000, tag(100, kVarint) + "\x01")},
      {"noise", times(4'000, "\xde\xad\xbe\xef")},
  };
}

class BrokenMessages : public Besieged {};

TEST_F(BrokenMessages, HS7ClosesWhatIsNoClientFrame) {
  for (const auto& [what, bytes] : broken_messages()) {
    Intruder intruder(target());
    intruder.client().send(binary(bytes));
    EXPECT_EQ(intruder.close_code(), 4500U) << what;
  }
  expect_everybody_is_served();
}

TEST_F(BrokenMessages, HS1ClosesTheSameInPlaceOfAHello) {
  for (const auto& [what, bytes] : broken_messages()) {
    Intruder intruder(target(), Intruder::Stage::kUpgraded);
    intruder.client().send(binary(bytes));
    EXPECT_EQ(intruder.close_code(), 4500U) << what;
  }
  expect_everybody_is_served();
}

TEST_F(BrokenMessages, HS7ClosesEmptyCommandsByTheThousand) {
  Intruder intruder(target());
  const std::string empty = tag(1, kLength) + std::string(1, '\0');
  // A batch that is sent in pieces is one batch.
  const std::string batch = tag(2, kLength) + static_cast<char>(empty.size()) + empty;
  intruder.client().send(binary(times(16'000, batch)));
  EXPECT_EQ(intruder.close_code(), 4500U);
  expect_everybody_is_served();
}

TEST_F(BrokenMessages, CU8BearsUnknownFieldsByTheThousand) {
  Intruder intruder(target());
  const std::string unknown = tag(100, kVarint) + "\x01" + tag(101, kLength) + "\x03xyz" +
                              tag(102, kGroup) + tag(103, kFixed32) + "abcd" + tag(102, kGroupEnd);
  for (int i = 0; i < 20; ++i) {
    intruder.client().send(binary(conformance::question(1) + times(3'000, unknown)));
  }
  EXPECT_TRUE(intruder.is_served());
  expect_everybody_is_served();
}

TEST_F(BrokenMessages, TakesTheLastOfManyFramesInOne) {
  Intruder intruder(target());
  // A oneof that is set again and again: 64 KiB of pings, then the question.
  intruder.client().send(binary(times(5'000, conformance::question(1))));
  EXPECT_TRUE(intruder.is_served());
}

TEST_F(BrokenMessages, ClosesHugeAndCompressedFramesAtTheirHeader) {
  using conformance::encode;
  using conformance::LengthForm;
  for (int i = 0; i < 100; ++i) {
    Intruder huge(target());
    huge.client().send(encode({.form = LengthForm::k64Bits, .announced = 1ULL << 32U}));
    EXPECT_EQ(huge.close_code(), 1009U);
    // What would be a bomb if anybody inflated it.
    Intruder bomb(target());
    bomb.client().send(
        encode({.first = conformance::kFinal | conformance::kRsv1 | conformance::kBinary,
                .payload = std::string(10'000, '\0')}));
    EXPECT_EQ(bomb.close_code(), 1002U);
  }
  expect_everybody_is_served();
}

}  // namespace
}  // namespace rebond
