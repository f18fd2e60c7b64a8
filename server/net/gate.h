// What every request must pass before a route sees it.
#pragma once

#include <optional>

#include "net/http_message.h"
#include "net/own_addresses.h"

namespace rebond {

/// The refusal of a request without a usable Host, from a page of somebody else (HT2), with a
/// token in its query (HT10), or in the clear to a server of TLS (HT12).
std::optional<HttpResponse> refuse_at_the_gate(const HttpRequest& request, const OwnAddresses& own);

/// Whether the request was made on this machine, to this machine.
bool is_local(const HttpRequest& request, const OwnAddresses& own);

/// "http://" or "https://" and the host that the client used.
std::string base_url(const HttpRequest& request);

}  // namespace rebond
