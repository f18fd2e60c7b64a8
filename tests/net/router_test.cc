// What every request meets before its route, without a socket.
#include <gmock/gmock.h>

#include "tests/net/test_site.h"

namespace rebond {
namespace {

using testing::AllOf;
using testing::Eq;
using testing::HasSubstr;
using testing::Not;
using testing::Optional;

constexpr char kPlan[] = R"({"tables":[{"name":"Chauffage","ideas":[]}]})";

TEST(Router, SaysThatNothingIsThere) {
  TestSite site;
  for (const char* path : {"/cafes/ABC/king", "/assets/", "/x", "//", "/cafes//screen",
                           "/cafes/ABC/screen/", "*", ""}) {
    const HttpResponse response = site.ask(hall_request("GET", path));
    EXPECT_EQ(response.status, 404U) << path;
    EXPECT_NE(json_of(response)["error"]["message"], "") << path;
  }
}

TEST(Router, SaysWhichMethodsAnAddressKnows) {
  TestSite site;
  const HttpResponse response = site.ask(hall_request("PUT", "/join"));
  EXPECT_EQ(response.status, 405U);
  EXPECT_THAT(response.headers.find("Allow"), Optional(Eq("POST, GET, HEAD")));
}

TEST(Router, AsksForAWebSocketWhereThereIsOne) {
  TestSite site;
  EXPECT_EQ(site.ask(hall_request("GET", "/cafes/ABC/live")).status, 426U);
}

TEST(Router, HT2RefusesOtherPagesEverywhere) {
  TestSite site;
  for (const char* origin : {"null", "http://evil.example", "http://127.0.0.1:8081"}) {
    HttpRequest request = local_request("POST", "/cafes", kPlan);
    request.headers.add("Origin", origin);
    EXPECT_EQ(site.ask(request).status, 403U) << origin;
  }
}

TEST(Router, HT10RefusesATokenInAQuery) {
  TestSite site;
  const std::string token = "00112233445566778899aabbccddeeff";
  for (const std::string& query :
       {"token=" + token, "a=b&t=" + token, std::string("Token=short"), "access_token=" + token}) {
    const HttpResponse response = site.ask(hall_request("GET", "/cafes/ABC/screen?" + query));
    EXPECT_EQ(response.status, 400U) << query;
    EXPECT_THAT(body_of(response), AllOf(HasSubstr("Bearer"), Not(HasSubstr(token)))) << query;
  }
  EXPECT_EQ(site.ask(hall_request("GET", "/cafes/ABC/screen?lang=fr&v=20260314")).status, 200U);
}

TEST(Router, WantsOneUsableHost) {
  TestSite site;
  HttpRequest request = local_request("GET", "/healthz");
  request.headers = {};
  EXPECT_EQ(site.ask(request).status, 400U);
  request.headers = {{"Host", "a\"><b"}};
  EXPECT_EQ(site.ask(request).status, 400U);
  request.headers = {{"Host", "a"}, {"host", "b"}};
  EXPECT_EQ(site.ask(request).status, 400U);
}

}  // namespace
}  // namespace rebond
