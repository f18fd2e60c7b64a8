// The server behind TLS, as a browser meets it.
#include <csignal>
#include <gmock/gmock.h>
#include <openssl/ssl.h>

#include "base/ids.h"
#include "rebond/v1/command.pb.h"
#include "rebond/v1/frame.pb.h"
#include "tests/net/running_server.h"
#include "tests/net/tls_client.h"
#include "tests/net/tls_files.h"

namespace rebond {
namespace {

using testing::Each;
using testing::Eq;
using testing::HasSubstr;
using testing::Not;
using testing::Optional;
using testing::StartsWith;

constexpr unsigned kBinary = 2;

class TlsTest : public testing::Test {
 protected:
  void start(const std::function<void(ServerSettings&)>& change = {}) {
    files_ = folder_.make("server", SystemClock().wall_ms());
    server_ = std::make_unique<RunningServer>([&](ServerSettings& settings) {
      settings.tls = files_;
      if (change) change(settings);
    });
  }

  std::uint16_t port() const { return server_->port(); }
  std::string https() const { return "https://127.0.0.1:" + std::to_string(port()); }

  const TlsFolder folder_;
  TlsSettings files_;
  std::unique_ptr<RunningServer> server_;
};

/// A device that has been welcomed.
class Device {
 public:
  Device(std::uint16_t port, const std::string& cafe, const std::string& link) : client_(port) {
    client_.upgrade("/cafes/" + cafe + "/live");
    v1::ClientFrame frame;
    frame.mutable_hello()->set_protocol_min(1);
    frame.mutable_hello()->set_protocol_max(1);
    frame.mutable_hello()->set_token(token_of(link));
    frame.mutable_hello()->set_device_key("0123456789abcdef");
    client_.send_frame(kBinary, frame.SerializeAsString());
  }

  /// The next message; an empty one when none comes.
  v1::ServerFrame next() {
    v1::ServerFrame message;
    const auto frame = client_.frame();
    EXPECT_TRUE(!frame || message.ParseFromString(frame->payload));
    return message;
  }

  v1::Welcome welcome() {
    const v1::ServerFrame message = next();
    return message.control_size() > 0 ? message.control(0).welcome() : v1::Welcome();
  }

  /// Sends command `number`.
  void add_card(const v1::Welcome& me, std::uint32_t number, const std::string& text) {
    v1::Command command;
    v1::AddCard& card = *command.mutable_add_card();
    card.set_card(make_id(me.device(), 2 * number));
    card.set_run(make_id(me.device(), 2 * number + 1));
    card.set_table(me.table());
    card.set_text(text);
    v1::ClientFrame frame;
    v1::NumberedCommand& numbered = *frame.mutable_commands()->add_commands();
    numbered.set_number(number);
    numbered.set_command(command.SerializeAsString());
    client_.send_frame(kBinary, frame.SerializeAsString());
  }

  /// Reads until it has the entry of `command`; the bytes of all texts of cards until then.
  std::size_t texts_until(std::uint32_t command) {
    std::size_t bytes = 0;
    for (;;) {
      const v1::ServerFrame message = next();
      if (message.ByteSizeLong() == 0) return 0;
      bytes += message.ByteSizeLong();
      for (const v1::Entry& entry : message.entries()) {
        if (entry.command() == command) return bytes;
      }
    }
  }

