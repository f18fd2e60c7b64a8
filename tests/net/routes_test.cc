// Every route, without a socket.
#include <gmock/gmock.h>

#include "base/bytes.h"
#include "tests/net/test_site.h"

namespace rebond {
namespace {

using testing::ElementsAre;
using testing::Eq;
using testing::HasSubstr;
using testing::Optional;
using testing::SizeIs;
using testing::StartsWith;

constexpr char kPlan[] =
    R"({"tables":[{"name":"Chauffage","ideas":[]},{"name":"Eau","ideas":[]}]})";

std::string token_in(const nlohmann::ordered_json& link) {
  const std::string text = link;
  return text.substr(text.find('#') + 1);
}

TEST(FoundCafe, HT1AnswersTheLinksToAProgramOnThisMachine) {
  TestSite site;
  const HttpResponse response = site.ask(local_request("POST", "/cafes", kPlan));
  ASSERT_EQ(response.status, 201U);

  const auto json = json_of(response);
  const std::string id = json["cafe"];
  EXPECT_THAT(json["links"]["facilitator"].get<std::string>(),
              StartsWith("http://127.0.0.1:8080/cafes/" + id + "/facilitator#"));
  EXPECT_THAT(json["links"]["captains"], SizeIs(2));
  EXPECT_THAT(from_hex(token_in(json["links"]["expert"])), SizeIs(16));
  EXPECT_TRUE(json["epoch"].is_string());
}

TEST(FoundCafe, HT1AnswersExactlyTheFieldsOfTheContract) {
  TestSite site;
  const auto json = json_of(site.ask(local_request("POST", "/cafes", kPlan)));
  std::vector<std::string> names;
  for (const auto& [name, value] : json.items()) names.push_back(name);
  EXPECT_THAT(names, ElementsAre("cafe", "epoch", "links"));
  names.clear();
  for (const auto& [name, value] : json["links"].items()) names.push_back(name);
  EXPECT_THAT(names,
              ElementsAre("facilitator", "screen", "captains", "participant", "remote", "expert"));
}

TEST(FoundCafe, HT1AnswersNothingBeforeItIsDurable) {
  TestSite site;
  bool answered = false;
  route(site.site, local_request("POST", "/cafes", kPlan),
        [&](const HttpResponse&) { answered = true; });
  EXPECT_FALSE(answered);

  site.journal.commit();
  EXPECT_TRUE(answered);
}

TEST(FoundCafe, HT1RefusesAnotherMachineWithoutTheAdminToken) {
  TestSite site;
  const HttpResponse response = site.ask(hall_request("POST", "/cafes", kPlan));
  EXPECT_EQ(response.status, 401U);
  EXPECT_THAT(response.headers.find("WWW-Authenticate"), Optional(Eq("Bearer")));
}

TEST(FoundCafe, HT1TakesTheAdminTokenFromAnotherMachine) {
  TestSite site;
  HttpRequest request = hall_request("POST", "/cafes", kPlan);
  request.headers.add("Authorization", "Bearer " + std::string(TestSite::kAdminToken));
  EXPECT_EQ(site.ask(request).status, 201U);
}

TEST(FoundCafe, HT1RefusesAWrongAdminToken) {
  TestSite site;
  for (const char* value : {"Bearer 0011", "Bearer ", "Basic 00112233445566778899aabbccddeeff"}) {
    HttpRequest request = hall_request("POST", "/cafes", kPlan);
    request.headers.add("Authorization", value);
    EXPECT_EQ(site.ask(request).status, 401U) << value;
  }
}

TEST(FoundCafe, HT1RefusesAPageThatReachesLoopbackUnderANameOfItsOwn) {
  TestSite site;
  HttpRequest request = local_request("POST", "/cafes", kPlan);
  request.headers = {{"Host", "evil.example:8080"}, {"Origin", "http://evil.example:8080"}};
  EXPECT_EQ(site.ask(request).status, 401U);
}

TEST(FoundCafe, HT1TakesAnOwnPageOnLoopback) {
  TestSite site;
  HttpRequest request = local_request("POST", "/cafes", kPlan);
  request.headers.add("Origin", "http://localhost:8080");
  EXPECT_EQ(site.ask(request).status, 201U);
}

TEST(FoundCafe, HT3NamesTheFieldOfAPlanThatCannotBeUsed) {
  TestSite site;
  const HttpResponse response =
      site.ask(local_request("POST", "/cafes", R"({"tables":[{"ideas":[]}]})"));
  EXPECT_EQ(response.status, 400U);
  EXPECT_EQ(json_of(response)["error"]["field"], "tables[0].name");
  EXPECT_NE(json_of(response)["error"]["message"], "");
}

TEST(FoundCafe, IsRefusedWhileTheDiskIsNearlyFull) {
  TestSite site;
  site.site.read_only = true;
  EXPECT_EQ(site.ask(local_request("POST", "/cafes", kPlan)).status, 503U);
}

class JoinTest : public testing::Test {
 protected:
  JoinTest() {
    const auto json = json_of(site_.ask(local_request("POST", "/cafes", kPlan)));
    cafe_ = json["cafe"];
    code_ = site_.rooms.find(cafe_)->join_code();
  }

  HttpResponse join(const std::string& code) {
    const nlohmann::json body = {{"code", code}};
    return site_.ask(hall_request("POST", "/join", body.dump()));
  }

