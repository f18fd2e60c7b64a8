// One connection that speaks HTTP, until it ends or becomes a WebSocket.
#pragma once

#include <boost/asio/ip/address.hpp>

#include "net/admission.h"

namespace rebond {

class ConnectionStream;
struct Site;

/// Serves requests on `stream`, one at a time; keeps itself alive. `site` must outlive it.
void start_http_session(Site& site, ConnectionStream stream, const boost::asio::ip::address& remote,
                        Admission::Ticket ticket);

}  // namespace rebond
