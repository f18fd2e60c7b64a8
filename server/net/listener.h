// Accepts connections.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <functional>

#include "base/result.h"
#include "net/authority.h"
#include "net/timer.h"

namespace rebond {

/// One listening socket. Must not be destroyed while its io_context still runs, unless closed.
class Listener {
 public:
  /// A connection whose options are set, and the address that it came from.
  using OnConnection =
      std::function<void(boost::asio::ip::tcp::socket, const boost::asio::ip::address&)>;

  explicit Listener(boost::asio::io_context& io);

  /// Takes the address; nobody is accepted yet. Port 0 picks a free one. Fails with kInvalid when
  /// `where` is no address of this machine, kBusy when somebody has it, kPermission.
  Result<void> open(const Authority& where);

  /// Where it listens, with the port that was picked.
  Authority where() const { return where_; }

  /// Calls `on_connection` for each connection from now on. When the system grants no more it
  /// waits a little and goes on.
  void start(OnConnection on_connection);

  void close();

 private:
  void accept();
  void on_accept(const boost::system::error_code& error, boost::asio::ip::tcp::socket socket);

  boost::asio::io_context& io_;
  boost::asio::ip::tcp::acceptor acceptor_;
  Authority where_;
  OnConnection on_connection_;
  // Told once: it may last, and every connection would write a line.
  bool failing_ = false;
  Timer pause_;
};

}  // namespace rebond