  TestSite site_;
  CafeId cafe_;
  std::string code_;
};

TEST_F(JoinTest, HT8AnswersALinkForACode) {
  const HttpResponse response = join(code_);
  ASSERT_EQ(response.status, 200U);
  const std::string link = json_of(response)["link"];
  EXPECT_THAT(link, StartsWith("http://127.0.0.1:8080/cafes/" + cafe_ + "/participant#"));
  const auto access = site_.rooms.find(cafe_)->access(from_hex(token_in(link)));
  ASSERT_TRUE(access);
  EXPECT_EQ(access->role, v1::ROLE_PARTICIPANT);
}

TEST_F(JoinTest, HT8TakesACodeHoweverItIsTyped) {
  std::string typed = " " + code_.substr(0, 3) + "-" + code_.substr(3);
  for (char& c : typed) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  EXPECT_EQ(join(typed).status, 200U);
}

TEST_F(JoinTest, HT8KnowsNoOtherCode) {
  EXPECT_EQ(join("AAAAAA").status, 404U);
}

TEST_F(JoinTest, HT8RefusesTheTwentyFirstGuess) {
  for (int guess = 0; guess < 20; ++guess) EXPECT_EQ(join("AAAAAA").status, 404U);
  EXPECT_EQ(join(code_).status, 429U);

  site_.clock.advance(60'000);
  EXPECT_EQ(join(code_).status, 200U);
}

TEST_F(JoinTest, HT8AsksForACode) {
  for (const char* body : {"", "[]", "{}", R"({"code":7})", R"({"code":"--"})", "\xff"}) {
    EXPECT_EQ(site_.ask(hall_request("POST", "/join", body)).status, 400U) << body;
  }
}

class ExportTest : public testing::Test {
 protected:
  ExportTest() : founded_(json_of(site_.ask(local_request("POST", "/cafes", kPlan)))) {}

  HttpResponse get(const std::string& token, const std::string& format = "json") {
    HttpRequest request =
        hall_request("GET", "/cafes/" + founded_["cafe"].get<std::string>() + "/export/" + format);
    if (!token.empty()) request.headers.add("Authorization", "Bearer " + token);
    return site_.ask(request);
  }

  TestSite site_;
  const nlohmann::ordered_json founded_;
};

TEST_F(ExportTest, HT5GivesTheDocumentAsAFile) {
  const HttpResponse response = get(token_in(founded_["links"]["screen"]));
  const std::string cafe = founded_["cafe"];
  ASSERT_EQ(response.status, 200U);
  EXPECT_EQ(body_of(response), cafe + " 1");
  EXPECT_THAT(response.headers.find("Content-Disposition"),
              Optional(Eq("attachment; filename=\"cafe-" + cafe + ".json\"")));
  EXPECT_THAT(response.headers.find("Cache-Control"), Optional(Eq("no-store")));
}

TEST_F(ExportTest, HT5WantsAToken) {
  EXPECT_EQ(get("").status, 401U);
}

TEST_F(ExportTest, HT5RefusesAWrongToken) {
  EXPECT_EQ(get("00112233445566778899aabbccddeeff").status, 401U);
  EXPECT_EQ(get("not hexadecimal").status, 401U);
}

TEST_F(ExportTest, NamesTheFormatsThereAre) {
  const HttpResponse response = get(token_in(founded_["links"]["screen"]), "docx");
  EXPECT_EQ(response.status, 404U);
  EXPECT_THAT(body_of(response), HasSubstr("json"));
}

TEST(Health, SaysOkOrReadOnly) {
  TestSite site;
  EXPECT_EQ(body_of(site.ask(hall_request("GET", "/healthz"))), "ok\n");

  site.site.read_only = true;
  const HttpResponse response = site.ask(hall_request("GET", "/healthz"));
  EXPECT_EQ(response.status, 503U);
  EXPECT_EQ(body_of(response), "read-only\n");
}

TEST(Metrics, HT7AreToldOnLoopbackOnly) {
  TestSite site;
  EXPECT_EQ(site.ask(hall_request("GET", "/metrics")).status, 403U);
  EXPECT_EQ(site.ask(local_request("GET", "/metrics")).status, 200U);
}

TEST(Metrics, SumUpTheCafes) {
  TestSite site;
  site.ask(local_request("POST", "/cafes", kPlan));
  site.ask(local_request("POST", "/cafes", kPlan));
  const std::string text = body_of(site.ask(local_request("GET", "/metrics")));
  EXPECT_THAT(text, HasSubstr("\nrebond_cafes 2\n"));
  EXPECT_THAT(text, HasSubstr("\nrebond_entries 2\n"));
  EXPECT_THAT(text, HasSubstr("# TYPE rebond_commands_total counter\n"));
}

TEST(Pages, HT6AreFoundByRole) {
  TestSite site;
  EXPECT_EQ(body_of(site.ask(hall_request("GET", "/cafes/ABC/screen"))), "<p>écran</p>");
  for (const char* path : {"/", "/join", "/join?code=ABC"}) {
    EXPECT_EQ(body_of(site.ask(hall_request("GET", path))), "<p>entrée</p>") << path;
  }
  for (const char* path : {"/cafes/ABC/participant", "/cafes/ABC/remote", "/cafes/ABC/expert"}) {
    EXPECT_EQ(body_of(site.ask(hall_request("GET", path))), "<p>participant</p>") << path;
  }
}

TEST(Pages, HT6ComeWithTheirFiles) {
  TestSite site;
  const HttpResponse response = site.ask(hall_request("HEAD", "/assets/screen-D3b0a1.js"));
  EXPECT_EQ(response.status, 200U);
  EXPECT_THAT(response.headers.find("Cache-Control"), Optional(HasSubstr("immutable")));
}

}  // namespace
}  // namespace rebond
