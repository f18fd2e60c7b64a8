// A folder with certificates for one test.
#pragma once

#include <filesystem>
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "net/certificate.h"
#include "net/self_signed.h"
#include "net/tls_settings.h"

namespace rebond {

/// Removed with everything in it.
class TlsFolder {
 public:
  TlsFolder() {
    std::string name = testing::TempDir() + "rebond-tls-XXXXXX";
    EXPECT_NE(mkdtemp(name.data()), nullptr);
    path_ = name;
  }
  ~TlsFolder() { std::filesystem::remove_all(path_); }
  TlsFolder(const TlsFolder&) = delete;
  TlsFolder& operator=(const TlsFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }

  /// Makes NAME.cert and NAME.key for this machine, at `wall_ms`.
  TlsSettings make(const std::string& name, double wall_ms) const {
    const TlsSettings files{path_ / (name + ".cert"), path_ / (name + ".key"), false};
    EXPECT_TRUE(keep_self_signed(files, {"localhost", "127.0.0.1"}, wall_ms));
    return files;
  }

 private:
  std::filesystem::path path_;
};

/// The fingerprint of the certificate in `file`.
inline std::string fingerprint_in(const TlsSettings& files) {
  const Result<KeyPair> pair = read_key_pair(files.certificate, files.key);
  return pair ? sha256_fingerprint(*pair->certificate) : std::string();
}

}  // namespace rebond
