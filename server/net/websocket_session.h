// One device's WebSocket. The stream itself is instantiated in websocket_session.cc only.
#pragma once

#include "net/admission.h"
#include "net/http_message.h"
#include "net/upgrade.h"

namespace rebond {

class ConnectionStream;
struct Site;

/// Answers the upgrade `request` that came on `connection` and connects the device to its café, or
/// tells it why not and closes; keeps itself alive. `site` must outlive it.
void start_websocket_session(Site& site, ConnectionStream connection, const HttpRequest& request,
                             LiveDestination destination, Admission::Ticket ticket);

}  // namespace rebond
