// GET /cafes/{id}/file and POST /cafes/file, without a socket.
#include <gmock/gmock.h>

#include "tests/net/test_site.h"

namespace rebond {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr char kPlan[] = R"({"tables":[{"name":"Eau","ideas":[]}]})";

HttpRequest with_bearer(HttpRequest request, const std::string& token) {
  request.headers.add("Authorization", "Bearer " + token);
  return request;
}

/// A server with one café.
class FileRoutes : public ::testing::Test {
 protected:
  FileRoutes() : founded_(json_of(site_.ask(local_request("POST", "/cafes", kPlan)))) {}

  std::string cafe() const { return founded_["cafe"]; }

  std::string token(const std::string& role) const {
    const std::string link = founded_["links"][role];
    return link.substr(link.find('#') + 1);
  }

  HttpResponse save(const std::string& role = "facilitator") {
    return site_.ask(with_bearer(hall_request("GET", "/cafes/" + cafe() + "/file"), token(role)));
  }

  TestSite site_;
  nlohmann::ordered_json founded_;
};

TEST_F(FileRoutes, OP7GivesTheFileToTheFacilitator) {
  const HttpResponse response = save();

  EXPECT_EQ(response.status, 200U);
  EXPECT_THAT(body_of(response), HasSubstr("rebond cafe file"));
}

TEST_F(FileRoutes, OP7RefusesEveryOtherRole) {
  for (const char* role : {"screen", "participant", "remote", "expert"}) {
    EXPECT_EQ(save(role).status, 403U) << role;
  }
}

TEST_F(FileRoutes, OP7RefusesWhoHasNoLink) {
  EXPECT_EQ(site_.ask(hall_request("GET", "/cafes/" + cafe() + "/file")).status, 401U);
  EXPECT_EQ(
      site_
          .ask(with_bearer(hall_request("GET", "/cafes/" + cafe() + "/file"), std::string(32, '0')))
          .status,
      401U);
  EXPECT_EQ(
      site_.ask(with_bearer(hall_request("GET", "/cafes/NOSUCHCAFE/file"), token("facilitator")))
          .status,
      404U);
}

TEST_F(FileRoutes, OP8TakesAFileInOnAnotherServer) {
  TestSite elsewhere;
  const HttpResponse response =
      elsewhere.ask(local_request("POST", "/cafes/file", body_of(save())));

  ASSERT_EQ(response.status, 201U) << body_of(response);
  EXPECT_EQ(json_of(response)["cafe"], cafe());
  EXPECT_NE(json_of(response)["epoch"], founded_["epoch"]);
  EXPECT_NE(elsewhere.rooms.find(cafe()), nullptr);
}

TEST_F(FileRoutes, OP8RefusesACafeThatIsThere) {
  const HttpResponse response = site_.ask(local_request("POST", "/cafes/file", body_of(save())));

  EXPECT_EQ(response.status, 409U);
  EXPECT_THAT(body_of(response), HasSubstr("on this server already"));
}

TEST_F(FileRoutes, HT1OP8WantsTheAdminTokenFromElsewhere) {
  TestSite elsewhere;
  const std::string file = body_of(save());

  EXPECT_EQ(elsewhere.ask(hall_request("POST", "/cafes/file", file)).status, 401U);
  EXPECT_EQ(elsewhere
                .ask(with_bearer(hall_request("POST", "/cafes/file", file),
                                 std::string(TestSite::kAdminToken)))
                .status,
            201U);
}

TEST_F(FileRoutes, OP8TellsWhatIsWrongWithTheFile) {
  TestSite elsewhere;
  std::string file = body_of(save());
  file[file.size() / 2] = static_cast<char>(file[file.size() / 2] ^ 1);
  const HttpResponse response = elsewhere.ask(local_request("POST", "/cafes/file", file));

  EXPECT_EQ(response.status, 400U);
  EXPECT_THAT(body_of(response), HasSubstr("checksum"));
  EXPECT_THAT(elsewhere.rooms.all(), IsEmpty());
}

TEST_F(FileRoutes, OP8ReadsLargeBodiesOnlyFromWhoMayLoad) {
  EXPECT_EQ(body_bytes_max(site_.site, local_request("POST", "/cafes/file")),
            site_.limits.cafe_file_bytes);
  EXPECT_LT(body_bytes_max(site_.site, hall_request("POST", "/cafes/file")), 100'000U);
}

TEST_F(FileRoutes, OP8TakesNothingInWhileTheDiskIsFull) {
  TestSite elsewhere;
  elsewhere.site.read_only = true;

  EXPECT_EQ(elsewhere.ask(local_request("POST", "/cafes/file", body_of(save()))).status, 503U);
}

}  // namespace
}  // namespace rebond
