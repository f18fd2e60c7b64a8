// rebond-server from its command line to its exit code, on a real disk.
#include "tests/net/program.h"

#include <csignal>
#include <fstream>
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "base/bytes.h"
#include "base/clock.h"
#include "net/self_signed.h"
#include "rebond/v1/frame.pb.h"
#include "tests/net/raw_client.h"
#include "tests/net/tls_client.h"

namespace rebond {
namespace {

using testing::AllOf;
using testing::HasSubstr;

constexpr char kPlan[] = R"({"tables":[{"name":"Chauffage","ideas":[]}]})";

class ProgramTest : public testing::Test {
 protected:
  ProgramTest() {
    std::string name = testing::TempDir() + "rebond-program-XXXXXX";
    EXPECT_NE(mkdtemp(name.data()), nullptr);
    folder_ = name;
  }
  ~ProgramTest() override { std::filesystem::remove_all(folder_); }

  std::vector<std::string> arguments(const std::string& listen = "127.0.0.1:0") const {
    return {"--data", (folder_ / "data").string(), "--listen", listen, "--min-free", "0"};
  }

  /// Starts a server that must fail, and returns what it says.
  static std::string complaint(const std::vector<std::string>& arguments, int exit_code) {
    Program program(arguments);
    EXPECT_EQ(program.port(), 0);
    std::string said = program.complaint();
    EXPECT_EQ(program.exit_code(), exit_code) << said;
    return said;
  }

  std::filesystem::path folder_;
};

/// Founds a café; its live address and the token of its screen.
std::pair<std::string, std::string> found_cafe(std::uint16_t port) {
  const auto answer = RawClient(port).post("/cafes", kPlan);
  const auto json = nlohmann::json::parse(answer ? answer->body : "");
  const std::string link = json["links"]["screen"];
  return {"/cafes/" + json["cafe"].get<std::string>() + "/live",
          from_hex(link.substr(link.find('#') + 1))};
}

/// Connects and says Hello; whether the café answers.
bool is_welcomed(RawClient& client, const std::pair<std::string, std::string>& cafe) {
  v1::ClientFrame hello;
  hello.mutable_hello()->set_protocol_min(1);
  hello.mutable_hello()->set_protocol_max(1);
  hello.mutable_hello()->set_token(cafe.second);
  hello.mutable_hello()->set_device_key("0123456789abcdef");
  client.upgrade(cafe.first);
  client.send_frame(2, hello.SerializeAsString());
  const auto frame = client.frame();
  return frame && frame->opcode == 2;
}

TEST_F(ProgramTest, SaysGoodbyeAtSigtermAndExitsWithZero) {
  Program server(arguments());
  const std::uint16_t port = server.port();
  ASSERT_NE(port, 0);
  RawClient client(port);
  ASSERT_TRUE(is_welcomed(client, found_cafe(port)));

  server.send_signal(SIGTERM);
  EXPECT_EQ(client.close_code(), 4001U);
  EXPECT_EQ(server.exit_code(), 0);
}

TEST_F(ProgramTest, ST1FindsACafeAgainAfterKill) {
  std::pair<std::string, std::string> cafe;
  {
    Program server(arguments());
    cafe = found_cafe(server.port());
    server.send_signal(SIGKILL);
    EXPECT_EQ(server.exit_code(), -SIGKILL);
  }
  Program again(arguments());
  RawClient client(again.port());
  EXPECT_TRUE(is_welcomed(client, cafe));
}

TEST_F(ProgramTest, MakesAnAdminTokenForItsOwnerOnly) {
  Program server(arguments());
  ASSERT_NE(server.port(), 0);
  const auto status = std::filesystem::status(folder_ / "data" / "admin-token");
  EXPECT_EQ(status.permissions(),
            std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

TEST_F(ProgramTest, NamesThePortThatIsInUse) {
  Program first(arguments());
  const std::string listen = "127.0.0.1:" + std::to_string(first.port());
  const std::vector<std::string> second = {"--data", (folder_ / "other").string(), "--listen",
                                           listen};
  EXPECT_THAT(complaint(second, 1), AllOf(HasSubstr(listen), HasSubstr("in use")));
}

TEST_F(ProgramTest, ST4NamesTheFolderThatAnotherServerHasOpen) {
  Program first(arguments());
  ASSERT_NE(first.port(), 0);
  EXPECT_THAT(complaint(arguments(), 1),
              AllOf(HasSubstr((folder_ / "data").string()), HasSubstr("another server")));
}

TEST_F(ProgramTest, ST4NamesTheFolderThatCannotBeWritten) {
  std::ofstream(folder_ / "data") << "a file where the folder should be";
  EXPECT_THAT(complaint(arguments(), 1), HasSubstr((folder_ / "data").string()));
}

TEST_F(ProgramTest, NamesTheAddressThatIsNotOfThisMachine) {
  EXPECT_THAT(complaint(arguments("192.0.2.1:0"), 1), HasSubstr("192.0.2.1"));
}

TEST_F(ProgramTest, HT14SpeaksTlsWithACertificateOfItsOwnAndSaysHowToTrustIt) {
  std::vector<std::string> words = arguments();
  words.emplace_back("--tls-self-signed");
  std::string fingerprint;
  {
    Program server(words);
    TlsClient client(server.port());
    EXPECT_EQ(server.scheme(), "https");
    EXPECT_EQ(client.get("/healthz")->status, 200U);
    fingerprint = client.fingerprint();
    server.send_signal(SIGTERM);
    EXPECT_THAT(server.complaint(), HasSubstr(fingerprint));
  }
  Program again(words);
  EXPECT_EQ(TlsClient(again.port()).fingerprint(), fingerprint);
}

TEST_F(ProgramTest, HT11DoesNotStartWithTheKeyOfAnotherCertificate) {
  for (const char* name : {"a", "b"}) {
    const TlsSettings files{folder_ / (std::string(name) + ".cert"),
                            folder_ / (std::string(name) + ".key"), false};
    ASSERT_TRUE(keep_self_signed(files, {"localhost"}, SystemClock().wall_ms()));
  }
  std::vector<std::string> words = arguments();
  words.insert(words.end(), {"--tls-cert", (folder_ / "a.cert").string(), "--tls-key",
                             (folder_ / "b.key").string()});
  EXPECT_THAT(complaint(words, 1), AllOf(HasSubstr("--tls-key"), HasSubstr("b.key")));
}

TEST_F(ProgramTest, ExitsWithTwoAtAWrongCommandLine) {
  EXPECT_THAT(complaint({"--data"}, 2), HasSubstr("--data"));
  EXPECT_THAT(complaint(arguments("here"), 2), HasSubstr("--listen"));
}

}  // namespace
}  // namespace rebond
