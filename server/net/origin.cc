// Which pages may speak to this server: rule HT2.
#include "net/origin.h"

#include <cstdint>

#include "net/ascii.h"
#include "net/authority.h"

namespace rebond {
namespace {

struct Scheme {
  std::string_view prefix;
  std::uint16_t port = 0;
};

constexpr std::string_view kHttps = "https://";
constexpr Scheme kSchemes[] = {{"http://", 80}, {kHttps, 443}};

}  // namespace

bool origin_allowed(std::optional<std::string_view> origin, std::string_view host,
                    const OwnAddresses& own) {
  if (!origin) return true;
  const bool is_secure = equal_ignoring_case(origin->substr(0, kHttps.size()), kHttps);
  if (own.is_tls() && !is_secure) return false;
  for (const Scheme& scheme : kSchemes) {
    if (!equal_ignoring_case(origin->substr(0, scheme.prefix.size()), scheme.prefix)) continue;
    const auto from = parse_authority(origin->substr(scheme.prefix.size()), scheme.port);
    if (!from) return false;
    // A Host without a port means the port of the scheme that the page came by.
    return from == parse_authority(host, scheme.port) || own.contains(*from);
  }
  return false;
}

}  // namespace rebond
