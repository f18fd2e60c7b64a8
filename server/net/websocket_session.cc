// One device's WebSocket: the only file that instantiates Beast's stream.
#include "net/websocket_session.h"

#include <algorithm>
#include <array>
#include <boost/asio/post.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket/rfc6455.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "base/check.h"
#include "base/clock.h"
#include "live/peer.h"
#include "live/room.h"
#include "live/token_bucket.h"
#include "net/connection_stream.h"
#include "net/site.h"
#include "net/timer.h"
#include "net/websocket_handshake.h"

namespace rebond {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
namespace websocket = beast::websocket;
using ErrorCode = boost::system::error_code;

constexpr std::size_t kWriteBufferBytes = 4096;
// What a control frame has room for.
constexpr std::size_t kReasonBytesMax = 123;
// Far more than a device says while one message leaves.
constexpr unsigned kFramesDuringWriteMax = 256;
// What a connection that reads nothing large may keep for its next message.
constexpr std::size_t kIdleReadBufferBytes = 4096;

// Without compression: its contexts would cost memory for each device, and what is sent is shared.
using Stream = websocket::stream<ConnectionStream, false>;
using Buffers = std::array<asio::const_buffer, Message::kPartsMax>;

/// The parts of the message where they are; unused places are empty.
Buffers buffers_of(const Message& message) {
  Buffers buffers;
  std::transform(message.parts().begin(), message.parts().end(), buffers.begin(),
                 [](const ByteRange& part) {
                   return asio::const_buffer(part.bytes.data(), part.bytes.size());
                 });
  return buffers;
}

class WebsocketSession final : public Peer, public std::enable_shared_from_this<WebsocketSession> {
 public:
  WebsocketSession(Site& site, ConnectionStream connection, const HttpRequest& request,
                   LiveDestination destination, Admission::Ticket ticket);

  void start();

  void send(Message message) override;
  void close(v1::CloseCode code, const std::string& reason) override;

 private:
  void on_accepted(const ErrorCode& error);
  void read();
  void on_read(const ErrorCode& error);
  void on_written(const ErrorCode& error);
  /// A frame came. False when there were too many (HS8).
  bool heard();
  void refuse_flood();
  void on_control(websocket::frame_type kind);
  void watch();
  void ping();
  void close_with(std::uint16_t code, const std::string& reason);
  void break_off();
  void end();

