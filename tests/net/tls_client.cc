// The plain client of the tests, inside TLS.
#include "tests/net/tls_client.h"

#include <csignal>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <sys/time.h>

#include "net/certificate.h"

namespace rebond {
namespace {

constexpr timeval kDeadline{10, 0};

}  // namespace

void TlsClient::FreeSsl::operator()(SSL_CTX* context) const {
  SSL_CTX_free(context);
}

void TlsClient::FreeSsl::operator()(SSL* connection) const {
  SSL_free(connection);
}

TlsClient::TlsClient(std::uint16_t port, const TlsWishes& wishes)
    : RawClient(port), context_(SSL_CTX_new(TLS_client_method())) {
  // OpenSSL writes without MSG_NOSIGNAL, and a server may hang up first.
  std::signal(SIGPIPE, SIG_IGN);
  setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &kDeadline, sizeof(kDeadline));
  // Old versions are offered with the ciphers that they need.
  SSL_CTX_set_security_level(context_.get(), 0);
  SSL_CTX_set_min_proto_version(context_.get(), TLS1_VERSION);
  SSL_CTX_set_max_proto_version(context_.get(), wishes.version_max);
  connection_.reset(SSL_new(context_.get()));
  SSL_set_fd(connection_.get(), socket_);
  if (!wishes.protocol.empty()) {
    const std::string offer = static_cast<char>(wishes.protocol.size()) + wishes.protocol;
    SSL_set_alpn_protos(connection_.get(), reinterpret_cast<const unsigned char*>(offer.data()),
                        static_cast<unsigned>(offer.size()));
  }
  secure_ = SSL_connect(connection_.get()) == 1;
}

TlsClient::~TlsClient() = default;

std::string TlsClient::fingerprint() const {
  const CertificatePtr certificate(SSL_get1_peer_certificate(connection_.get()));
  return certificate ? sha256_fingerprint(*certificate) : std::string();
}

std::string TlsClient::version() const {
  return SSL_get_version(connection_.get());
}

std::string TlsClient::protocol() const {
  const unsigned char* chosen = nullptr;
  unsigned size = 0;
  SSL_get0_alpn_selected(connection_.get(), &chosen, &size);
  return {reinterpret_cast<const char*>(chosen), size};
}

long TlsClient::write_some(std::string_view bytes) {
  if (!secure_) return -1;
  return SSL_write(connection_.get(), bytes.data(), static_cast<int>(bytes.size()));
}

long TlsClient::read_some(char* bytes, std::size_t size) {
  if (!secure_) return -1;
  return SSL_read(connection_.get(), bytes, static_cast<int>(size));
}

}  // namespace rebond
