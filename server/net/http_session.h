// One connection that speaks HTTP, until it ends or becomes a WebSocket.
#pragma once

#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/tcp.hpp>

#include "net/admission.h"

namespace rebond {

struct Site;

/// Serves requests on `socket`, one at a time; keeps itself alive. `site` must outlive it.
void start_http_session(Site& site, boost::asio::ip::tcp::socket socket,
                        const boost::asio::ip::address& remote, Admission::Ticket ticket);

}  // namespace rebond
