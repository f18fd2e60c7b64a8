// One HTTP request at a time.
#include "clients/cpp/http_client.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>

namespace rebond {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using boost::system::error_code;

constexpr std::uint64_t kBodyMax = 64ULL * 1024 * 1024;

/// The steps of one exchange, one after the other, until one fails.
class Exchange {
 public:
  explicit Exchange(const HttpCall& request)
      : authority_(request.server.authority()),
        address_(request.server),
        resolver_(io_),
        stream_(io_) {
    message_.method_string(request.method);
    message_.target(request.target);
    message_.version(11);
    message_.set(http::field::host, authority_);
    message_.set(http::field::user_agent, "rebond");
    message_.set(http::field::connection, "close");
    if (!request.bearer.empty()) {
      message_.set(http::field::authorization, "Bearer " + request.bearer);
    }
    if (!request.body.empty()) {
      message_.set(http::field::content_type, request.content_type);
      message_.body() = request.body;
    }
    message_.prepare_payload();
    parser_.body_limit(kBodyMax);
    stream_.expires_after(request.timeout);
  }

  Result<HttpReply> run() {
    resolver_.async_resolve(
        address_.host, std::to_string(address_.port),
        [this](error_code error, const asio::ip::tcp::resolver::results_type& found) {
          if (done(error)) return;
          stream_.async_connect(found, [this](error_code failed, const auto&) { write(failed); });
        });
    io_.run();
    if (error_) {
      return Error{ErrorKind::kUnavailable, "server",
                   "no answer from http://" + authority_ + " (" + error_.message() +
                       "); is rebond-server running there?"};
    }
    HttpReply response;
    response.status = parser_.get().result_int();
    response.content_type = std::string(parser_.get()[http::field::content_type]);
    response.body = std::move(parser_.get().body());
    return response;
  }

 private:
  bool done(error_code error) {
    error_ = error;
    return static_cast<bool>(error);
  }

  void write(error_code error) {
    if (done(error)) return;
    http::async_write(stream_, message_, [this](error_code failed, std::size_t) { read(failed); });
  }

  void read(error_code error) {
    if (done(error)) return;
    http::async_read(stream_, buffer_, parser_,
                     [this](error_code failed, std::size_t) { done(failed); });
  }

  std::string authority_;
  ServerAddress address_;
  asio::io_context io_;
  asio::ip::tcp::resolver resolver_;
  beast::tcp_stream stream_;
  beast::flat_buffer buffer_;
  http::request<http::string_body> message_;
  http::response_parser<http::string_body> parser_;
  error_code error_;
};

}  // namespace

Result<HttpReply> http_exchange(const HttpCall& request) {
  return Exchange(request).run();
}

}  // namespace rebond
