// A plain socket of somebody who does not keep to the protocol.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace rebond::loadtest {

/// Connected to the server on this machine from one of many loopback addresses. Movable only.
class RawSocket {
 public:
  /// Comes from the `n`-th address, of twenty; is_open() is false when that fails.
  RawSocket(std::uint16_t port, std::size_t n);
  ~RawSocket();
  RawSocket(RawSocket&& other) noexcept;
  RawSocket& operator=(RawSocket&& other) noexcept;

  bool is_open() const { return socket_ >= 0; }

  /// What the kernel takes at once; the rest is lost. False when the connection is over.
  bool send(std::string_view bytes);

  /// Asks for a WebSocket and waits for the answer; false when it is refused or does not come.
  bool upgrade(std::uint16_t port, const std::string& path);

  /// Reads away what came. True when the server has ended the connection.
  bool has_ended();

 private:
  int socket_ = -1;
};

/// A masked WebSocket frame with a binary message.
std::string binary_frame(std::string_view payload);

}  // namespace rebond::loadtest
