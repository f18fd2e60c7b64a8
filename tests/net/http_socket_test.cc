// HTTP as it crosses a socket.
#include <gmock/gmock.h>

#include "tests/net/raw_client.h"
#include "tests/net/running_server.h"

namespace rebond {
namespace {

using testing::AllOf;
using testing::Eq;
using testing::HasSubstr;
using testing::Not;
using testing::Optional;

TEST(HttpSocket, AnswersHealth) {
  RunningServer server;
  const auto answer = RawClient(server.port()).get("/healthz");
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, 200U);
  EXPECT_EQ(answer->body, "ok\n");
}

TEST(HttpSocket, HT7TellsMetricsOnLoopback) {
  RunningServer server;
  const auto answer = RawClient(server.port()).get("/metrics");
  ASSERT_TRUE(answer);
  EXPECT_THAT(answer->body, HasSubstr("\nrebond_http_connections 1\n"));
}

TEST(HttpSocket, HT6SendsPagesWithSecurityHeaders) {
  RunningServer server;
  const auto answer = RawClient(server.port()).get("/cafes/ABC/screen");
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->body, "<p>écran</p>");
  EXPECT_THAT(answer->headers.find("Content-Security-Policy"),
              Optional(HasSubstr("default-src 'self'; ")));
  EXPECT_THAT(answer->headers.find("Content-Security-Policy"),
              Optional(HasSubstr("frame-ancestors 'none'")));
  EXPECT_THAT(answer->headers.find("X-Content-Type-Options"), Optional(Eq("nosniff")));
  EXPECT_THAT(answer->headers.find("Referrer-Policy"), Optional(Eq("no-referrer")));
}

TEST(HttpSocket, HT6AddsSecurityHeadersToErrorsToo) {
  RunningServer server;
  for (const char* request :
       {"GET /nothing HTTP/1.1\r\nHost: localhost\r\n\r\n", "PUT /join HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET / HTTP/1.1\r\n\r\n", "no HTTP\r\n\r\n"}) {
    RawClient client(server.port());
    client.send(request);
    const auto answer = client.answer();
    ASSERT_TRUE(answer) << request;
    EXPECT_GE(answer->status, 400U) << request;
    EXPECT_THAT(answer->headers.find("Content-Security-Policy"),
                Optional(AllOf(HasSubstr("frame-ancestors 'none'"), Not(HasSubstr("unsafe")))))
        << request;
    EXPECT_THAT(answer->headers.find("X-Content-Type-Options"), Optional(Eq("nosniff"))) << request;
    EXPECT_THAT(answer->headers.find("Referrer-Policy"), Optional(Eq("no-referrer"))) << request;
  }
}

TEST(HttpSocket, HT6AnswersHeadWithoutABody) {
  RunningServer server;
  RawClient client(server.port());
  client.send("HEAD /cafes/ABC/screen HTTP/1.1\r\nHost: localhost\r\n\r\n");
  const auto head = client.answer(true);
  ASSERT_TRUE(head);
  EXPECT_THAT(head->headers.find("Content-Length"), Optional(Eq("13")));
  // Had a body come, it would stand before this answer.
  EXPECT_EQ(client.get("/healthz")->body, "ok\n");
}

TEST(HttpSocket, HT6SaysNotModifiedWithoutABody) {
  RunningServer server;
  RawClient client(server.port());
  EXPECT_EQ(client.get("/cafes/ABC/screen", "If-None-Match: \"abc\"\r\n")->status, 304U);
  EXPECT_EQ(client.get("/healthz")->body, "ok\n");
}

TEST(HttpSocket, ServesManyRequestsOnOneConnection) {
  RunningServer server;
  RawClient client(server.port());
  for (int request = 0; request < 10; ++request) ASSERT_EQ(client.get("/healthz")->status, 200U);
}

TEST(HttpSocket, ServesRequestsThatComeTogetherOneByOne) {
  RunningServer server;
  RawClient client(server.port());
  const std::string health = "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n";
  const std::string nothing = "GET /nothing HTTP/1.1\r\nHost: localhost\r\n\r\n";
  client.send(health + nothing + health);
  EXPECT_EQ(client.answer()->status, 200U);
  EXPECT_EQ(client.answer()->status, 404U);
  EXPECT_EQ(client.answer()->status, 200U);
}

TEST(HttpSocket, ClosesWhenTheClientWantsIt) {
  RunningServer server;
  RawClient client(server.port());
  EXPECT_EQ(client.get("/healthz", "Connection: close\r\n")->status, 200U);
  EXPECT_TRUE(client.is_cut_off());
}

TEST(HttpSocket, HT1FoundsACafe) {
  RunningServer server;
  const auto founded = server.found_cafe();
  EXPECT_EQ(founded["links"]["captains"].size(), 2U);
}

