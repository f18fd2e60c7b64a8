// A client's connection as a stream of bytes: TCP alone, or TLS over it.
#pragma once

#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/beast/core/role.hpp>
#include <boost/beast/websocket/teardown.hpp>
#include <memory>
#include <utility>
#include <variant>

namespace rebond {

/// What HTTP and WebSocket read from and write to: an AsyncStream of Asio.
///
/// At most one read and one write are under way. In the clear every operation is the socket's own.
/// Used on one thread; movable while no operation is under way.
class ConnectionStream {
 public:
  using Socket = boost::asio::ip::tcp::socket;
  using executor_type = Socket::executor_type;

  /// Speaks in the clear.
  explicit ConnectionStream(Socket socket) : way_(std::move(socket)) {}

  /// Speaks TLS as a server once async_handshake() is done. `context` may go before the stream.
  ConnectionStream(Socket socket, boost::asio::ssl::context& context)
      : way_(std::make_unique<Tls>(std::move(socket), context)) {}

  bool is_tls() const { return std::holds_alternative<std::unique_ptr<Tls>>(way_); }

  /// The socket below, to close it or to set its options.
  Socket& socket() { return is_tls() ? tls().stream.next_layer() : std::get<Socket>(way_); }

  executor_type get_executor() { return socket().get_executor(); }

  /// With TLS only.
  template <typename Handler>
  void async_handshake(Handler handler) {
    tls().stream.async_handshake(boost::asio::ssl::stream_base::server, std::move(handler));
  }

  template <typename Buffers, typename Handler>
  void async_read_some(const Buffers& buffers, Handler&& handler) {
    if (is_tls()) {
      tls().stream.async_read_some(buffers, std::forward<Handler>(handler));
    } else {
      std::get<Socket>(way_).async_read_some(buffers, std::forward<Handler>(handler));
    }
  }

  template <typename Buffers, typename Handler>
  void async_write_some(const Buffers& buffers, Handler&& handler) {
    if (is_tls()) {
      // OpenSSL takes one buffer at a time and would send each as a record of its own.
      const std::size_t size = boost::asio::buffer_copy(boost::asio::buffer(tls().record), buffers);
      tls().stream.async_write_some(boost::asio::buffer(tls().record, size),
                                    std::forward<Handler>(handler));
    } else {
      std::get<Socket>(way_).async_write_some(buffers, std::forward<Handler>(handler));
    }
  }

  /// Says that nothing more comes, and waits until the peer has said so too.
  template <typename Handler>
  void async_end(boost::beast::role_type role, Handler&& handler) {
    if (is_tls()) {
      tls().stream.async_shutdown(std::forward<Handler>(handler));
    } else {
      boost::beast::websocket::async_teardown(role, std::get<Socket>(way_),
                                              std::forward<Handler>(handler));
    }
  }

 private:
  /// What one TLS record carries at most.
  static constexpr std::size_t kRecordBytes = 16 * 1024;

  struct Tls {
    Tls(Socket socket, boost::asio::ssl::context& context) : stream(std::move(socket), context) {}

    boost::asio::ssl::stream<Socket> stream;
    std::array<char, kRecordBytes> record{};
  };

  Tls& tls() { return *std::get<std::unique_ptr<Tls>>(way_); }

  std::variant<Socket, std::unique_ptr<Tls>> way_;
};

/// Beast's customisation points: how a WebSocket ends the connection below it.
template <typename Handler>
void async_teardown(boost::beast::role_type role, ConnectionStream& stream, Handler&& handler) {
  stream.async_end(role, std::forward<Handler>(handler));
}

inline void beast_close_socket(ConnectionStream& stream) {
  boost::system::error_code ignored;
  stream.socket().close(ignored);
}

}  // namespace rebond
