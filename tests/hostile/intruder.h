// Somebody with a valid link who does not keep to the protocol.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "loadtest/attack.h"
#include "rebond/v1/command.pb.h"
#include "rebond/v1/frame.pb.h"
#include "tests/net/raw_client.h"

namespace rebond {

class Intruder {
 public:
  enum class Stage { kUpgraded, kWelcomed };

  /// Each is a device of its own. With a small `receive_buffer` what is not read is soon stuck.
  explicit Intruder(const loadtest::AttackTarget& target, Stage stage = Stage::kWelcomed,
                    int receive_buffer = 0);

  RawClient& client() { return client_; }
  std::uint32_t device() const { return device_; }

  /// False when the server has ended the connection.
  bool send(const v1::ClientFrame& frame);

  /// Sends the next command and waits for its outcome: a rejection, or none when it was accepted
  /// or the connection ended.
  std::optional<v1::Rejection> rejection_of(const v1::Command& command);
  std::optional<v1::Rejection> rejection_of_bytes(std::string_view command);

  /// A question of the protocol is answered.
  bool is_served();

  /// The code of the close frame; 0 when the connection is cut without one.
  unsigned close_code() { return client_.close_code(); }

 private:
  /// The next message of the café; none when the connection ended.
  std::optional<v1::ServerFrame> next();

  RawClient client_;
  std::uint32_t device_ = 0;
  std::uint32_t last_command_ = 0;
};

/// The bytes of that Hello as a message; `device` makes its device key.
std::string hello_message(const std::string& token, int device);

}  // namespace rebond
