// Which pages may speak to this server: rule HT2.
#pragma once

#include <optional>
#include <string_view>

#include "net/own_addresses.h"

namespace rebond {

/// Whether a request with this Origin and this Host comes from a page of this server.
///
/// No Origin: not a browser, or a browser that reads; allowed. Else host and port must be those of
/// `host`, or of an own address. "null" is what a browser says for a page without an origin.
/// A server of TLS has no page that came over plain HTTP: whoever made it stands on the way.
bool origin_allowed(std::optional<std::string_view> origin, std::string_view host,
                    const OwnAddresses& own);

}  // namespace rebond
