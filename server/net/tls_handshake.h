// The beginning of a connection to a port that speaks TLS.
#pragma once

#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>

#include "net/admission.h"

namespace rebond {

struct Site;

/// Shakes hands within the time that a header may take (HT11), then serves HTTP; keeps itself
/// alive. Who begins in plain HTTP is served in the clear, and told where to go by the gate (HT12).
/// `site` must outlive it; `context` is shared, not copied.
void start_tls_handshake(Site& site, boost::asio::ip::tcp::socket socket,
                         boost::asio::ssl::context& context, const boost::asio::ip::address& remote,
                         Admission::Ticket ticket);

}  // namespace rebond
