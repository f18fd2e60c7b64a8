// Certificates and their keys, as PEM files hold them.
#pragma once

#include <filesystem>
#include <memory>
#include <openssl/types.h>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace rebond {

struct FreeOpenssl {
  void operator()(X509* certificate) const;
  void operator()(EVP_PKEY* key) const;
  void operator()(BIO* bio) const;
};

using CertificatePtr = std::unique_ptr<X509, FreeOpenssl>;
using KeyPtr = std::unique_ptr<EVP_PKEY, FreeOpenssl>;
using BioPtr = std::unique_ptr<BIO, FreeOpenssl>;

/// A certificate with its key; neither is null.
struct KeyPair {
  CertificatePtr certificate;
  /// Those that lead from it to a root.
  std::vector<CertificatePtr> chain;
  KeyPtr key;
};

/// Reads both files. Fails when one cannot be read or holds nothing of use, when the key has a
/// password, and when they do not belong together; the error names the option and the remedy.
Result<KeyPair> read_key_pair(const std::filesystem::path& certificate,
                              const std::filesystem::path& key);

/// Milliseconds since 1970 between which the certificate is valid.
struct Validity {
  double from_ms = 0;
  double until_ms = 0;
};
Validity validity_of(const X509& certificate);

/// Host names and IP addresses that the certificate is for.
std::vector<std::string> names_of(const X509& certificate);

/// "AB:CD:…", as browsers show it.
std::string sha256_fingerprint(const X509& certificate);

/// What OpenSSL complains about, and forgets it.
std::string openssl_complaint();

}  // namespace rebond
