// The command line and the admin token.
#include "net/options.h"

#include <fstream>
#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include "net/admin_token.h"

namespace rebond {
namespace {

using testing::HasSubstr;

std::variant<Options, NoStart> parse(std::vector<const char*> arguments) {
  arguments.insert(arguments.begin(), "rebond-server");
  return parse_options(static_cast<int>(arguments.size()), arguments.data());
}

/// What a wrong command line is told; empty when it is not wrong.
std::string complaint(std::vector<const char*> arguments) {
  const auto parsed = parse(std::move(arguments));
  const auto* no_start = std::get_if<NoStart>(&parsed);
  if (no_start == nullptr) return {};
  EXPECT_EQ(no_start->exit_code, 2);
  EXPECT_EQ(std::count(no_start->err.begin(), no_start->err.end(), '\n'), 1) << no_start->err;
  return no_start->err;
}

TEST(Options, NeedTheDataFolderOnly) {
  const Options options = std::get<Options>(parse({"--data", "/d"}));
  EXPECT_EQ(options.listen, (Authority{"127.0.0.1", 8080}));
  EXPECT_EQ(options.admin_token_file, "/d/admin-token");
  EXPECT_FALSE(options.web_root);
  EXPECT_FALSE(options.min_free_bytes);
  EXPECT_FALSE(options.tls);
}

TEST(Options, HT11TakeACertificateWithItsKey) {
  const Options options =
      std::get<Options>(parse({"--data", "/d", "--tls-cert", "/c", "--tls-key", "/k"}));
  EXPECT_EQ(options.tls->certificate, "/c");
  EXPECT_EQ(options.tls->key, "/k");
  EXPECT_FALSE(options.tls->self_signed);
}

TEST(Options, HT14KeepTheCertificateOfTheServerWithItsData) {
  const Options options = std::get<Options>(parse({"--data", "/d", "--tls-self-signed"}));
  EXPECT_EQ(options.tls->certificate, "/d/tls/cert.pem");
  EXPECT_EQ(options.tls->key, "/d/tls/key.pem");
  EXPECT_TRUE(options.tls->self_signed);
}

TEST(Options, HT11WantCertificateAndKeyTogether) {
  EXPECT_THAT(complaint({"--data", "/d", "--tls-cert", "/c"}), HasSubstr("--tls-key"));
  EXPECT_THAT(complaint({"--data", "/d", "--tls-key", "/k"}), HasSubstr("--tls-cert"));
  EXPECT_THAT(
      complaint({"--data", "/d", "--tls-cert", "/c", "--tls-key", "/k", "--tls-self-signed"}),
      HasSubstr("--tls-self-signed"));
}

TEST(Options, TakeWhatIsGiven) {
  const Options options =
      std::get<Options>(parse({"--data", "/d", "--listen", "[::]:0", "--limit", "cards=5",
                               "--limit", "links=6", "--min-free", "7", "--admin-token-file", "/t",
                               "--web-root", "/", "--log-level", "warn", "--threads", "1"}));
  EXPECT_EQ(options.listen, (Authority{"::", 0}));
  EXPECT_EQ(options.limits.cards, 5U);
  EXPECT_EQ(options.limits.links, 6U);
  EXPECT_EQ(options.min_free_bytes, std::optional<std::uint64_t>(7));
  EXPECT_EQ(options.admin_token_file, "/t");
  EXPECT_EQ(options.web_root, "/");
  EXPECT_EQ(options.log_level, "warn");
}

TEST(Options, ComplainInOneSentence) {
  EXPECT_THAT(complaint({}), HasSubstr("--data"));
  EXPECT_THAT(complaint({"--data", "/d", "--listen", "here"}), HasSubstr("--listen"));
  EXPECT_THAT(complaint({"--data", "/d", "--listen", "127.0.0.1:70000"}), HasSubstr("--listen"));
  EXPECT_THAT(complaint({"--data", "/d", "--limit", "cards"}), HasSubstr("cards=NUMBER"));
  EXPECT_THAT(complaint({"--data", "/d", "--limit", "hats=1"}), HasSubstr("hats"));
  EXPECT_THAT(complaint({"--data", "/d", "--threads", "2"}), HasSubstr("--threads"));
  EXPECT_THAT(complaint({"--data", "/d", "--web-root", "/nowhere"}), HasSubstr("/nowhere"));
  EXPECT_THAT(complaint({"--data", "/d", "--log-level", "loud"}), HasSubstr("--log-level"));
  EXPECT_THAT(complaint({"--data", "/d", "--hat"}), HasSubstr("--hat"));
}

TEST(Options, HelpIsNoMistake) {
  const auto parsed = parse({"--help"});
  EXPECT_EQ(std::get<NoStart>(parsed).exit_code, 0);
  EXPECT_THAT(std::get<NoStart>(parsed).out, HasSubstr("--admin-token-file"));
}

class AdminTokenTest : public testing::Test {
 protected:
  ~AdminTokenTest() override { std::filesystem::remove(file_); }

  const std::filesystem::path file_ = std::filesystem::path(testing::TempDir()) /
                                      ("rebond-admin-token-" + std::to_string(getpid()));
  SeededRandom random_{1};
};

TEST_F(AdminTokenTest, IsMadeForItsOwnerOnly) {
  const auto token = admin_token_of(file_, random_);
  ASSERT_TRUE(token);
  EXPECT_EQ(token->size(), 32U);
  struct stat status {};
  ASSERT_EQ(stat(file_.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777U, 0600U);
}

TEST_F(AdminTokenTest, StaysTheSame) {
  const auto made = admin_token_of(file_, random_);
  EXPECT_EQ(*admin_token_of(file_, random_), *made);
}

TEST_F(AdminTokenTest, MustNotBeEmpty) {
  std::ofstream(file_) << "\n";
  EXPECT_EQ(admin_token_of(file_, random_).error().kind, ErrorKind::kInvalid);
}

TEST_F(AdminTokenTest, IsComplainedAboutWhenItsFolderIsMissing) {
  const auto token = admin_token_of("/nowhere/token", random_);
  ASSERT_FALSE(token);
  EXPECT_THAT(describe(token.error()), HasSubstr("/nowhere/token"));
}

}  // namespace
}  // namespace rebond
