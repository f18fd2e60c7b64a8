// A session's connection over a real WebSocket: the one place where the client's stream is made.
#include "clients/cpp/websocket_transport.h"

#include <algorithm>
#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <chrono>
#include <deque>
#include <utility>

#include "base/check.h"
#include "base/limits.h"

namespace rebond {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = beast::websocket;
using asio::ip::tcp;
using boost::system::error_code;

constexpr char kSubprotocol[] = "rebond.v1";
constexpr std::uint16_t kNoCloseCode = 1006;
constexpr auto kCloseTimeout = std::chrono::seconds(1);
// A session has at most 64 commands on the way and a ping now and then.
constexpr std::size_t kQueuedMax = 1'024;
// The largest message, and room for what else travels with a large entry.
constexpr std::size_t kReceiveMax = 2 * kMessageBytesMax;

}  // namespace

/// One connection from its birth to on_closed(). Keeps itself alive while something is under way.
class WebSocketTransport::Socket : public std::enable_shared_from_this<Socket> {
 public:
  Socket(asio::io_context& io, const WebSocketTarget& target, TransportEvents& events)
      : target_(target), events_(&events), resolver_(io), stream_(io), close_timer_(io) {}

  void start() {
    resolver_.async_resolve(
        target_.server.host, std::to_string(target_.server.port),
        [self = shared_from_this()](error_code error, const tcp::resolver::results_type& found) {
          if (error) return self->finish(error);
          self->connect(found);
        });
  }

  void send(std::string message) {
    if (closing_) return;
    CHECK(queue_.size() < kQueuedMax);
    queue_.push_back(std::move(message));
    if (queue_.size() == 1) write();
  }

  /// Sends what waits, then the close frame; cuts the line when that takes too long.
  void close() {
    if (closing_) return;
    closing_ = true;
    close_timer_.expires_after(kCloseTimeout);
    close_timer_.async_wait([self = shared_from_this()](error_code error) {
      if (!error) self->cut();
    });
    if (!open_) {
      cut();
    } else if (queue_.empty()) {
      write_close();
    }
  }

  /// Nobody listens any more.
  void abandon() {
    events_ = nullptr;
    cut();
  }

 private:
  void connect(const tcp::resolver::results_type& found) {
    if (closing_) return finish(asio::error::operation_aborted);
    error_code error;
    tcp::socket& socket = stream_.next_layer();
    if (!target_.from_address.empty()) {
      const auto from = asio::ip::make_address(target_.from_address, error);
      if (!error) socket.open(from.is_v6() ? tcp::v6() : tcp::v4(), error);
      if (!error) socket.set_option(asio::socket_base::reuse_address(true), error);
      if (!error) socket.bind(tcp::endpoint(from, 0), error);
      if (error) return fail_later(error);
      const tcp::endpoint to = found.begin()->endpoint();
      socket.async_connect(
          to, [self = shared_from_this()](error_code failed) { self->on_connected(failed); });
      return;
    }
    asio::async_connect(socket, found,
                        [self = shared_from_this()](error_code failed, const tcp::endpoint&) {
                          self->on_connected(failed);
                        });
  }

  void on_connected(error_code error) {
    if (error) return finish(error);
    if (closing_) return finish(asio::error::operation_aborted);
    stream_.next_layer().set_option(tcp::no_delay(true), error);
    stream_.set_option(websocket::stream_base::decorator([](websocket::request_type& request) {
      request.set(beast::http::field::sec_websocket_protocol, kSubprotocol);
      request.set(beast::http::field::user_agent, "rebond");
    }));
    stream_.auto_fragment(false);
    stream_.binary(true);
    stream_.read_message_max(kReceiveMax);
    stream_.async_handshake(
        response_, target_.server.authority(), target_.path,
        [self = shared_from_this()](error_code failed) { self->on_handshaken(failed); });
  }

