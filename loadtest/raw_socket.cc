// A plain socket of somebody who does not keep to the protocol.
#include "loadtest/raw_socket.h"

#include <arpa/inet.h>
#include <cerrno>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

#include "base/check.h"

namespace rebond::loadtest {
namespace {

constexpr std::size_t kAddresses = 20;
constexpr timeval kPatience{5, 0};

sockaddr_in loopback(std::uint32_t host, std::uint16_t port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(host);
  return address;
}

const sockaddr* generic(const sockaddr_in& address) {
  return reinterpret_cast<const sockaddr*>(&address);
}

}  // namespace

RawSocket::RawSocket(std::uint16_t port, std::size_t n) : socket_(socket(AF_INET, SOCK_STREAM, 0)) {
  if (socket_ < 0) return;
  setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &kPatience, sizeof(kPatience));
  // 127.0.1.2 and those behind it: away from the addresses of those who behave.
  const sockaddr_in from =
      loopback(INADDR_LOOPBACK + 0x101 + static_cast<std::uint32_t>(n % kAddresses), 0);
  const sockaddr_in to = loopback(INADDR_LOOPBACK, port);
  if (bind(socket_, generic(from), sizeof(from)) == 0 &&
      connect(socket_, generic(to), sizeof(to)) == 0) {
    return;
  }
  close(std::exchange(socket_, -1));
}

RawSocket::~RawSocket() {
  if (socket_ >= 0) close(socket_);
}

RawSocket::RawSocket(RawSocket&& other) noexcept : socket_(std::exchange(other.socket_, -1)) {}

RawSocket& RawSocket::operator=(RawSocket&& other) noexcept {
  std::swap(socket_, other.socket_);
  return *this;
}

bool RawSocket::send(std::string_view bytes) {
  const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
  return sent >= 0 || errno == EAGAIN;
}

bool RawSocket::upgrade(std::uint16_t port, const std::string& path) {
  send("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port) +
       "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
       "Sec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==\r\n"
       "Sec-WebSocket-Protocol: rebond.v1\r\n\r\n");
  std::string answer;
  while (!answer.ends_with("\r\n\r\n")) {
    char byte = 0;
    if (recv(socket_, &byte, 1, 0) != 1) return false;
    answer += byte;
  }
  return answer.starts_with("HTTP/1.1 101 ");
}

bool RawSocket::has_ended() {
  char bytes[4'096];
  ssize_t got = 0;
  while ((got = recv(socket_, bytes, sizeof(bytes), MSG_DONTWAIT)) > 0) {
  }
  return got == 0 || errno != EAGAIN;
}

std::string binary_frame(std::string_view payload) {
  CHECK(payload.size() <= 0xFFFF);
  std::string frame = "\x82";
  if (payload.size() < 126) {
    frame += static_cast<char>(0x80U | payload.size());
  } else {
    frame += static_cast<char>(0x80U | 126U);
    for (const unsigned shift : {8U, 0U}) frame += static_cast<char>(payload.size() >> shift);
  }
  // Masked with zeros, which leave the payload as it is.
  frame.append(4, '\0');
  return frame.append(payload);
}

}  // namespace rebond::loadtest
