// Hosts, ports and the server's own addresses.
#include <gmock/gmock.h>

#include "net/authority.h"
#include "net/own_addresses.h"

namespace rebond {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Authority, ReadsHostAndPort) {
  EXPECT_EQ(parse_authority("Cafe.example:8080", 80), (Authority{"cafe.example", 8080}));
  EXPECT_EQ(parse_authority("cafe.example", 80), (Authority{"cafe.example", 80}));
  EXPECT_EQ(parse_authority("[::1]:9", 80), (Authority{"::1", 9}));
}

TEST(Authority, KeepsPortZero) {
  EXPECT_EQ(parse_authority("127.0.0.1:0", 80), (Authority{"127.0.0.1", 0}));
}

TEST(Authority, RefusesWhatIsNoHostWithAPort) {
  for (const char* text : {"", ":80", "a:b", "a:70000", "a b", "user@a", "a/b", "a%20b", "a:1:2"}) {
    EXPECT_EQ(parse_authority(text, 80), std::nullopt) << text;
  }
}

TEST(Authority, IsWrittenWithBracketsAroundColons) {
  EXPECT_EQ(to_string(Authority{"::1", 80}), "[::1]:80");
  EXPECT_EQ(to_string(Authority{"10.0.0.1", 80}), "10.0.0.1:80");
}

TEST(OwnAddresses, TellPeopleTheAddressThatItListensOn) {
  const OwnAddresses own({"127.0.0.1", 8080}, {"192.168.1.20"});
  EXPECT_THAT(own.for_people(), ElementsAre("http://127.0.0.1:8080"));
}

TEST(OwnAddresses, TellPeopleEveryInterfaceBehindAWildcard) {
  const OwnAddresses own({"0.0.0.0", 8080}, {"192.168.1.20", "10.0.0.5", "fd00::20"});
  EXPECT_THAT(own.for_people(), ElementsAre("http://192.168.1.20:8080", "http://10.0.0.5:8080"));
}

TEST(OwnAddresses, TellPeopleIPv6AddressesWhenTheyAreListenedOn) {
  const OwnAddresses own({"::", 8080}, {"192.168.1.20", "fd00::20"});
  EXPECT_THAT(own.for_people(), ElementsAre("http://192.168.1.20:8080", "http://[fd00::20]:8080"));
}

TEST(OwnAddresses, HT11TellPeopleToUseHttpsWhenTheServerSpeaksTls) {
  const OwnAddresses own({"0.0.0.0", 8080}, {"192.168.1.20"}, /*is_tls=*/true);
  EXPECT_THAT(own.for_people(), ElementsAre("https://192.168.1.20:8080"));
}

TEST(OwnAddresses, ContainLoopbackWithTheServersPortOnly) {
  const OwnAddresses own({"0.0.0.0", 8080}, {});
  EXPECT_TRUE(own.contains({"localhost", 8080}));
  EXPECT_TRUE(own.contains({"::1", 8080}));
  EXPECT_FALSE(own.contains({"localhost", 8081}));
  EXPECT_THAT(own.for_people(), IsEmpty());
}

}  // namespace
}  // namespace rebond
