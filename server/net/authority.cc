// "host:port", as in a Host header, an Origin or an option.
#include "net/authority.h"

#include <boost/url/authority_view.hpp>
#include <boost/url/parse.hpp>

#include "net/ascii.h"

namespace rebond {

std::optional<Authority> parse_authority(std::string_view text, std::uint16_t default_port) {
  const auto parsed = boost::urls::parse_authority({text.data(), text.size()});
  if (parsed.has_error()) return std::nullopt;
  const boost::urls::authority_view& authority = *parsed;

  const boost::urls::string_view host = authority.encoded_host_address();
  if (host.empty() || host.find('%') != boost::urls::string_view::npos ||
      authority.has_userinfo()) {
    return std::nullopt;
  }
  // A number that is too large reads as 0.
  const bool says_port = authority.has_port() && !authority.port().empty();
  const bool says_zero = authority.port().find_first_not_of('0') == std::string_view::npos;
  if (says_port && authority.port_number() == 0 && !says_zero) return std::nullopt;
  return Authority{lower_case({host.data(), host.size()}),
                   says_port ? authority.port_number() : default_port};
}

std::string to_string(const Authority& authority) {
  const bool is_ipv6 = authority.host.find(':') != std::string::npos;
  const std::string host = is_ipv6 ? "[" + authority.host + "]" : authority.host;
  return host + ":" + std::to_string(authority.port);
}

}  // namespace rebond
