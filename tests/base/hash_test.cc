// SHA-256, against the values that its standard prints.
#include "base/hash.h"

#include <gtest/gtest.h>

#include "base/bytes.h"

namespace rebond {
namespace {

TEST(Hash, IsSha256) {
  EXPECT_EQ(to_hex(hashed("")), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(to_hex(hashed("abc")),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Hash, TakesEveryByte) {
  EXPECT_NE(hashed(std::string("\0a", 2)), hashed(std::string("\0b", 2)));
}

TEST(Hash, IsTheSameAsAStringAndAsAnArray) {
  const auto array = sha256("café");
  EXPECT_EQ(hashed("café"), std::string(array.begin(), array.end()));
}

}  // namespace
}  // namespace rebond
