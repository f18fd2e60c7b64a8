// Where a request for a WebSocket leads.
#include "net/upgrade.h"

#include "net/ascii.h"
#include "net/gate.h"
#include "net/route_table.h"
#include "net/site.h"
#include "rebond/v1/frame.pb.h"

namespace rebond {
namespace {

constexpr std::string_view kLivePattern = "/cafes/{}/live";

bool lists(const HttpRequest& request, std::string_view header, std::string_view word) {
  bool found = false;
  for_each_element(request.headers.find(header).value_or(""), [&](std::string_view element) {
    found = found || equal_ignoring_case(element, word);
  });
  return found;
}

LiveDestination goodbye(v1::CloseCode code, std::string reason) {
  return {nullptr, static_cast<std::uint16_t>(code), std::move(reason)};
}

}  // namespace

bool is_live_upgrade(const HttpRequest& request) {
  PathParts parts;
  return request.method == "GET" && matches(kLivePattern, path_of(request.target), parts) &&
         lists(request, "Connection", "upgrade") && lists(request, "Upgrade", "websocket");
}

std::variant<HttpResponse, LiveDestination> decide_upgrade(const Site& site,
                                                           const HttpRequest& request,
                                                           bool within_limit) {
  if (auto refusal = refuse_at_the_gate(request, site.own)) return *std::move(refusal);
  if (!lists(request, "Sec-WebSocket-Protocol", kSubprotocol)) {
    return error_response(400, "offer the subprotocol rebond.v1", "Sec-WebSocket-Protocol");
  }
  if (site.stopping) return goodbye(v1::CLOSE_CODE_SHUTDOWN, "the server stops");
  if (!within_limit) {
    return goodbye(v1::CLOSE_CODE_CONNECTIONS, "too many connections from this address");
  }
  PathParts parts;
  matches(kLivePattern, path_of(request.target), parts);
  Room* room = site.rooms.find(parts[0]);
  if (room == nullptr) return goodbye(v1::CLOSE_CODE_NO_SUCH_CAFE, "there is no such café");
  return LiveDestination{room, 0, {}};
}

}  // namespace rebond
