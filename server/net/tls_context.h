// How this server speaks TLS.
#pragma once

#include <boost/asio/ssl/context.hpp>

#include "base/result.h"
#include "net/certificate.h"

namespace rebond {

/// A server's context for `pair`: TLS 1.2 and 1.3, forward secrecy and authenticated ciphers only,
/// HTTP/1.1 by ALPN. Fails when OpenSSL refuses the pair, such as a key that is too short.
Result<boost::asio::ssl::context> make_tls_context(const KeyPair& pair);

}  // namespace rebond
