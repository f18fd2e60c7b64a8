// How this server speaks TLS.
#include "net/tls_context.h"

#include <openssl/ssl.h>

namespace rebond {
namespace {

namespace ssl = boost::asio::ssl;

// TLS 1.3 has good ones only. Those of 1.2 that keep old recordings closed when the key is lost.
constexpr char kCiphers[] = "ECDHE+AESGCM:ECDHE+CHACHA20";
constexpr unsigned char kHttp[] = "\x08http/1.1";
constexpr unsigned kHttpBytes = sizeof(kHttp) - 1;

/// Who offers protocols and not this one would not understand us.
int choose_protocol(SSL* /*connection*/, const unsigned char** chosen, unsigned char* chosen_size,
                    const unsigned char* offered, unsigned offered_size, void* /*data*/) {
  unsigned char* found = nullptr;
  if (SSL_select_next_proto(&found, chosen_size, kHttp, kHttpBytes, offered, offered_size) !=
      OPENSSL_NPN_NEGOTIATED) {
    return SSL_TLSEXT_ERR_ALERT_FATAL;
  }
  *chosen = found;
  return SSL_TLSEXT_ERR_OK;
}

bool use_pair(SSL_CTX& context, const KeyPair& pair) {
  if (SSL_CTX_use_certificate(&context, pair.certificate.get()) != 1) return false;
  for (const CertificatePtr& link : pair.chain) {
    if (SSL_CTX_add1_chain_cert(&context, link.get()) != 1) return false;
  }
  return SSL_CTX_use_PrivateKey(&context, pair.key.get()) == 1;
}

void set_options(SSL_CTX& context) {
  // A tablet without AES in hardware is given the cipher that costs it less.
  SSL_CTX_set_options(&context, SSL_OP_CIPHER_SERVER_PREFERENCE | SSL_OP_PRIORITIZE_CHACHA |
                                    SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION);
  // A connection that is quiet keeps no buffers: there may be thousands.
  SSL_CTX_set_mode(&context, SSL_MODE_RELEASE_BUFFERS);
  // A tablet that comes back shows its ticket; sessions in memory would only pile up.
  SSL_CTX_set_session_cache_mode(&context, SSL_SESS_CACHE_OFF);
  SSL_CTX_set_alpn_select_cb(&context, choose_protocol, nullptr);
}

}  // namespace

Result<ssl::context> make_tls_context(const KeyPair& pair) {
  ssl::context context(ssl::context::tls_server);
  SSL_CTX& native = *context.native_handle();
  set_options(native);
  if (SSL_CTX_set_min_proto_version(&native, TLS1_2_VERSION) != 1 ||
      SSL_CTX_set_cipher_list(&native, kCiphers) != 1 || !use_pair(native, pair)) {
    return Error{ErrorKind::kInvalid, "--tls-cert",
                 "this pair of certificate and key cannot be used (" + openssl_complaint() +
                     "); make a new one"};
  }
  return context;
}

}  // namespace rebond
