// Tests of links and addresses.
#include "clients/cpp/link.h"

#include <gmock/gmock.h>

#include "base/bytes.h"

namespace rebond {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr char kToken[] = "00112233445566778899aabbccddeeff";

std::string link_with(const std::string& fragment) {
  return "http://127.0.0.1:8080/cafes/K7M4Q/captain#" + fragment;
}

TEST(CafeLink, SaysServerCafeRoleAndToken) {
  const Result<CafeLink> link = parse_link(link_with(kToken));

  ASSERT_TRUE(link);
  EXPECT_EQ(link->server, (ServerAddress{"127.0.0.1", 8080}));
  EXPECT_EQ(link->cafe, "K7M4Q");
  EXPECT_EQ(link->role, "captain");
  EXPECT_EQ(to_hex(link->token), kToken);
}

TEST(CafeLink, LeadsToTheSocketAndTheTraceOfItsCafe) {
  const Result<CafeLink> link = parse_link(link_with(kToken));

  ASSERT_TRUE(link);
  EXPECT_EQ(link->live_path(), "/cafes/K7M4Q/live");
  EXPECT_EQ(link->export_path("md"), "/cafes/K7M4Q/export/md");
}

TEST(CafeLink, DoesNotMindTheNewlineOfAFile) {
  EXPECT_TRUE(parse_link("  " + link_with(kToken) + "\r\n"));
}

TEST(CafeLink, KnowsIpv6) {
  const auto link = parse_link(std::string("http://[::1]:9/cafes/K7M4Q/screen#") + kToken);

  ASSERT_TRUE(link);
  EXPECT_EQ(link->server.host, "::1");
  EXPECT_EQ(link->server.authority(), "[::1]:9");
}

TEST(CafeLink, IsOnPort80WithoutANumber) {
  const auto link = parse_link(std::string("http://cafe.example/cafes/K7M4Q/screen#") + kToken);

  ASSERT_TRUE(link);
  EXPECT_EQ(link->server.port, 80);
}

class BadLink : public ::testing::TestWithParam<std::string> {};

TEST_P(BadLink, IsRefusedWithTheFormThatIsMeant) {
  const Result<CafeLink> link = parse_link(GetParam());

  ASSERT_FALSE(link);
  EXPECT_EQ(link.error().kind, ErrorKind::kInvalid);
  EXPECT_THAT(link.error().message, HasSubstr("http://HOST:PORT/cafes/ID/ROLE#TOKEN"));
}

INSTANTIATE_TEST_SUITE_P(
    Forms, BadLink,
    ::testing::Values("", "hello", "ftp://127.0.0.1/cafes/K7M4Q/captain#00",
                      "http://127.0.0.1:8080/", "http://127.0.0.1:8080/cafes/K7M4Q",
                      "http://127.0.0.1:8080/cafes//captain#00112233445566778899aabbccddeeff",
                      "http:///cafes/K7M4Q/captain#00112233445566778899aabbccddeeff",
                      "http://h:99999/cafes/K7M4Q/captain#00112233445566778899aabbccddeeff",
                      link_with(""), link_with("0011"),
                      link_with("zz112233445566778899aabbccddeeff")));

TEST(CafeLink, IsNotQuotedInAnErrorSinceItIsASecret) {
  const auto link = parse_link("http://127.0.0.1:8080/cafe/x#00112233445566778899aabbccddeeff");

  ASSERT_FALSE(link);
  EXPECT_THAT(describe(link.error()), Not(HasSubstr("0011")));
}

TEST(CafeLink, HidesNoLineBreakThatWouldEndAHeader) {
  const std::string token = "#00112233445566778899aabbccddeeff";

  EXPECT_FALSE(parse_link("http://h%0D%0AX:1/cafes/C/captain" + token));
  EXPECT_FALSE(parse_link("http://h:1/cafes/C%0D%0AX/captain" + token));
  EXPECT_FALSE(parse_link("http://h:1/cafes/C/captain%2Fx" + token));
}

TEST(ServerAddress, IsReadFromAUrl) {
  const auto address = parse_server_address("http://localhost:8080/");

  ASSERT_TRUE(address);
  EXPECT_EQ(address->authority(), "localhost:8080");
}

TEST(ServerAddress, RefusesWhatIsNoServer) {
  for (const char* url : {"", "localhost:8080", "https://h:1", "http://h:1/cafes", "http://h:0",
                          "http://h%0D%0AX:1", "http://h%2Fx"}) {
    EXPECT_FALSE(parse_server_address(url)) << url;
  }
}

}  // namespace
}  // namespace rebond
