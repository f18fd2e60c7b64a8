// One connection of the fuzzed café: it checks all that it is sent.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>

#include "clients/cpp/replica.h"
#include "tests/live/hall.h"

namespace rebond::fuzz {

/// Says anything; but while its Hello was its own, it follows the café with a Replica, and the café
/// must bring it to the same state.
class Line final : public Peer {
 public:
  /// `token` and `device_key` are what its own Hello says. The hall must outlive it.
  Line(test::Hall& hall, std::string token, std::string device_key);

  // Peer.
  void send(Message message) override;
  void close(v1::CloseCode code, const std::string& reason) override;

  /// Connects, with a fresh copy, and says its own Hello.
  void enter();
  /// Sends the bytes; connects first when it is not connected, and then says no Hello.
  void say(const std::string& bytes);
  void hang_up();
  /// Whether it takes what it is sent.
  void read(bool reads) { reads_ = reads; }
  /// The server died: whoever was connected is not any more.
  void lose() { connected_ = false; }

  /// Takes the message in flight and the close, if there are any. False when there was nothing.
  bool arrive();

  /// Welcomed by its own Hello, open, and reading.
  bool follows() const {
    return connected_ && honest_ && reads_ && !closed_ && replica_.epoch() != 0;
  }
  const Replica& replica() const { return replica_; }

 private:
  void connect();
  void take(const v1::ServerFrame& frame);
  void take(const v1::Control& control);

  test::Hall& hall_;
  std::string token_;
  std::string device_key_;
  ConnectionId connection_ = 0;
  bool connected_ = false;
  bool honest_ = false;
  bool reads_ = true;
  bool closed_ = false;
  std::optional<std::string> flight_;
  Replica replica_{Keep::kState};
};

}  // namespace rebond::fuzz
