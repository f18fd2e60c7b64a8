// Answers HTTP requests, without a socket.
#include "net/router.h"

#include "net/cafe_routes.h"
#include "net/export_routes.h"
#include "net/file_routes.h"
#include "net/gate.h"
#include "net/health_routes.h"
#include "net/page_routes.h"
#include "net/route_table.h"
#include "net/site.h"

namespace rebond {
namespace {

constexpr std::size_t kSmallBodyBytes = 4 * 1024;

void ask_for_upgrade(Site& /*site*/, const HttpRequest& /*request*/, const PathParts& /*parts*/,
                     Respond respond) {
  HttpResponse response = error_response(426, "this address wants a WebSocket (rebond.v1)");
  response.headers.add("Upgrade", "websocket");
  respond(std::move(response));
}

// What comes first is taken: a role named "live" would not be reached.
constexpr Route kRoutes[] = {
    {"POST", "/cafes", found_cafe},
    {"POST", "/cafes/file", load_cafe},
    {"POST", "/join", join_by_code},
    {"GET", "/cafes/{}/live", ask_for_upgrade},
    {"GET", "/cafes/{}/export/{}", export_cafe},
    {"GET", "/cafes/{}/file", save_cafe},
    {"GET", "/healthz", serve_health},
    {"GET", "/metrics", serve_metrics},
    {"GET", "/", serve_entrance},
    {"GET", "/join", serve_entrance},
    {"GET", "/cafes/{}/{}", serve_role_page},
};

bool reads(std::string_view method) {
  return method == "GET" || method == "HEAD";
}

}  // namespace

void route(Site& site, const HttpRequest& request, Respond respond) {
  if (auto refusal = refuse_at_the_gate(request, site.own)) {
    respond(*std::move(refusal));
    return;
  }
  const std::string_view path = path_of(request.target);
  const FoundRoute found = find_route(kRoutes, request.method, path);
  if (found.route != nullptr) {
    found.route->handler(site, request, found.parts, std::move(respond));
    return;
  }
  if (!found.allowed.empty()) {
    HttpResponse response = error_response(405, "this address knows " + found.allowed + " only");
    response.headers.add("Allow", found.allowed);
    respond(std::move(response));
    return;
  }
  if (reads(request.method) && path.size() > 1) {
    serve_file(site, request, {}, std::move(respond));
    return;
  }
  respond(error_response(404, "there is nothing at this address; see docs/protocol.md"));
}

std::size_t body_bytes_max(const Site& site, const HttpRequest& request) {
  if (request.method != "POST") return kSmallBodyBytes;
  const std::string_view path = path_of(request.target);
  if (path == "/cafes") return site.limits.plan_bytes;
  // Nobody else fills the memory with so much.
  if (path == "/cafes/file" && may_found(site, request)) return site.limits.cafe_file_bytes;
  return kSmallBodyBytes;
}

}  // namespace rebond
