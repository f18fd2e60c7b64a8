// The beginning of a connection to a port that speaks TLS.
#include "net/tls_handshake.h"

#include <memory>
#include <optional>
#include <sys/socket.h>
#include <utility>

#include "net/connection_stream.h"
#include "net/http_session.h"
#include "net/site.h"
#include "net/timer.h"

namespace rebond {
namespace {

namespace asio = boost::asio;
using tcp = asio::ip::tcp;
using ErrorCode = boost::system::error_code;

// The first byte of a TLS record that opens a handshake; no method of HTTP begins so.
constexpr unsigned char kHandshakeRecord = 0x16;

class TlsHandshake : public std::enable_shared_from_this<TlsHandshake> {
 public:
  TlsHandshake(Site& site, tcp::socket socket, asio::ssl::context& context,
               asio::ip::address remote, Admission::Ticket ticket)
      : site_(site),
        plain_(std::move(socket)),
        remote_(std::move(remote)),
        ticket_(std::move(ticket)),
        deadline_(plain_.get_executor()),
        context_(SSL_CTX_up_ref(context.native_handle()) == 1 ? context.native_handle() : nullptr) {
  }

  void start();

 private:
  void on_first_byte(const ErrorCode& error);
  void on_done(const ErrorCode& error);
  void close();

  Site& site_;
  tcp::socket plain_;
  std::optional<ConnectionStream> stream_;
  asio::ip::address remote_;
  Admission::Ticket ticket_;
  Timer deadline_;
  // The one in force when the connection came; it may be replaced meanwhile.
  asio::ssl::context context_;
};

void TlsHandshake::start() {
  ticket_.when_evicted([this] { close(); });
  deadline_.start(site_.limits.http_header_timeout_ms, [this] { close(); });
  plain_.async_wait(tcp::socket::wait_read, [self = shared_from_this()](const ErrorCode& error) {
    self->on_first_byte(error);
  });
}

void TlsHandshake::on_first_byte(const ErrorCode& error) {
  unsigned char first = 0;
  if (error || recv(plain_.native_handle(), &first, 1, MSG_PEEK | MSG_DONTWAIT) != 1) {
    close();
    return;
  }
  if (first != kHandshakeRecord) {
    deadline_.stop();
    start_http_session(site_, ConnectionStream(std::move(plain_)), remote_, std::move(ticket_));
    return;
  }
  stream_.emplace(std::move(plain_), context_);
  stream_->async_handshake(
      [self = shared_from_this()](const ErrorCode& failed) { self->on_done(failed); });
}

void TlsHandshake::on_done(const ErrorCode& error) {
  // A browser that does not trust the certificate hangs up here: nothing to tell anybody.
  if (error) {
    close();
    return;
  }
  deadline_.stop();
  start_http_session(site_, *std::move(stream_), remote_, std::move(ticket_));
}

void TlsHandshake::close() {
  deadline_.stop();
  ErrorCode ignored;
  (stream_ ? stream_->socket() : plain_).close(ignored);
}

}  // namespace

void start_tls_handshake(Site& site, tcp::socket socket, asio::ssl::context& context,
                         const asio::ip::address& remote, Admission::Ticket ticket) {
  std::make_shared<TlsHandshake>(site, std::move(socket), context, remote, std::move(ticket))
      ->start();
}

}  // namespace rebond
