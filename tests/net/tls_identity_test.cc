// Which certificates the server takes, makes and keeps; without a socket.
#include "net/tls_identity.h"

#include <fstream>
#include <gmock/gmock.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>
#include <sys/stat.h>

#include "tests/net/tls_files.h"

namespace rebond {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsSupersetOf;

constexpr double kDayMs = 86'400'000;

unsigned mode_of(const std::filesystem::path& path) {
  struct stat status {};
  EXPECT_EQ(stat(path.c_str(), &status), 0) << path;
  return status.st_mode & 0777U;
}

class TlsIdentityTest : public testing::Test {
 protected:
  /// What a pair of files is told; empty when it is good.
  std::string complaint(const TlsSettings& files) {
    const auto opened = TlsIdentity::open(
        files, [] { return std::vector<std::string>(); }, clock_);
    return opened ? std::string() : describe(opened.error());
  }

  /// The fingerprint of a server that makes its own certificate for `names_`.
  std::string self_signed() {
    const auto opened = TlsIdentity::open(
        own_, [this] { return names_; }, clock_);
    EXPECT_TRUE(opened) << describe(opened.error());
    return opened ? sha256_fingerprint(opened->certificate()) : std::string();
  }

  void write(const std::string& name, const std::string& bytes) const {
    std::ofstream(folder_.path() / name) << bytes;
  }

