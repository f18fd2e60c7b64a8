// A client on a plain socket: says exactly what a test wants, right or wrong.
#include "tests/net/raw_client.h"

#include <arpa/inet.h>
#include <array>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "net/ascii.h"

namespace rebond {
namespace {

constexpr int kDeadlineMs = 10'000;
constexpr std::string_view kEndOfHeader = "\r\n\r\n";
constexpr std::array<unsigned char, 4> kMask = {0x12, 0x34, 0x56, 0x78};

/// The status line and the fields.
Answer parse_header(std::string_view header) {
  Answer answer;
  answer.status = static_cast<unsigned>(std::stoul(std::string(header.substr(9, 3))));
  header.remove_prefix(header.find("\r\n") + 2);
  while (!header.empty()) {
    const std::string_view line = header.substr(0, header.find("\r\n"));
    const std::size_t colon = line.find(':');
    answer.headers.add(std::string(line.substr(0, colon)),
                       std::string(trimmed(line.substr(colon + 1))));
    header.remove_prefix(line.size() + 2);
  }
  return answer;
}

unsigned byte_at(std::string_view bytes, std::size_t index) {
  return static_cast<unsigned char>(bytes[index]);
}

}  // namespace

unsigned Frame::close_code() const {
  return payload.size() < 2 ? 0 : (byte_at(payload, 0) << 8U) | byte_at(payload, 1);
}

RawClient::RawClient(std::uint16_t port, int receive_buffer)
    : socket_(socket(AF_INET, SOCK_STREAM, 0)), port_(port) {
  if (receive_buffer != 0) {
    setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof(receive_buffer));
  }
  // What is sent apart arrives apart.
  const int at_once = 1;
  setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &at_once, sizeof(at_once));
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) != 0) {
    close(socket_);
    socket_ = -1;
  }
}

RawClient::~RawClient() {
  if (socket_ >= 0) close(socket_);
}

bool RawClient::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const long sent = write_some(bytes);
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

long RawClient::write_some(std::string_view bytes) {
  return ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
}

long RawClient::read_some(char* bytes, std::size_t size) {
  pollfd wait{socket_, POLLIN, 0};
  return poll(&wait, 1, kDeadlineMs) > 0 ? recv(socket_, bytes, size, 0) : 0;
}

bool RawClient::receive() {
  char chunk[16 * 1024];
  const long size = read_some(chunk, sizeof(chunk));
  if (size <= 0) return false;
  received_.append(chunk, static_cast<std::size_t>(size));
  return true;
}

std::optional<std::string> RawClient::take(std::size_t bytes) {
  while (received_.size() < bytes) {
    if (!receive()) return std::nullopt;
  }
  std::string taken = received_.substr(0, bytes);
  received_.erase(0, bytes);
  return taken;
}

std::optional<Answer> RawClient::answer(bool to_head) {
  while (received_.find(kEndOfHeader) == std::string::npos) {
    if (!receive()) return std::nullopt;
  }
  const auto header = take(received_.find(kEndOfHeader) + kEndOfHeader.size());
  Answer answer = parse_header(std::string_view(*header).substr(0, header->size() - 2));
  const auto length = answer.headers.find("Content-Length");
  if (to_head || !length) return answer;
  auto body = take(std::stoul(std::string(*length)));
  if (!body) return std::nullopt;
  answer.body = *std::move(body);
  return answer;
}

std::optional<Answer> RawClient::get(std::string_view target, std::string_view more) {
  send("GET " + std::string(target) + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port_) +
       "\r\n" + std::string(more) + "\r\n");
  return answer();
}

std::optional<Answer> RawClient::post(std::string_view target, std::string_view body,
                                      std::string_view more) {
  send("POST " + std::string(target) + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port_) +
       "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" + std::string(more) + "\r\n" +
       std::string(body));
  return answer();
}

std::optional<Answer> RawClient::upgrade(std::string_view target, std::string_view more) {
  return get(target,
             "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
             "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
             "Sec-WebSocket-Protocol: rebond.v1\r\n" +
                 std::string(more));
}

bool RawClient::send_frame(unsigned opcode, std::string_view payload, bool final) {
  std::string frame;
  frame += static_cast<char>(opcode | (final ? 0x80U : 0U));
  if (payload.size() < 126) {
    frame += static_cast<char>(0x80U | payload.size());
  } else if (payload.size() <= 0xFFFF) {
    frame += static_cast<char>(0x80U | 126U);
    for (const unsigned shift : {8U, 0U}) frame += static_cast<char>(payload.size() >> shift);
  } else {
    frame += static_cast<char>(0x80U | 127U);
    for (int shift = 56; shift >= 0; shift -= 8) {
      frame += static_cast<char>(payload.size() >> static_cast<unsigned>(shift));
    }
  }
  for (const unsigned char byte : kMask) frame += static_cast<char>(byte);
  for (std::size_t i = 0; i < payload.size(); ++i) {
    frame += static_cast<char>(byte_at(payload, i) ^ kMask[i % kMask.size()]);
  }
  return send(frame);
}

std::optional<Frame> RawClient::frame() {
  const auto start = take(2);
  if (!start) return std::nullopt;
  std::size_t size = byte_at(*start, 1) & 0x7FU;
  if (size >= 126) {
    const auto longer = take(size == 126 ? 2 : 8);
    if (!longer) return std::nullopt;
    size = 0;
    for (std::size_t i = 0; i < longer->size(); ++i) size = (size << 8U) | byte_at(*longer, i);
  }
  auto payload = take(size);
  if (!payload) return std::nullopt;
  return Frame{byte_at(*start, 0) & 0x0FU, *std::move(payload), byte_at(*start, 0) & 0xF0U,
               (byte_at(*start, 1) & 0x80U) != 0};
}

unsigned RawClient::close_code() {
  while (const auto next = frame()) {
    if (next->opcode != 8) continue;
    send_frame(8, next->payload);
    shutdown(socket_, SHUT_WR);
    return next->close_code();
  }
  return 0;
}

bool RawClient::is_cut_off() {
  pollfd wait{socket_, POLLRDHUP, 0};
  return poll(&wait, 1, kDeadlineMs) > 0;
}

}  // namespace rebond
