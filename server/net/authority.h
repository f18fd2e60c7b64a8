// "host:port", as in a Host header, an Origin or an option.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rebond {

/// A host, in lower case and without brackets, and its port.
struct Authority {
  std::string host;
  std::uint16_t port = 0;

  friend bool operator==(const Authority&, const Authority&) = default;
};

/// Reads "host", "host:port" or "[IPv6]:port"; nothing else, no user, no path.
std::optional<Authority> parse_authority(std::string_view text, std::uint16_t default_port);

/// "host:port", the host in brackets when it is an IPv6 address.
std::string to_string(const Authority& authority);

}  // namespace rebond
