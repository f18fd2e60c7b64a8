// One connection that speaks HTTP, until it ends or becomes a WebSocket.
#include "net/http_session.h"

#include <array>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <memory>
#include <optional>
#include <utility>
#include <variant>

#include "net/connection_stream.h"
#include "net/router.h"
#include "net/security_headers.h"
#include "net/site.h"
#include "net/timer.h"
#include "net/upgrade.h"
#include "net/websocket_session.h"

namespace rebond {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using tcp = asio::ip::tcp;
using ErrorCode = boost::system::error_code;

constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

std::string text(beast::string_view view) {
  return {view.data(), view.size()};
}

/// What to tell the peer of a request that cannot be read; none when there is nobody to tell.
std::optional<HttpResponse> explain(const ErrorCode& error) {
  if (error == http::error::header_limit || error == http::error::buffer_overflow) {
    return error_response(431, "the header of this request is too long");
  }
  if (error == http::error::body_limit) {
    return error_response(413, "the body of this request is too long");
  }
  if (error.category() == http::make_error_code(http::error::bad_method).category() &&
      error != http::error::end_of_stream && error != http::error::partial_message) {
    return error_response(400, "this is no HTTP request");
  }
  return std::nullopt;
}

class HttpSession : public std::enable_shared_from_this<HttpSession> {
 public:
  HttpSession(Site& site, ConnectionStream stream, const asio::ip::address& remote,
              Admission::Ticket ticket)
      : site_(site),
        stream_(std::move(stream)),
        ticket_(std::move(ticket)),
        deadline_(stream_.get_executor()),
        buffer_(site.limits.http_header_bytes + kBufferSlackBytes) {
    request_.remote_address = remote.to_string();
    request_.remote_is_loopback = remote.is_loopback();
    request_.is_tls = stream_.is_tls();
  }

  void start();

 private:
  // Room to receive the end of a header and the start of a body at once.
  static constexpr std::size_t kBufferSlackBytes = 4 * 1024;

  void read_header();
  void on_header(const ErrorCode& error);
  void read_body();
  void receive_body();
  void on_body(const ErrorCode& error);
  void answer();
  void upgrade();
  void respond(HttpResponse response);
  void refuse(HttpResponse response);
  void on_written(const ErrorCode& error);
  void linger();
  void hang_up();
  void discard();
  void limit_time(std::int64_t ms);
  void close();

