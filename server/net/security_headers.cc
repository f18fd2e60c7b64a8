// What every response tells a browser not to do.
#include "net/security_headers.h"

namespace rebond {

void add_security_headers(Headers& headers, bool is_tls) {
  // ws: and wss: let an open page try the other addresses of its server; what it may do there is
  // decided by that server (HT2).
  headers.add("Content-Security-Policy",
              "default-src 'self'; connect-src 'self' ws: wss:; base-uri 'none'; "
              "object-src 'none'; form-action 'self'; frame-ancestors 'none'");
  headers.add("X-Content-Type-Options", "nosniff");
  headers.add("Referrer-Policy", "no-referrer");
  headers.add("Cross-Origin-Resource-Policy", "same-origin");
  // Browsers know it over TLS only, and complain about it elsewhere.
  if (is_tls) headers.add("Cross-Origin-Opener-Policy", "same-origin");
  // No Strict-Transport-Security: it would bind every port of "rebond.local" or of an address to
  // https for months, also for the next hall, which may have plain HTTP or another certificate.
}

}  // namespace rebond
