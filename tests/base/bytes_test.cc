// Hexadecimal digits, big-endian numbers, numbers in ids.
#include "base/bytes.h"

#include <gtest/gtest.h>

#include "base/ids.h"

namespace rebond {
namespace {

TEST(Bytes, AreWrittenAsLowerCaseHexadecimalDigits) {
  EXPECT_EQ(to_hex(std::string("\x00\x0f\xa5\xff", 4)), "000fa5ff");
  EXPECT_EQ(to_hex(""), "");
}

TEST(Bytes, AreReadFromDigitsOfEitherCase) {
  EXPECT_EQ(from_hex("000FA5ff"), std::string("\x00\x0f\xa5\xff", 4));
}

TEST(Bytes, AreEmptyWhenTheDigitsAreNone) {
  for (const char* wrong : {"", "0", "abc", "0g", "g0", " 0", "0x10", "é"}) {
    EXPECT_EQ(from_hex(wrong), "") << wrong;
  }
}

TEST(Bytes, NumbersHaveTheirLargestByteFirst) {
  std::string out;
  append_u32(out, 0x01020304);
  append_u64(out, 0xf1f2f3f4f5f6f7f8);
  EXPECT_EQ(to_hex(out), "01020304f1f2f3f4f5f6f7f8");
}

TEST(Bytes, NumbersAreReadAsTheyWereWritten) {
  for (const std::uint64_t value : {std::uint64_t{0}, std::uint64_t{1}, ~std::uint64_t{0},
                                    std::uint64_t{0x8000'0000'0000'0000}}) {
    std::string out;
    append_u64(out, value);
    append_u32(out, static_cast<std::uint32_t>(value));
    EXPECT_EQ(read_u64(out), value);
    EXPECT_EQ(read_u32(std::string_view(out).substr(8)), static_cast<std::uint32_t>(value));
  }
}

TEST(BytesDeathTest, ReadingMoreThanThereIsStopsTheProcess) {
  EXPECT_DEATH(read_u64("1234567"), "internal error");
}

TEST(Ids, HoldADeviceAndItsCounter) {
  const Id id = make_id(0xfedcba98, 0x76543210);
  EXPECT_EQ(id, 0xfedcba9876543210U);
  EXPECT_EQ(device_of(id), 0xfedcba98U);
  EXPECT_EQ(counter_of(id), 0x76543210U);
}

}  // namespace
}  // namespace rebond