 private:
  TlsClient client_;
};

TEST_F(TlsTest, HT11ServesPagesOverTls) {
  start();
  TlsClient client(port());
  const auto answer = client.get("/cafes/ABC/screen");
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->body, "<p>écran</p>");
  EXPECT_EQ(client.version(), "TLSv1.3");
  EXPECT_EQ(client.fingerprint(), fingerprint_in(files_));
}

TEST_F(TlsTest, HT6AddsTheHeadersThatBrowsersKnowOverTlsOnly) {
  start();
  const auto answer = TlsClient(port()).get("/nothing");
  ASSERT_TRUE(answer);
  EXPECT_THAT(answer->headers.find("Cross-Origin-Opener-Policy"), Optional(Eq("same-origin")));
  EXPECT_FALSE(answer->headers.find("Strict-Transport-Security"));
}

TEST_F(TlsTest, HT11ServesManyRequestsAndEndsWithAGoodbye) {
  start();
  TlsClient client(port());
  EXPECT_EQ(client.get("/healthz")->status, 200U);
  EXPECT_EQ(client.get("/healthz", "Connection: close\r\n")->status, 200U);
  EXPECT_FALSE(client.answer());
}

TEST_F(TlsTest, HT11SpeaksTls12Too) {
  start();
  TlsClient client(port(), {TLS1_2_VERSION, "http/1.1"});
  EXPECT_EQ(client.get("/healthz")->status, 200U);
  EXPECT_EQ(client.version(), "TLSv1.2");
}

TEST_F(TlsTest, HT11RefusesTls11) {
  start();
  EXPECT_FALSE(TlsClient(port(), {TLS1_1_VERSION, ""}).is_secure());
  EXPECT_TRUE(TlsClient(port()).is_secure());
}

TEST_F(TlsTest, HT11SpeaksHttp11ByAlpn) {
  start();
  EXPECT_EQ(TlsClient(port()).protocol(), "http/1.1");
  EXPECT_TRUE(TlsClient(port(), {0, ""}).is_secure());
  EXPECT_FALSE(TlsClient(port(), {0, "h2"}).is_secure());
}

TEST_F(TlsTest, HT11PlaysAnEvening) {
  start();
  const auto founded =
      nlohmann::json::parse(TlsClient(port()).post("/cafes", two_tables())->body, nullptr, false);
  const std::string cafe = founded["cafe"];
  const std::string link = founded["links"]["captains"][0];
  EXPECT_THAT(link, StartsWith(https() + "/cafes/"));

  Device captain(port(), cafe, link);
  const v1::Welcome me = captain.welcome();
  EXPECT_THAT(me.addresses(), Each(Eq(https())));
  Device screen(port(), cafe, founded["links"]["screen"]);
  // Larger than one record of TLS, and than what the kernel takes at once.
  for (std::uint32_t number = 1; number <= 20; ++number) {
    captain.add_card(me, number, std::string(4'000, 'x'));
  }
  EXPECT_GT(captain.texts_until(20), 80'000U);
  EXPECT_GT(screen.texts_until(20), 80'000U);
}

TEST_F(TlsTest, HT2RefusesAPageThatCameInTheClear) {
  start();
  const std::string host = "127.0.0.1:" + std::to_string(port());
  EXPECT_EQ(TlsClient(port()).get("/healthz", "Origin: http://" + host + "\r\n")->status, 403U);
  EXPECT_EQ(TlsClient(port()).get("/healthz", "Origin: https://" + host + "\r\n")->status, 200U);
}

TEST_F(TlsTest, HT12SendsWhoForgotTheSchemeToHttps) {
  start();
  const auto answer = RawClient(port()).get("/join?code=ABCDEF");
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, 307U);
  EXPECT_THAT(answer->headers.find("Location"), Optional(Eq(https() + "/join?code=ABCDEF")));
}

TEST_F(TlsTest, HT12DoesNothingInTheClear) {
  start();
  const auto founded = RawClient(port()).post("/cafes", two_tables());
  ASSERT_TRUE(founded);
  EXPECT_EQ(founded->status, 400U);
  EXPECT_THAT(founded->body, HasSubstr("https"));
  EXPECT_EQ(RawClient(port()).upgrade("/cafes/ABC/live")->status, 307U);
  EXPECT_THAT(TlsClient(port()).get("/metrics")->body, HasSubstr("\nrebond_cafes 0\n"));
}

TEST_F(TlsTest, HT11ClosesAHandshakeThatDoesNotEnd) {
  start([](ServerSettings& settings) { settings.limits.http_header_timeout_ms = 50; });
  RawClient slow(port());
  slow.send("\x16\x03\x01");
  EXPECT_TRUE(slow.is_cut_off());
  RawClient silent(port());
  EXPECT_TRUE(silent.is_cut_off());
}

TEST_F(TlsTest, HT13CountsHandshakesOfTlsAsPending) {
  start([](ServerSettings& settings) { settings.limits.pending_handshakes = 1; });
  RawClient slow(port());
  slow.send("\x16\x03\x01");
  EXPECT_EQ(TlsClient(port()).get("/healthz")->status, 200U);
  EXPECT_TRUE(slow.is_cut_off());
}

TEST_F(TlsTest, HT11ShowsTheNewCertificateAfterSighup) {
  start();
  TlsClient before(port());
  std::filesystem::remove(files_.key);
  folder_.make("server", SystemClock().wall_ms());
  const std::string renewed = fingerprint_in(files_);
  ASSERT_EQ(raise(SIGHUP), 0);
  // The signal arrives when the event loop comes to it.
  std::string shown;
  for (int attempt = 0; attempt < 1'000 && shown != renewed; ++attempt) {
    shown = TlsClient(port()).fingerprint();
  }
  EXPECT_EQ(shown, renewed);
  EXPECT_EQ(before.get("/healthz")->status, 200U);
  EXPECT_THAT(before.fingerprint(), Not(Eq(renewed)));
}

}  // namespace
}  // namespace rebond
