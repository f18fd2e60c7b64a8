// Where a server listens, as an http:// address says it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace rebond {

inline constexpr std::uint16_t kHttpPort = 80;

struct ServerAddress {
  /// A name or an address, IPv6 without brackets.
  std::string host;
  std::uint16_t port = kHttpPort;

  /// "127.0.0.1:8080", "[::1]:8080": what the Host header says.
  std::string authority() const;

  bool operator==(const ServerAddress&) const = default;
};

/// The number of a port that a client can connect to: 1 to 65535.
std::optional<std::uint16_t> parse_port(std::string_view digits);

/// Whether a host of a URL is not empty and says what it is: behind a percent sign anything could
/// hide, a line break of the Host header too.
bool is_plain_host(std::string_view host);

/// Reads "http://HOST[:PORT]"; a path behind it is not allowed, a final slash is.
Result<ServerAddress> parse_server_address(std::string_view url);

}  // namespace rebond
