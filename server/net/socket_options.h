// How the kernel treats the sockets of clients.
#pragma once

#include <boost/asio/ip/tcp.hpp>

namespace rebond {

/// Sets what docs/protocol.md relies on; an option that the kernel refuses is left out.
void set_socket_options(boost::asio::ip::tcp::socket& socket);

}  // namespace rebond
