// What every response tells a browser not to do.
#pragma once

#include "net/http_message.h"

namespace rebond {

/// `is_tls`: the response goes over TLS.
void add_security_headers(Headers& headers, bool is_tls);

}  // namespace rebond
