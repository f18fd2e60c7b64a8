// A client's opening handshake, with what a case changes in it (RFC 6455, section 4.1).
#include "tests/conformance/handshake_request.h"

#include "tests/conformance/live_server.h"

namespace rebond::conformance {

HandshakeRequest& HandshakeRequest::method(std::string_view method) {
  method_ = method;
  return *this;
}

HandshakeRequest& HandshakeRequest::absolute_target() {
  absolute_ = true;
  return *this;
}

HandshakeRequest& HandshakeRequest::version(std::string_view version) {
  version_ = version;
  return *this;
}

HandshakeRequest& HandshakeRequest::add(std::string_view name, std::string_view value) {
  headers_.emplace_back(name, value);
  return *this;
}

HandshakeRequest& HandshakeRequest::drop(std::string_view name) {
  std::erase_if(headers_, [name](const auto& header) { return header.first == name; });
  return *this;
}

HandshakeRequest& HandshakeRequest::replace(std::string_view name, std::string_view value) {
  return drop(name).add(name, value);
}

HandshakeRequest& HandshakeRequest::with(std::string_view behind) {
  behind_ = behind;
  return *this;
}

std::string HandshakeRequest::bytes() const {
  const std::string authority = "127.0.0.1:" + std::to_string(live_server().port);
  std::string bytes = method_ + " ";
  if (absolute_) bytes += "http://" + authority;
  bytes += live_server().live + " " + version_ + "\r\n";
  for (const auto& [name, value] : headers_) {
    const bool is_own_host = name == "Host" && value.empty();
    bytes.append(name + ": " + (is_own_host ? authority : value) + "\r\n");
  }
  return bytes + "\r\n" + behind_;
}

}  // namespace rebond::conformance
