// The plain client of the tests, inside TLS.
#pragma once

#include <memory>
#include <openssl/types.h>
#include <string>
#include <string_view>

#include "tests/net/raw_client.h"

namespace rebond {

struct TlsWishes {
  /// As OpenSSL numbers them, such as TLS1_1_VERSION; 0: any.
  int version_max = 0;
  /// The one protocol that is offered by ALPN; empty: none is.
  std::string protocol = "http/1.1";
};

/// Shakes hands at once. Trusts everybody: the tests look at the certificate themselves.
class TlsClient final : public RawClient {
 public:
  explicit TlsClient(std::uint16_t port, const TlsWishes& wishes = {});
  ~TlsClient() override;

  /// Whether the handshake was done.
  bool is_secure() const { return secure_; }
  /// What the server showed; empty without a handshake.
  std::string fingerprint() const;
  /// "TLSv1.3"
  std::string version() const;
  /// What the server chose by ALPN.
  std::string protocol() const;

 protected:
  long write_some(std::string_view bytes) override;
  long read_some(char* bytes, std::size_t size) override;

 private:
  struct FreeSsl {
    void operator()(SSL_CTX* context) const;
    void operator()(SSL* connection) const;
  };

  std::unique_ptr<SSL_CTX, FreeSsl> context_;
  std::unique_ptr<SSL, FreeSsl> connection_;
  bool secure_ = false;
};

}  // namespace rebond