  const TlsFolder folder_;
  ManualClock clock_;
  std::vector<std::string> names_{"localhost", "rebond.local", "127.0.0.1", "fd00::20"};
  const TlsSettings own_{folder_.path() / "tls" / "cert.pem", folder_.path() / "tls" / "key.pem",
                         true};
};

TEST_F(TlsIdentityTest, HT11TakesAPair) {
  EXPECT_EQ(complaint(folder_.make("a", clock_.wall_ms())), "");
}

TEST_F(TlsIdentityTest, HT11NamesAFileThatIsMissing) {
  TlsSettings files = folder_.make("a", clock_.wall_ms());
  files.key = "/nowhere/key";
  EXPECT_THAT(complaint(files), AllOf(HasSubstr("--tls-key"), HasSubstr("/nowhere/key")));
  files.certificate = "/nowhere/cert";
  EXPECT_THAT(complaint(files), AllOf(HasSubstr("--tls-cert"), HasSubstr("/nowhere/cert")));
}

TEST_F(TlsIdentityTest, HT11NamesAFileThatHoldsSomethingElse) {
  TlsSettings files = folder_.make("a", clock_.wall_ms());
  write("words", "no certificate and no key\n");
  files.key = folder_.path() / "words";
  EXPECT_THAT(complaint(files), AllOf(HasSubstr("--tls-key"), HasSubstr("no private key")));
  files.certificate = folder_.path() / "words";
  EXPECT_THAT(complaint(files), AllOf(HasSubstr("--tls-cert"), HasSubstr("no certificate")));
}

TEST_F(TlsIdentityTest, HT11RefusesTheKeyOfAnotherCertificate) {
  TlsSettings files = folder_.make("a", clock_.wall_ms());
  files.key = folder_.make("b", clock_.wall_ms()).key;
  EXPECT_THAT(complaint(files), AllOf(HasSubstr("--tls-key"), HasSubstr("is not the key")));
}

TEST_F(TlsIdentityTest, HT11AsksNobodyForThePasswordOfAKey) {
  TlsSettings files = folder_.make("a", clock_.wall_ms());
  const Result<KeyPair> pair = read_key_pair(files.certificate, files.key);
  files.key = folder_.path() / "locked";
  const BioPtr bio(BIO_new_file(files.key.c_str(), "w"));
  std::string password = "secret";
  ASSERT_EQ(PEM_write_bio_PKCS8PrivateKey(bio.get(), pair->key.get(), EVP_aes_256_cbc(),
                                          password.data(), 6, nullptr, nullptr),
            1);
  ASSERT_EQ(BIO_flush(bio.get()), 1);
  EXPECT_THAT(complaint(files), AllOf(HasSubstr("--tls-key"), HasSubstr("password")));
}

TEST_F(TlsIdentityTest, HT11RefusesACertificateThatExpired) {
  const TlsSettings files = folder_.make("a", clock_.wall_ms());
  clock_.advance(static_cast<MonotonicMs>(826 * kDayMs));
  EXPECT_THAT(complaint(files), AllOf(HasSubstr("expired at"), HasSubstr("renew it")));
}

TEST_F(TlsIdentityTest, HT11RefusesACertificateOfTomorrow) {
  const TlsSettings files = folder_.make("a", clock_.wall_ms() + 3 * kDayMs);
  EXPECT_THAT(complaint(files), HasSubstr("check the date"));
}

TEST_F(TlsIdentityTest, HT11TakesANewPairWhileItRuns) {
  const TlsSettings files = folder_.make("a", clock_.wall_ms());
  auto identity = TlsIdentity::open(files, {}, clock_);
  ASSERT_TRUE(identity);
  std::filesystem::remove(files.key);
  folder_.make("a", clock_.wall_ms());

  EXPECT_TRUE(identity->reload());
  EXPECT_EQ(sha256_fingerprint(identity->certificate()), fingerprint_in(files));
}

TEST_F(TlsIdentityTest, HT11KeepsTheOldPairWhenTheNewOneIsBad) {
  const TlsSettings files = folder_.make("a", clock_.wall_ms());
  auto identity = TlsIdentity::open(files, {}, clock_);
  ASSERT_TRUE(identity);
  const std::string before = fingerprint_in(files);
  write("a.cert", "half a file");

  EXPECT_FALSE(identity->reload());
  EXPECT_EQ(sha256_fingerprint(identity->certificate()), before);
}

TEST_F(TlsIdentityTest, HT14MakesItsOwnCertificateOnce) {
  const std::string made = self_signed();
  EXPECT_EQ(self_signed(), made);
}

TEST_F(TlsIdentityTest, HT14KeepsItsKeyToItself) {
  self_signed();
  EXPECT_EQ(mode_of(own_.key), 0600U);
  EXPECT_EQ(mode_of(own_.key.parent_path()), 0700U);
}

TEST_F(TlsIdentityTest, HT14MakesItForEveryNameOfTheMachine) {
  self_signed();
  const Result<KeyPair> pair = read_key_pair(own_.certificate, own_.key);
  EXPECT_THAT(names_of(*pair->certificate), IsSupersetOf(names_));
  EXPECT_THAT(names_of_this_machine({"192.168.1.20"}),
              IsSupersetOf({"localhost", "rebond.local", "127.0.0.1", "::1", "192.168.1.20"}));
}

TEST_F(TlsIdentityTest, HT14SignsNothingElseWithIt) {
  self_signed();
  const Result<KeyPair> pair = read_key_pair(own_.certificate, own_.key);
  EXPECT_EQ(X509_check_ca(pair->certificate.get()), 0);
}

TEST_F(TlsIdentityTest, HT14MakesAnotherWhenAnAddressIsNew) {
  const std::string made = self_signed();
  names_.push_back("192.168.1.20");
  const std::string again = self_signed();
  EXPECT_NE(again, made);
  names_.pop_back();
  EXPECT_EQ(self_signed(), again);
}

TEST_F(TlsIdentityTest, HT14MakesAnotherAMonthBeforeItExpires) {
  const std::string made = self_signed();
  clock_.advance(static_cast<MonotonicMs>(790 * kDayMs));
  EXPECT_EQ(self_signed(), made);
  clock_.advance(static_cast<MonotonicMs>(10 * kDayMs));
  EXPECT_NE(self_signed(), made);
}

TEST_F(TlsIdentityTest, HT14SaysWhereItCannotWrite) {
  write("tls", "a file where the folder should be");
  const auto opened = TlsIdentity::open(
      own_, [this] { return names_; }, clock_);
  ASSERT_FALSE(opened);
  EXPECT_THAT(describe(opened.error()),
              AllOf(HasSubstr("--tls-self-signed"), HasSubstr(own_.key.parent_path().string())));
}

TEST_F(TlsIdentityTest, HT14SaysHowToTrustIt) {
  const std::string made = self_signed();
  const Result<KeyPair> pair = read_key_pair(own_.certificate, own_.key);
  EXPECT_THAT(how_to_trust(own_, *pair->certificate, "https://192.168.1.20:8080"),
              AllOf(HasSubstr(made), HasSubstr("https://192.168.1.20:8080"),
                    HasSubstr(own_.certificate.string())));
}

}  // namespace
}  // namespace rebond
