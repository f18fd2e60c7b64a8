// Where a request for a WebSocket leads.
#include "net/upgrade.h"

#include <algorithm>
#include <cctype>

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

/// 16 bytes in base64.
bool is_key(std::string_view key) {
  constexpr std::size_t kDigits = 22;
  return key.size() == kDigits + 2 && key.ends_with("==") &&
         std::all_of(key.begin(), key.begin() + kDigits,
                     [](unsigned char c) { return std::isalnum(c) != 0 || c == '+' || c == '/'; });
}

/// What RFC 6455, section 4.2.1, asks of the request and Beast does not look at.
std::optional<HttpResponse> refuse_handshake(const HttpRequest& request) {
  const Headers& headers = request.headers;
  const bool has_body =
      headers.find("Transfer-Encoding") || headers.find("Content-Length").value_or("0") != "0";
  if (has_body) return error_response(400, "a handshake has no body", "Content-Length");
  const std::string_view key = headers.find("Sec-WebSocket-Key").value_or("");
  if (headers.count("Sec-WebSocket-Key") != 1 || !is_key(key)) {
    return error_response(400, "send one key of 16 bytes in base64", "Sec-WebSocket-Key");
  }
  if (headers.count("Sec-WebSocket-Version") > 1) {
    return error_response(400, "send one version", "Sec-WebSocket-Version");
  }
  if (headers.find("Sec-WebSocket-Version") != "13") {
    HttpResponse response = error_response(426, "speak version 13", "Sec-WebSocket-Version");
    response.headers.add("Sec-WebSocket-Version", "13");
    return response;
  }
  if (!lists(request, "Sec-WebSocket-Protocol", kSubprotocol)) {
    return error_response(400, "offer the subprotocol rebond.v1", "Sec-WebSocket-Protocol");
  }
  return std::nullopt;
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
  if (auto refusal = refuse_handshake(request)) return *std::move(refusal);
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
