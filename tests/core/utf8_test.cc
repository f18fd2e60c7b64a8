// Counting and cutting UTF-8 by code points.
#include "core/utf8.h"

#include <gtest/gtest.h>
#include <string>

namespace rebond {
namespace {

TEST(Utf8, IsWellFormedOrNot) {
  for (const char* good : {"", "a", "é", "€", "🙂", "\u0800", "\uffff", "\U0010ffff"}) {
    EXPECT_TRUE(is_utf8(good)) << good;
  }
  EXPECT_TRUE(is_utf8(std::string("a\0b", 3)));
  // Cut short, out of place, overlong, a surrogate, beyond the last code point.
  for (const char* bad : {"\xc3", "\xe2\x82", "\x80", "\xc0\x80", "\xe0\x80\x80", "\xed\xa0\x80",
                          "\xf4\x90\x80\x80", "\xff"}) {
    EXPECT_FALSE(is_utf8(bad)) << bad;
  }
}

TEST(Utf8, CountsCodePoints) {
  EXPECT_EQ(code_points(""), 0U);
  EXPECT_EQ(code_points("né🙂"), 3U);
  EXPECT_EQ(code_points("e\u0301"), 2U);
}

TEST(Utf8, FindsWhereACodePointStarts) {
  const std::string text = "né🙂!";
  EXPECT_EQ(byte_offset(text, 0), 0U);
  EXPECT_EQ(byte_offset(text, 2), 3U);
  EXPECT_EQ(byte_offset(text, 3), 7U);
  EXPECT_EQ(byte_offset(text, 4), 8U);
  EXPECT_EQ(byte_offset(text, 99), 8U);
}

}  // namespace
}  // namespace rebond
