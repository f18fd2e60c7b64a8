// What every response tells a browser not to do.
#pragma once

#include "net/http_message.h"

namespace rebond {

void add_security_headers(Headers& headers);

}  // namespace rebond