  Site& site_;
  Stream stream_;
  http::request<http::empty_body> handshake_;
  const LiveDestination destination_;
  Admission::Ticket ticket_;
  // Set while the café knows this connection.
  std::optional<ConnectionId> connection_;
  beast::flat_buffer buffer_;
  // What is being written; without parts when nothing is.
  Message message_;
  unsigned frames_during_write_ = 0;
  bool reading_paused_ = false;
  TokenBucket frames_;
  MonotonicMs last_heard_ = 0;
  // When watch() first saw the half message that is still there (HS10).
  std::optional<MonotonicMs> half_since_;
  MonotonicMs last_ping_ = 0;
  bool pinging_ = false;
  bool closing_ = false;
  bool ended_ = false;
  // Heartbeats while open, then the patience with the closing handshake.
  Timer timer_;
};

WebsocketSession::WebsocketSession(Site& site, ConnectionStream connection,
                                   const HttpRequest& request, LiveDestination destination,
                                   Admission::Ticket ticket)
    : site_(site),
      stream_(std::move(connection)),
      handshake_(handshake_of(request)),
      destination_(std::move(destination)),
      ticket_(std::move(ticket)),
      frames_(site.limits.frames_per_second, site.limits.frames_burst, site.clock.monotonic_ms()),
      timer_(stream_.get_executor()) {
  // Beast's own heartbeat counts neither the peer's pings nor tells the code 4004: see watch().
  websocket::stream_base::timeout timeout{};
  timeout.handshake_timeout = std::chrono::milliseconds(site_.patience.close_grace_ms);
  timeout.idle_timeout = websocket::stream_base::none();
  timeout.keep_alive_pings = false;
  stream_.set_option(timeout);
  stream_.set_option(websocket::stream_base::decorator(
      [is_tls = request.is_tls](websocket::response_type& response) {
        complete_answer(response, is_tls);
      }));
  stream_.read_message_max(site_.limits.message_bytes);
  stream_.write_buffer_bytes(kWriteBufferBytes);
  // A message is one frame, so that its parts go to the kernel in one call.
  stream_.auto_fragment(false);
  stream_.binary(true);
}

void WebsocketSession::start() {
  ticket_.when_evicted([this] { end(); });
  stream_.async_accept(handshake_, [self = shared_from_this()](const ErrorCode& error) {
    self->on_accepted(error);
  });
}

void WebsocketSession::on_accepted(const ErrorCode& error) {
  if (error) {
    end();
    return;
  }
  handshake_ = {};
  ticket_.handshake_done();
  stream_.control_callback(
      [this](websocket::frame_type kind, beast::string_view /*payload*/) { on_control(kind); });
  last_ping_ = last_heard_ = site_.clock.monotonic_ms();
  watch();
  read();
  if (destination_.room == nullptr) {
    close_with(destination_.close_code, destination_.reason);
  } else if (site_.stopping) {
    close_with(v1::CLOSE_CODE_SHUTDOWN, "the server stops");
  } else {
    ticket_.goes_live();
    connection_ = destination_.room->connect(*this);
  }
}

void WebsocketSession::read() {
  stream_.async_read(buffer_, [self = shared_from_this()](const ErrorCode& error, std::size_t) {
    self->on_read(error);
  });
}

void WebsocketSession::on_read(const ErrorCode& error) {
  if (error || ended_) {
    end();
    return;
  }
  // The closing handshake reads what else comes.
  if (closing_) return;
  half_since_.reset();
  if (!heard()) {
    refuse_flood();
    return;
  }
  if (stream_.got_text()) {
    close_with(static_cast<std::uint16_t>(websocket::close_code::unknown_data),
               "send binary messages");
    return;
  }
  const auto frame = buffer_.cdata();
  destination_.room->on_frame(*connection_, {static_cast<const char*>(frame.data()), frame.size()});
  buffer_.clear();
  if (buffer_.capacity() > kIdleReadBufferBytes) buffer_.shrink_to_fit();
  if (closing_) return;
  // Who asks and never takes an answer is not listened to any more, or the answers would pile up.
  reading_paused_ = !message_.parts().empty() && ++frames_during_write_ >= kFramesDuringWriteMax;
  if (!reading_paused_) read();
}

bool WebsocketSession::heard() {
  last_heard_ = site_.clock.monotonic_ms();
  return frames_.take(last_heard_) == 0;
}

void WebsocketSession::refuse_flood() {
  close_with(v1::CLOSE_CODE_RATE, "too many messages: slow down");
}

void WebsocketSession::on_control(websocket::frame_type kind) {
  if (closing_) return;
  if (kind != websocket::frame_type::close) {
    // Not from inside the read that found the frame.
    if (!heard())
      asio::post(stream_.get_executor(), [self = shared_from_this()] { self->refuse_flood(); });
    return;
  }
  // Beast answers, then waits for the peer to hang up, for ever (Boost.Beast issue 2999).
  closing_ = true;
  timer_.start(site_.patience.close_grace_ms, [this] { break_off(); });
}

void WebsocketSession::send(Message message) {
  if (closing_ || ended_) return;
  CHECK(message_.parts().empty());
  message_ = std::move(message);
  stream_.async_write(buffers_of(message_),
                      [self = shared_from_this()](const ErrorCode& error, std::size_t) {
                        self->on_written(error);
                      });
}

void WebsocketSession::on_written(const ErrorCode& error) {
  message_ = {};
  frames_during_write_ = 0;
  // After an error the read ends too, and ends the session, unless it is paused.
  if (error && reading_paused_) end();
  if (error || closing_ || ended_) return;
  if (std::exchange(reading_paused_, false)) read();
  destination_.room->on_writable(*connection_);
}

void WebsocketSession::watch() {
  const MonotonicMs now = site_.clock.monotonic_ms();
  if (buffer_.size() != 0 && !half_since_) half_since_ = now;
  const MonotonicMs alive_at = std::min(last_heard_, half_since_.value_or(last_heard_));
  const MonotonicMs dead_at = alive_at + site_.patience.dead_after_ms;
  if (now >= dead_at) {
    close_with(v1::CLOSE_CODE_IDLE, "nothing was heard for too long");
    return;
  }
  if (now >= last_ping_ + site_.patience.ping_every_ms) ping();
  const MonotonicMs next = std::min(dead_at, last_ping_ + site_.patience.ping_every_ms);
  timer_.start(next - now, [this] { watch(); });
}

void WebsocketSession::ping() {
  last_ping_ = site_.clock.monotonic_ms();
  // A ping that is stuck behind a write must not be followed by another.
  if (std::exchange(pinging_, true)) return;
  stream_.async_ping({}, [self = shared_from_this()](const ErrorCode&) { self->pinging_ = false; });
}

void WebsocketSession::close(v1::CloseCode code, const std::string& reason) {
  close_with(static_cast<std::uint16_t>(code), reason);
}

void WebsocketSession::close_with(std::uint16_t code, const std::string& reason) {
  if (std::exchange(closing_, true) || ended_) return;
  // The close frame waits for the write before it, which a peer that does not read holds up.
  timer_.start(site_.patience.close_grace_ms, [this] { break_off(); });
  websocket::close_reason close_reason(beast::string_view(reason).substr(0, kReasonBytesMax));
  close_reason.code = code;
  stream_.async_close(close_reason, [self = shared_from_this()](const ErrorCode&) { self->end(); });
}

void WebsocketSession::break_off() {
  // Without lingering the kernel drops at once what the peer never took.
  ErrorCode ignored;
  stream_.next_layer().socket().set_option(asio::socket_base::linger(true, 0), ignored);
  end();
}

void WebsocketSession::end() {
  if (std::exchange(ended_, true)) return;
  timer_.stop();
  ErrorCode ignored;
  stream_.next_layer().socket().close(ignored);
  if (!connection_) return;
  // The café asks nothing of this peer any more.
  destination_.room->on_closed(*std::exchange(connection_, std::nullopt));
}

}  // namespace

void start_websocket_session(Site& site, ConnectionStream connection, const HttpRequest& request,
                             LiveDestination destination, Admission::Ticket ticket) {
  std::make_shared<WebsocketSession>(site, std::move(connection), request, std::move(destination),
                                     std::move(ticket))
      ->start();
}

}  // namespace rebond
