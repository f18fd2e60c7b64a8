// Where a request for a WebSocket leads.
#pragma once

#include <cstdint>
#include <string>
#include <variant>

#include "net/http_message.h"

namespace rebond {

class Room;
struct Site;

inline constexpr char kSubprotocol[] = "rebond.v1";

/// The café that a device is connected to; without one, it is told why and closed. Browsers do
/// not tell a page the status of a refused upgrade, but they do tell it a close code.
struct LiveDestination {
  Room* room = nullptr;
  std::uint16_t close_code = 0;
  std::string reason;
};

/// Whether the request asks for a WebSocket to a café.
bool is_live_upgrade(const HttpRequest& request);

/// Decides such a request: a refusal over HTTP, or a WebSocket. `within_limit` is false for one
/// connection too many.
std::variant<HttpResponse, LiveDestination> decide_upgrade(const Site& site,
                                                           const HttpRequest& request,
                                                           bool within_limit);

}  // namespace rebond
