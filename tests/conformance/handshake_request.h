// A client's opening handshake, with what a case changes in it (RFC 6455, section 4.1).
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rebond::conformance {

/// As a browser sends it, until it is changed.
class HandshakeRequest {
 public:
  HandshakeRequest& method(std::string_view method);
  /// Names the server in the request line too.
  HandshakeRequest& absolute_target();
  HandshakeRequest& version(std::string_view version);
  /// Adds a header; there may be one of that name already.
  HandshakeRequest& add(std::string_view name, std::string_view value);
  HandshakeRequest& drop(std::string_view name);
  HandshakeRequest& replace(std::string_view name, std::string_view value);

  /// What is sent behind the header without waiting for the answer.
  HandshakeRequest& with(std::string_view behind);

  std::string bytes() const;

 private:
  std::string method_ = "GET";
  bool absolute_ = false;
  std::string version_ = "HTTP/1.1";
  // An empty Host stands for the server's own.
  std::vector<std::pair<std::string, std::string>> headers_ = {
      {"Host", ""},
      {"Upgrade", "websocket"},
      {"Connection", "Upgrade"},
      {"Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="},
      {"Sec-WebSocket-Version", "13"},
      {"Sec-WebSocket-Protocol", "rebond.v1"}};
  std::string behind_;
};

}  // namespace rebond::conformance