  Site& site_;
  ConnectionStream stream_;
  Admission::Ticket ticket_;
  Timer deadline_;
  beast::flat_buffer buffer_;
  // New for each request: the parser, and the response while it is written.
  std::optional<http::request_parser<http::string_body>> parser_;
  HttpRequest request_;
  ByteRange body_;
  http::response<http::span_body<const char>> response_;
  bool keep_alive_ = false;
  std::array<char, 1024> discarded_{};
};

void HttpSession::start() {
  ticket_.when_evicted([this] { close(); });
  read_header();
}

void HttpSession::read_header() {
  parser_.emplace();
  parser_->header_limit(site_.limits.http_header_bytes);
  parser_->body_limit(site_.limits.plan_bytes);
  limit_time(site_.limits.http_header_timeout_ms);
  http::async_read_header(
      stream_, buffer_, *parser_,
      [self = shared_from_this()](const ErrorCode& error, std::size_t) { self->on_header(error); });
}

void HttpSession::on_header(const ErrorCode& error) {
  if (error) {
    auto response = explain(error);
    response ? refuse(*std::move(response)) : close();
    return;
  }
  const auto& message = parser_->get();
  request_.method = text(message.method_string());
  request_.target = text(message.target());
  request_.headers = {};
  for (const auto& field : message) {
    request_.headers.add(text(field.name_string()), text(field.value()));
  }
  // Older versions of HTTP cannot become anything else.
  if (message.version() == 11 && is_live_upgrade(request_)) {
    upgrade();
    return;
  }
  if (!ticket_.within_limit()) {
    refuse(error_response(503, "too many connections from this address"));
    return;
  }
  const std::size_t bytes_max = body_bytes_max(site_, request_);
  parser_->body_limit(bytes_max);
  if (parser_->content_length().value_or(0) > bytes_max) {
    refuse(error_response(413, "the body of this request is too long"));
    return;
  }
  read_body();
}

void HttpSession::read_body() {
  // For the whole of it: a byte a second does not keep a connection.
  limit_time(site_.limits.http_body_timeout_ms);
  const bool is_asked_first = request_.headers.find("Expect") == "100-continue";
  if (!is_asked_first || parser_->is_done()) {
    receive_body();
    return;
  }
  asio::async_write(stream_, asio::buffer(kContinue),
                    [self = shared_from_this()](const ErrorCode& error, std::size_t) {
                      error ? self->close() : self->receive_body();
                    });
}

void HttpSession::receive_body() {
  http::async_read(
      stream_, buffer_, *parser_,
      [self = shared_from_this()](const ErrorCode& error, std::size_t) { self->on_body(error); });
}

void HttpSession::on_body(const ErrorCode& error) {
  if (error) {
    auto response = explain(error);
    response ? refuse(*std::move(response)) : close();
    return;
  }
  request_.body = std::move(parser_->get().body());
  keep_alive_ = parser_->get().keep_alive() && !site_.stopping;
  answer();
}

void HttpSession::answer() {
  ticket_.handshake_done();
  deadline_.stop();
  route(site_, request_,
        [self = shared_from_this()](HttpResponse response) { self->respond(std::move(response)); });
}

void HttpSession::upgrade() {
  auto decision = decide_upgrade(site_, request_, ticket_.within_limit());
  if (auto* refusal = std::get_if<HttpResponse>(&decision)) {
    refuse(std::move(*refusal));
    return;
  }
  if (buffer_.size() != 0) {
    refuse(error_response(400, "wait for the answer before sending frames"));
    return;
  }
  deadline_.stop();
  start_websocket_session(site_, std::move(stream_), request_,
                          std::get<LiveDestination>(std::move(decision)), std::move(ticket_));
}

void HttpSession::respond(HttpResponse response) {
  add_security_headers(response.headers, request_.is_tls);
  body_ = std::move(response.body);
  const bool bodiless = request_.method == "HEAD" || response.status == 304;

  response_ = {};
  response_.version(11);
  response_.result(response.status);
  for (const auto& [name, value] : response.headers) response_.insert(name, value);
  response_.keep_alive(keep_alive_);
  if (response.status != 304) response_.content_length(body_.bytes.size());
  if (!bodiless) response_.body() = {body_.bytes.data(), body_.bytes.size()};

  limit_time(site_.patience.transfer_ms);
  http::async_write(stream_, response_,
                    [self = shared_from_this()](const ErrorCode& error, std::size_t) {
                      self->on_written(error);
                    });
}

void HttpSession::refuse(HttpResponse response) {
  ticket_.handshake_done();
  keep_alive_ = false;
  respond(std::move(response));
}

void HttpSession::on_written(const ErrorCode& error) {
  body_ = {};
  if (error) {
    close();
  } else if (keep_alive_) {
    read_header();
  } else {
    linger();
  }
}

void HttpSession::linger() {
  limit_time(site_.patience.close_grace_ms);
  if (!stream_.is_tls()) {
    hang_up();
    return;
  }
  // Without a goodbye of TLS the peer could not tell the end from a cut.
  stream_.async_end(beast::role_type::server,
                    [self = shared_from_this()](const ErrorCode&) { self->hang_up(); });
}

void HttpSession::hang_up() {
  // Closing with unread bytes would make the kernel take back what the peer has not read yet.
  ErrorCode ignored;
  stream_.socket().shutdown(tcp::socket::shutdown_send, ignored);
  discard();
}

void HttpSession::discard() {
  stream_.socket().async_read_some(
      asio::buffer(discarded_), [self = shared_from_this()](const ErrorCode& error, std::size_t) {
        error ? self->close() : self->discard();
      });
}

void HttpSession::limit_time(std::int64_t ms) {
  // An operation that is under way holds this session, and ends when the socket is closed.
  deadline_.start(ms, [this] { close(); });
}

void HttpSession::close() {
  deadline_.stop();
  ErrorCode ignored;
  stream_.socket().close(ignored);
}

}  // namespace

void start_http_session(Site& site, ConnectionStream stream, const asio::ip::address& remote,
                        Admission::Ticket ticket) {
  std::make_shared<HttpSession>(site, std::move(stream), remote, std::move(ticket))->start();
}

}  // namespace rebond
