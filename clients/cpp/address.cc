// Where a server listens, as an http:// address says it.
#include "clients/cpp/address.h"

#include <boost/url/parse.hpp>
#include <charconv>

namespace rebond {

bool is_plain_host(std::string_view host) {
  return !host.empty() && host.find('%') == std::string_view::npos;
}

std::string ServerAddress::authority() const {
  const bool ipv6 = host.find(':') != std::string::npos;
  return (ipv6 ? "[" + host + "]" : host) + ":" + std::to_string(port);
}

std::optional<std::uint16_t> parse_port(std::string_view digits) {
  std::uint16_t port = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
  if (error != std::errc() || end != digits.data() + digits.size() || port == 0)
    return std::nullopt;
  return port;
}

Result<ServerAddress> parse_server_address(std::string_view url) {
  const auto parsed = boost::urls::parse_uri(url);
  const auto port =
      parsed && parsed->has_port() ? parse_port(parsed->port()) : std::optional(kHttpPort);
  const bool usable = parsed && parsed->scheme() == "http" &&
                      is_plain_host(parsed->encoded_host()) &&
                      (parsed->encoded_path().empty() || parsed->encoded_path() == "/") &&
                      !parsed->has_query() && !parsed->has_fragment() && !parsed->has_userinfo();
  if (!usable || !port) {
    return Error{
        ErrorKind::kInvalid, "server",
        "write the server's address as http://HOST:PORT, not \"" + std::string(url) + "\""};
  }
  return ServerAddress{parsed->host_address(), *port};
}

}  // namespace rebond
