// One connection between a simulated client and the simulated server.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>

#include "base/random.h"
#include "live/room.h"
#include "tests/simulation/fault.h"
#include "tests/simulation/schedule.h"

namespace rebond::sim {

/// What a wire tells its client; nothing after closed().
class WireEnd {
 public:
  virtual ~WireEnd() = default;
  virtual void opened() = 0;
  virtual void received(const std::string& message) = 0;
  virtual void closed(std::uint16_t code) = 0;
};

/// Ordered both ways, with delays; can stall, go silent in one direction, and be cut.
///
/// Kept alive by the events that it has scheduled.
class Wire final : public Peer, public std::enable_shared_from_this<Wire> {
 public:
  Wire(Schedule& schedule, Random& random, Fault fault, WireEnd& client);

  /// The client's side. `room` is null when no server answers.
  void open(Room* room);
  void client_sends(std::string message);
  void client_closes();

  // Peer: the server's side.
  void send(Message message) override;
  void close(v1::CloseCode code, const std::string& reason) override;

  /// Both ends learn that it is gone.
  void cut();
  /// The server's process is gone.
  void server_died();
  /// What is sent in one direction is lost from now on; nobody is told.
  void mute_client() { client_muted_ = true; }
  void mute_server() { server_muted_ = true; }
  /// Nothing arrives at the client for a while.
  void stall(MonotonicMs ms) { stalled_until_ = schedule_.now() + ms; }

  bool is_open() const { return room_ != nullptr; }

 private:
  MonotonicMs delay();
  void deliver_to_client();
  void end_at_server();
  void end_at_client(std::uint16_t code);

  Schedule& schedule_;
  Random& random_;
  Fault fault_;
  WireEnd* client_;
  Room* room_ = nullptr;
  ConnectionId connection_ = 0;
  std::deque<std::string> to_client_;
  MonotonicMs to_server_at_ = 0;
  MonotonicMs stalled_until_ = 0;
  bool client_muted_ = false;
  bool server_muted_ = false;
  bool delivering_ = false;
};

}  // namespace rebond::sim
