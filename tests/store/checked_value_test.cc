// Values that notice damage.
#include "store/checked_value.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>

namespace rebond {
namespace {

TEST(CheckedValue, HasTheChecksumThatTheStandardNames) {
  EXPECT_EQ(crc32c("123456789"), 0xE3069283U);
  EXPECT_EQ(crc32c(""), 0U);
}

TEST(CheckedValue, GivesBackWhatWasSealed) {
  for (const std::string& payload : {std::string(), std::string("a"), std::string(70'000, '\0')}) {
    const std::string value = seal("key", payload);
    EXPECT_EQ(unseal("key", value), payload);
  }
}

TEST(CheckedValue, ST6NoticesEveryFlippedBit) {
  const std::string value = seal("key", "word");
  for (std::size_t bit = 0; bit < value.size() * 8; ++bit) {
    std::string other = value;
    other[bit / 8] = static_cast<char>(other[bit / 8] ^ (1 << (bit % 8)));
    EXPECT_EQ(unseal("key", other), std::nullopt) << "bit " << bit;
  }
}

TEST(CheckedValue, ST6NoticesAValueThatIsTooShortOrTooLong) {
  const std::string value = seal("key", "word");
  for (std::size_t size = 0; size < value.size(); ++size) {
    EXPECT_EQ(unseal("key", value.substr(0, size)), std::nullopt) << size << " bytes";
  }
  EXPECT_EQ(unseal("key", value + "x"), std::nullopt);
}

TEST(CheckedValue, ST6NoticesAValueUnderAnotherKey) {
  EXPECT_EQ(unseal("yek", seal("key", "word")), std::nullopt);
}

}  // namespace
}  // namespace rebond
