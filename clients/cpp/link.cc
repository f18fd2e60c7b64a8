// The link that somebody was handed: which café, as whom, with which secret.
#include "clients/cpp/link.h"

#include <boost/url/parse.hpp>
#include <boost/url/segments_view.hpp>
#include <optional>
#include <vector>

#include "base/bytes.h"
#include "base/limits.h"

namespace rebond {
namespace {

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpaces = " \t\r\n";
  const std::size_t first = text.find_first_not_of(kSpaces);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kSpaces) - first + 1);
}

Error bad_link(std::string what) {
  return Error{ErrorKind::kInvalid, "link",
               std::move(what) + "; a link reads http://HOST:PORT/cafes/ID/ROLE#TOKEN"};
}

}  // namespace

std::string CafeLink::export_path(std::string_view format) const {
  return "/cafes/" + cafe + "/export/" + std::string(format);
}

Result<CafeLink> parse_link(std::string_view text) {
  const auto url = boost::urls::parse_uri(trimmed(text));
  if (!url) return bad_link("this is no link");
  if (url->scheme() != "http") return bad_link("this program speaks http only");

  // What would be decoded could break the line of a request.
  if (url->encoded_path().find('%') != boost::urls::string_view::npos) {
    return bad_link("this address leads to no café");
  }
  std::vector<std::string> segments;
  for (const auto& segment : url->segments()) segments.emplace_back(segment);
  if (segments.size() != 3 || segments[0] != "cafes" || segments[1].empty() ||
      segments[2].empty()) {
    return bad_link("this address leads to no café");
  }
  if (!is_plain_host(url->encoded_host())) return bad_link("the server's name is missing");
  const auto port = url->has_port() ? parse_port(url->port()) : std::optional(kHttpPort);
  if (!port) return bad_link("the port is no port");

  CafeLink link;
  link.server.host = url->host_address();
  link.server.port = *port;
  link.cafe = segments[1];
  link.role = segments[2];
  link.token = from_hex(url->fragment());
  if (link.token.size() != kSecretBytes) {
    return bad_link("the token behind # must be 32 hexadecimal digits (quote the link in a shell)");
  }
  return link;
}

}  // namespace rebond
