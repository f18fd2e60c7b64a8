// A client that greets and then reads no more.
#include "tests/end_to_end/stubborn_reader.h"

#include <algorithm>
#include <arpa/inet.h>
#include <cerrno>
#include <sys/socket.h>
#include <unistd.h>

#include "base/check.h"
#include "clients/cpp/link.h"
#include "rebond/v1/frame.pb.h"

namespace rebond::testing {
namespace {

constexpr unsigned kCloseFrame = 8;
// Small, so that what the kernel keeps for us is soon full.
constexpr int kReceiveBuffer = 4'096;
constexpr timeval kReadTimeout{15, 0};

int connect_to(const ServerAddress& server) {
  const int descriptor = socket(AF_INET, SOCK_STREAM, 0);
  setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &kReceiveBuffer, sizeof(kReceiveBuffer));
  setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &kReadTimeout, sizeof(kReadTimeout));
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(server.port);
  CHECK(inet_pton(AF_INET, server.host.c_str(), &address.sin_addr) == 1);
  CHECK(connect(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0);
  return descriptor;
}

void write_all(int descriptor, const std::string& bytes) {
  CHECK(send(descriptor, bytes.data(), bytes.size(), MSG_NOSIGNAL) ==
        static_cast<ssize_t>(bytes.size()));
}

}  // namespace

StubbornReader::StubbornReader(const std::string& link_text) {
  const Result<CafeLink> link = parse_link(link_text);
  CHECK(link.has_value());
  socket_ = connect_to(link->server);
  write_all(socket_, "GET " + link->live_path() + " HTTP/1.1\r\nHost: " + link->server.authority() +
                         "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                         "Sec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==\r\n"
                         "Sec-WebSocket-Version: 13\r\n"
                         "Sec-WebSocket-Protocol: rebond.v1\r\n\r\n");
  std::string head;
  while (!head.ends_with("\r\n\r\n")) {
    if (!read_exactly(1, head)) return;
  }
  v1::ClientFrame frame;
  v1::Hello& hello = *frame.mutable_hello();
  hello.set_protocol_min(1);
  hello.set_protocol_max(1);
  hello.set_token(link->token);
  hello.set_device_key(std::string(16, 'k'));
  write_frame(frame.SerializeAsString());
  std::string payload;
  v1::ServerFrame answer;
  greeted_ = read_frame(payload) != 0 && answer.ParseFromString(payload) &&
             answer.control_size() > 0 && answer.control(0).has_welcome();
}

StubbornReader::~StubbornReader() {
  close(socket_);
}

std::uint16_t StubbornReader::read_until_closed() {
  std::string payload;
  while (const unsigned opcode = read_frame(payload)) {
    if (opcode != kCloseFrame) continue;
    if (payload.size() < 2) return 0;
    return static_cast<std::uint16_t>(static_cast<unsigned char>(payload[0]) << 8 |
                                      static_cast<unsigned char>(payload[1]));
  }
  return cut_ ? kCut : 0;
}

bool StubbornReader::read_exactly(std::size_t size, std::string& out) {
  char bytes[4'096];
  while (size > 0) {
    const ssize_t got = recv(socket_, bytes, std::min(size, sizeof(bytes)), 0);
    if (got <= 0) {
      cut_ = got == 0 || errno == ECONNRESET;
      return false;
    }
    out.append(bytes, static_cast<std::size_t>(got));
    size -= static_cast<std::size_t>(got);
  }
  return true;
}

unsigned StubbornReader::read_frame(std::string& payload) {
  std::string head;
  if (!read_exactly(2, head)) return 0;
  const unsigned opcode = static_cast<unsigned char>(head[0]) & 0x0FU;
  std::uint64_t size = static_cast<unsigned char>(head[1]) & 0x7FU;
  const std::size_t more = size == 126 ? 2 : size == 127 ? 8 : 0;
  if (more > 0) {
    std::string bytes;
    if (!read_exactly(more, bytes)) return 0;
    size = 0;
    for (const char byte : bytes) size = size << 8 | static_cast<unsigned char>(byte);
  }
  payload.clear();
  return read_exactly(size, payload) ? opcode : 0;
}

void StubbornReader::write_frame(const std::string& payload) const {
  CHECK(payload.size() < 126);
  // Final, binary; masked with zeros, which leave the payload as it is.
  std::string bytes = "\x82";
  bytes += static_cast<char>(0x80U | payload.size());
  bytes.append(4, '\0');
  write_all(socket_, bytes + payload);
}

}  // namespace rebond::testing
