// What every request must pass before a route sees it.
#include "net/gate.h"

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <cstdint>

#include "net/ascii.h"
#include "net/authority.h"
#include "net/origin.h"

namespace rebond {
namespace {

constexpr std::uint16_t kHttpPort = 80;
constexpr std::uint16_t kHttpsPort = 443;
// Hexadecimal digits in a row: a token (kSecretBytes), and no code or version.
constexpr std::ptrdiff_t kTokenDigits = 32;

std::string_view host_of(const HttpRequest& request) {
  return request.headers.find("Host").value_or("");
}

std::optional<Authority> authority_of(const HttpRequest& request) {
  return parse_authority(host_of(request), request.is_tls ? kHttpsPort : kHttpPort);
}

/// What is in a query is in histories and in the logs of whoever stands between.
bool shows_a_token(std::string_view target) {
  const std::string_view query = target.substr(path_of(target).size());
  if (lower_case(query).find("token=") != std::string::npos) return true;
  std::ptrdiff_t digits = 0;
  return std::any_of(query.begin(), query.end(), [&](char c) {
    const bool is_digit = std::isxdigit(static_cast<unsigned char>(c)) != 0;
    digits = is_digit ? digits + 1 : 0;
    return digits == kTokenDigits;
  });
}

/// For who typed the address without its scheme. Not for ever: tomorrow's server may speak http.
HttpResponse send_to_https(const HttpRequest& request) {
  const std::string path = request.target.starts_with('/') ? request.target : "/";
  const std::string url = "https://" + std::string(host_of(request)) + path;
  const bool reads = request.method == "GET" || request.method == "HEAD";
  HttpResponse response = error_response(reads ? 307 : 400, "this port speaks https: use " + url);
  if (reads) response.headers.add("Location", url);
  return response;
}

}  // namespace

std::optional<HttpResponse> refuse_at_the_gate(const HttpRequest& request,
                                               const OwnAddresses& own) {
  if (request.headers.count("Host") != 1 || !authority_of(request)) {
    return error_response(400, "send one Host header with the server's address", "Host");
  }
  if (shows_a_token(request.target)) {
    return error_response(400,
                          "no token belongs in a query; send it as Authorization: Bearer, and ask "
                          "for a new link instead of this one",
                          "Authorization");
  }
  if (own.is_tls() && !request.is_tls) return send_to_https(request);
  if (!origin_allowed(request.headers.find("Origin"), host_of(request), own)) {
    return error_response(403, "pages of another site may not use this server", "Origin");
  }
  return std::nullopt;
}

bool is_local(const HttpRequest& request, const OwnAddresses& own) {
  // A page elsewhere can make a browser on this machine send requests, under a name of its own.
  const auto host = authority_of(request);
  return request.remote_is_loopback && host && own.contains(*host);
}

std::string base_url(const HttpRequest& request) {
  return (request.is_tls ? "https://" : "http://") + std::string(host_of(request));
}

}  // namespace rebond
