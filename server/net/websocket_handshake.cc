// Our requests and answers of a WebSocket's handshake, in the words of Beast.
#include "net/websocket_handshake.h"

#include "net/security_headers.h"
#include "net/upgrade.h"

namespace rebond {

namespace http = boost::beast::http;

http::request<http::empty_body> handshake_of(const HttpRequest& request) {
  http::request<http::empty_body> handshake(http::verb::get, request.target, 11);
  for (const auto& [name, value] : request.headers) handshake.insert(name, value);
  return handshake;
}

void complete_answer(http::response<http::string_body>& answer, bool is_tls) {
  answer.set(http::field::server, "rebond");
  if (answer.result() == http::status::switching_protocols) {
    answer.set(http::field::sec_websocket_protocol, kSubprotocol);
    return;
  }
  Headers headers;
  add_security_headers(headers, is_tls);
  for (const auto& [name, value] : headers) answer.set(name, value);
}

}  // namespace rebond