TEST(HttpSocket, HT3RefusesAPlanWithoutATable) {
  RunningServer server;
  const auto answer = RawClient(server.port()).post("/cafes", R"({"theme":"x"})");
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, 400U);
  EXPECT_THAT(answer->body, HasSubstr(R"("field":"tables")"));
}

TEST(HttpSocket, HT1AsksForTheBodyThatAClientHoldsBack) {
  RunningServer server;
  RawClient client(server.port());
  const std::string plan = two_tables();
  client.send("POST /cafes HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(server.port()) +
              "\r\nExpect: 100-continue\r\nContent-Length: " + std::to_string(plan.size()) +
              "\r\n\r\n");
  EXPECT_EQ(client.answer()->status, 100U);
  client.send(plan);
  EXPECT_EQ(client.answer()->status, 201U);
}

TEST(HttpSocket, HT2RefusesAnotherPage) {
  RunningServer server;
  const auto answer =
      RawClient(server.port()).post("/cafes", two_tables(), "Origin: http://evil.example\r\n");
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, 403U);
}

TEST(HttpSocket, HT4RefusesALongHeader) {
  RunningServer server;
  const auto answer =
      RawClient(server.port()).get("/healthz", "X: " + std::string(9'000, 'x') + "\r\n");
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, 431U);
}

TEST(HttpSocket, HT4RefusesALongTarget) {
  RunningServer server;
  const auto answer = RawClient(server.port()).get("/" + std::string(20'000, 'x'));
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, 431U);
}

TEST(HttpSocket, HT4ClosesAConnectionThatAsksNothingMore) {
  RunningServer server(
      [](ServerSettings& settings) { settings.limits.http_header_timeout_ms = 50; });
  RawClient client(server.port());
  EXPECT_EQ(client.get("/healthz")->status, 200U);
  EXPECT_TRUE(client.is_cut_off());
}

TEST(HttpSocket, HT4ClosesWhenAHeaderDoesNotEnd) {
  RunningServer server(
      [](ServerSettings& settings) { settings.limits.http_header_timeout_ms = 50; });
  RawClient client(server.port());
  client.send("GET /healthz HTTP/1.1\r\nHost: loc");
  EXPECT_TRUE(client.is_cut_off());
}

TEST(HttpSocket, HT9ClosesWhenABodyDoesNotEnd) {
  RunningServer server([](ServerSettings& settings) { settings.limits.http_body_timeout_ms = 50; });
  RawClient client(server.port());
  client.send("POST /cafes HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{");
  EXPECT_TRUE(client.is_cut_off());
}

TEST(HttpSocket, RefusesABodyThatIsTooLong) {
  RunningServer server([](ServerSettings& settings) { settings.limits.plan_bytes = 10'000; });
  const std::string body(10'001, ' ');
  EXPECT_EQ(RawClient(server.port()).post("/cafes", body)->status, 413U);
  EXPECT_EQ(RawClient(server.port()).post("/join", body)->status, 413U);
}

TEST(HttpSocket, RefusesAChunkedBodyThatIsTooLong) {
  RunningServer server;
  RawClient client(server.port());
  client.send("POST /join HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n");
  client.send("2000\r\n" + std::string(0x2000, ' ') + "\r\n0\r\n\r\n");
  const auto answer = client.answer();
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, 413U);
}

TEST(HttpSocket, RefusesWhatIsNoHttp) {
  RunningServer server;
  RawClient client(server.port());
  client.send("\x16\x03\x01 hello\r\n\r\n");
  const auto answer = client.answer();
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, 400U);
  EXPECT_TRUE(client.is_cut_off());
}

TEST(HttpSocket, TellsOneConnectionTooMany) {
  RunningServer server(
      [](ServerSettings& settings) { settings.limits.connections_per_address = 1; });
  RawClient first(server.port());
  ASSERT_EQ(first.get("/healthz")->status, 200U);
  EXPECT_EQ(RawClient(server.port()).get("/healthz")->status, 503U);
  EXPECT_EQ(first.get("/healthz")->status, 200U);
}

TEST(HttpSocket, RefusesAPortInUse) {
  RunningServer server;
  boost::asio::io_context io;
  PostingJournal journal([](const auto&) {});
  const FakeExporter exporter;
  ServerSettings settings;
  settings.listen = {"127.0.0.1", server.port()};
  settings.assets = std::make_unique<FakeAssets>();
  settings.free_space = [] { return std::nullopt; };
  const Result<void> started = Server(io, journal, exporter, std::move(settings)).start();
  ASSERT_FALSE(started);
  EXPECT_EQ(started.error().kind, ErrorKind::kBusy);
}

}  // namespace
}  // namespace rebond