  void on_handshaken(error_code error) {
    if (error == websocket::error::upgrade_declined) {
      return finish_with(kNoCloseCode, "the server answered " +
                                           std::to_string(response_.result_int()) +
                                           " instead of opening the café's connection");
    }
    if (error) return finish(error);
    if (closing_) return finish(asio::error::operation_aborted);
    open_ = true;
    if (events_ != nullptr) events_->on_open();
    read();
  }

  void read() {
    stream_.async_read(buffer_, [self = shared_from_this()](error_code error, std::size_t) {
      if (error) return self->finish(error);
      const auto data = self->buffer_.cdata();
      if (self->events_ != nullptr) {
        self->events_->on_frame({static_cast<const char*>(data.data()), data.size()});
      }
      self->buffer_.consume(self->buffer_.size());
      self->read();
    });
  }

  void write() {
    stream_.async_write(asio::buffer(queue_.front()),
                        [self = shared_from_this()](error_code error, std::size_t) {
                          // The reader learns of the broken connection and tells.
                          if (error) return;
                          self->queue_.pop_front();
                          if (!self->queue_.empty()) return self->write();
                          if (self->closing_) self->write_close();
                        });
  }

  void write_close() {
    stream_.async_close(websocket::close_code::normal,
                        [self = shared_from_this()](error_code) { self->cut(); });
  }

  void cut() {
    error_code ignored;
    resolver_.cancel();
    stream_.next_layer().close(ignored);
  }

  void fail_later(error_code error) {
    asio::post(stream_.get_executor(), [self = shared_from_this(), error] { self->finish(error); });
  }

  void finish(error_code error) {
    const websocket::close_reason& reason = stream_.reason();
    if (error == websocket::error::closed && reason.code != websocket::close_code::none) {
      return finish_with(reason.code, {reason.reason.data(), reason.reason.size()});
    }
    finish_with(kNoCloseCode, error.message());
  }

  void finish_with(std::uint16_t code, const std::string& reason) {
    open_ = false;
    closing_ = true;
    close_timer_.cancel();
    cut();
    if (TransportEvents* events = std::exchange(events_, nullptr)) events->on_closed(code, reason);
  }

  WebSocketTarget target_;
  TransportEvents* events_;
  tcp::resolver resolver_;
  websocket::stream<tcp::socket, false> stream_;
  asio::steady_timer close_timer_;
  websocket::response_type response_;
  beast::flat_buffer buffer_;
  std::deque<std::string> queue_;
  bool open_ = false;
  bool closing_ = false;
};

/// The one alarm of a session.
class WebSocketTransport::Alarm {
 public:
  Alarm(asio::io_context& io, const Clock& clock) : timer_(io), clock_(clock) {}

  void set(MonotonicMs when, TransportEvents& events) {
    timer_.expires_after(
        std::chrono::milliseconds(std::max<MonotonicMs>(0, when - clock_.monotonic_ms())));
    // A timer that has fired calls back even if it is destroyed before.
    timer_.async_wait([&events, alive = std::weak_ptr<const bool>(alive_)](error_code error) {
      if (!error && !alive.expired()) events.tick();
    });
  }

 private:
  std::shared_ptr<const bool> alive_ = std::make_shared<const bool>(true);
  asio::steady_timer timer_;
  const Clock& clock_;
};

WebSocketTransport::WebSocketTransport(asio::io_context& io, WebSocketTarget target,
                                       const Clock& clock)
    : io_(io), target_(std::move(target)), alarm_(std::make_unique<Alarm>(io, clock)) {}

WebSocketTransport::~WebSocketTransport() {
  if (socket_) socket_->abandon();
}

void WebSocketTransport::set_events(TransportEvents& events) {
  events_ = &events;
}

void WebSocketTransport::connect() {
  CHECK(events_ != nullptr);
  socket_ = std::make_shared<Socket>(io_, target_, *events_);
  socket_->start();
}

void WebSocketTransport::send(std::string message) {
  socket_->send(std::move(message));
}

void WebSocketTransport::close() {
  socket_->close();
}

void WebSocketTransport::wake_at(MonotonicMs when) {
  alarm_->set(when, *events_);
}

}  // namespace rebond
