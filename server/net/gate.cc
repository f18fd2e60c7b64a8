// What every request must pass before a route sees it.
#include "net/gate.h"

#include <cstdint>

#include "net/authority.h"
#include "net/origin.h"

namespace rebond {
namespace {

constexpr std::uint16_t kHttpPort = 80;

std::string_view host_of(const HttpRequest& request) {
  return request.headers.find("Host").value_or("");
}

}  // namespace

std::optional<HttpResponse> refuse_at_the_gate(const HttpRequest& request,
                                               const OwnAddresses& own) {
  if (request.headers.count("Host") != 1 || !parse_authority(host_of(request), kHttpPort)) {
    return error_response(400, "send one Host header with the server's address", "Host");
  }
  if (!origin_allowed(request.headers.find("Origin"), host_of(request), own)) {
    return error_response(403, "pages of another site may not use this server", "Origin");
  }
  return std::nullopt;
}

bool is_local(const HttpRequest& request, const OwnAddresses& own) {
  // A page elsewhere can make a browser on this machine send requests, under a name of its own.
  const auto host = parse_authority(host_of(request), kHttpPort);
  return request.remote_is_loopback && host && own.contains(*host);
}

std::string base_url(const HttpRequest& request) {
  return "http://" + std::string(host_of(request));
}

}  // namespace rebond
