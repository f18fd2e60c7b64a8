// Answers HTTP requests, without a socket.
#pragma once

#include <cstddef>

#include "net/http_message.h"

namespace rebond {

struct Site;

/// Answers `request`, now or later; what it refers to must stay until then.
void route(Site& site, const HttpRequest& request, Respond respond);

/// How many bytes the body of a request may have.
std::size_t body_bytes_max(const Site& site, const HttpRequest& request);

}  // namespace rebond
