// Accepts connections.
#include "net/listener.h"

#include <boost/asio/ip/v6_only.hpp>
#include <spdlog/spdlog.h>
#include <utility>

#include "net/socket_options.h"

namespace rebond {
namespace {

namespace asio = boost::asio;
using Address = asio::ip::address;
using tcp = asio::ip::tcp;

// When the process has no file descriptor left, asking again at once would only burn the core.
constexpr int kPauseMs = 100;

Error explain(const boost::system::error_code& error, const Authority& where) {
  const std::string name = to_string(where);
  if (error == asio::error::address_in_use) {
    return {ErrorKind::kBusy, "--listen",
            name + " is in use; stop the other program, or choose another port"};
  }
  if (error == asio::error::access_denied) {
    return {ErrorKind::kPermission, "--listen",
            "this user may not listen at " + name + "; choose a port above 1023"};
  }
  return {ErrorKind::kInvalid, "--listen",
          "cannot listen at " + name + " (" + error.message() +
              "); choose an address of this machine, or 0.0.0.0 for all"};
}

/// An IPv4 address that came in on an IPv6 socket is an IPv4 address.
Address plain(const Address& address) {
  if (!address.is_v6() || !address.to_v6().is_v4_mapped()) return address;
  return asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6());
}

}  // namespace

Listener::Listener(asio::io_context& io) : io_(io), acceptor_(io), pause_(io.get_executor()) {}

Result<void> Listener::open(const Authority& where) {
  boost::system::error_code error;
  const Address address = asio::ip::make_address(where.host, error);
  if (error) {
    return Error{ErrorKind::kInvalid, "--listen",
                 "\"" + where.host + "\" is no IP address; write one, such as 127.0.0.1:8080"};
  }
  const tcp::endpoint endpoint(address, where.port);
  acceptor_.open(endpoint.protocol(), error);
  if (!error) acceptor_.set_option(tcp::acceptor::reuse_address(true), error);
  if (!error && address.is_v6()) acceptor_.set_option(asio::ip::v6_only(false), error);
  if (!error) acceptor_.bind(endpoint, error);
  if (!error) acceptor_.listen(asio::socket_base::max_listen_connections, error);
  if (error) return explain(error, where);
  where_ = Authority{where.host, acceptor_.local_endpoint(error).port()};
  return {};
}

void Listener::start(OnConnection on_connection) {
  on_connection_ = std::move(on_connection);
  accept();
}

void Listener::close() {
  boost::system::error_code ignored;
  acceptor_.close(ignored);
  pause_.stop();
}

void Listener::accept() {
  acceptor_.async_accept([this](const boost::system::error_code& error, tcp::socket socket) {
    if (error != asio::error::operation_aborted) on_accept(error, std::move(socket));
  });
}

void Listener::on_accept(const boost::system::error_code& error, tcp::socket socket) {
  if (!acceptor_.is_open()) return;
  if (error) {
    if (!std::exchange(failing_, true)) {
      spdlog::warn("cannot accept connections for now: {}", error.message());
    }
    pause_.start(kPauseMs, [this] { accept(); });
    return;
  }
  failing_ = false;
  boost::system::error_code gone;
  const tcp::endpoint remote = socket.remote_endpoint(gone);
  if (!gone) {
    set_socket_options(socket);
    on_connection_(std::move(socket), plain(remote.address()));
  }
  accept();
}

}  // namespace rebond
