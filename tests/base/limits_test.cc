// Limits by name.
#include "base/limits.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace rebond {
namespace {

using ::testing::HasSubstr;

TEST(SetLimit, ChangesTheLimitThatItNames) {
  Limits limits;
  ASSERT_TRUE(set_limit(limits, "cards=12").has_value());
  EXPECT_EQ(limits.cards, 12U);
  EXPECT_EQ(limits.links, Limits().links);
}

TEST(SetLimit, ReachesEveryLimit) {
  // Each limit is one number, so one that was left out of the names would show here.
  EXPECT_EQ(limit_names().size() * sizeof(std::uint32_t), sizeof(Limits));
  Limits limits;
  for (const std::string& name : limit_names()) {
    EXPECT_TRUE(set_limit(limits, name + "=4294967295").has_value()) << name;
  }
  EXPECT_EQ(limits.message_bytes, 4'294'967'295U);
  EXPECT_EQ(limits.http_header_timeout_ms, 4'294'967'295U);
}

TEST(SetLimit, NamesTheLimitsWhenThereIsNoSuch) {
  Limits limits;
  const Result<void> set = set_limit(limits, "card=12");
  ASSERT_FALSE(set.has_value());
  EXPECT_EQ(set.error().field, "--limit");
  EXPECT_THAT(set.error().message, HasSubstr("no limit \"card\""));
  for (const std::string& name : limit_names()) {
    EXPECT_THAT(set.error().message, HasSubstr(" " + name));
  }
}

TEST(SetLimit, SaysHowToWriteANumber) {
  for (const char* wrong : {"cards", "cards=", "cards=0", "cards=-1", "cards=+1", "cards= 1",
                            "cards=1 ", "cards=ten", "cards=1e3", "cards=4294967296"}) {
    Limits limits;
    const Result<void> set = set_limit(limits, wrong);
    ASSERT_FALSE(set.has_value()) << wrong;
    EXPECT_THAT(set.error().message, HasSubstr("cards=NUMBER")) << wrong;
    EXPECT_EQ(limits.cards, Limits().cards) << wrong;
  }
}

}  // namespace
}  // namespace rebond
