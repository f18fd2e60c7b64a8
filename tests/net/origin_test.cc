// Which pages may speak to the server.
#include "net/origin.h"

#include <gtest/gtest.h>

namespace rebond {
namespace {

const OwnAddresses kOwn({"0.0.0.0", 8080}, {"192.168.1.20"});

bool allowed(std::optional<std::string_view> origin, std::string_view host = "192.168.1.20:8080") {
  return origin_allowed(origin, host, kOwn);
}

TEST(Origin, HT2AllowsWhoSendsNone) {
  EXPECT_TRUE(allowed(std::nullopt));
}

TEST(Origin, HT2RefusesNull) {
  EXPECT_FALSE(allowed("null"));
}

TEST(Origin, HT2RefusesAnEmptyOne) {
  EXPECT_FALSE(allowed(""));
}

TEST(Origin, HT2AllowsThePagesOfTheHostThatWasAsked) {
  EXPECT_TRUE(allowed("http://cafe.example:8080", "cafe.example:8080"));
}

TEST(Origin, HT2AllowsAnOwnAddressOtherThanTheHost) {
  EXPECT_TRUE(allowed("http://192.168.1.20:8080", "localhost:8080"));
  EXPECT_TRUE(allowed("http://localhost:8080"));
}

TEST(Origin, HT2RefusesAnotherHost) {
  EXPECT_FALSE(allowed("http://evil.example:8080"));
}

TEST(Origin, HT2RefusesTheHostAsThePrefixOfAnother) {
  EXPECT_FALSE(allowed("http://cafe.example.evil.example", "cafe.example"));
  EXPECT_FALSE(allowed("http://192.168.1.20:8080.evil.example"));
}

TEST(Origin, HT2RefusesTheHostAsTheSuffixOfAnother) {
  EXPECT_FALSE(allowed("http://evilcafe.example", "cafe.example"));
}

TEST(Origin, HT2RefusesTheHostAsAUserName) {
  EXPECT_FALSE(allowed("http://192.168.1.20:8080@evil.example"));
  EXPECT_FALSE(allowed("http://evil@192.168.1.20:8080"));
}

TEST(Origin, HT2RefusesAnotherPort) {
  EXPECT_FALSE(allowed("http://192.168.1.20:8081"));
}

TEST(Origin, HT2TakesAMissingPortForTheOneOfTheScheme) {
  EXPECT_TRUE(allowed("https://cafe.example", "cafe.example"));
  EXPECT_TRUE(allowed("https://cafe.example", "cafe.example:443"));
  EXPECT_TRUE(allowed("http://cafe.example:80", "cafe.example"));
  EXPECT_FALSE(allowed("https://cafe.example", "cafe.example:80"));
}

TEST(Origin, HT2ComparesHostsWithoutRegardToCase) {
  EXPECT_TRUE(allowed("http://Cafe.Example", "cafe.example"));
}

TEST(Origin, HT2KnowsAddressesInBrackets) {
  EXPECT_TRUE(allowed("http://[fd00::20]:8080", "[fd00::20]:8080"));
  EXPECT_FALSE(allowed("http://[fd00::21]:8080", "[fd00::20]:8080"));
}

TEST(Origin, HT2AllowsNoPageThatCameInTheClearToAServerOfTls) {
  const OwnAddresses own({"0.0.0.0", 8443}, {"192.168.1.20"}, /*is_tls=*/true);
  EXPECT_TRUE(origin_allowed("https://192.168.1.20:8443", "192.168.1.20:8443", own));
  EXPECT_TRUE(origin_allowed("https://cafe.example", "cafe.example:443", own));
  EXPECT_FALSE(origin_allowed("http://192.168.1.20:8443", "192.168.1.20:8443", own));
}

TEST(Origin, HT2RefusesOtherSchemes) {
  EXPECT_FALSE(allowed("file://192.168.1.20:8080"));
  EXPECT_FALSE(allowed("192.168.1.20:8080"));
}

}  // namespace
}  // namespace rebond
