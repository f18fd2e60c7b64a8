// One connection between a simulated client and the simulated server.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>

#include "live/room.h"
#include "tests/simulation/setting.h"

namespace rebond::sim {

/// What a wire tells its client; nothing after closed().
class WireEnd {
 public:
  virtual ~WireEnd() = default;
  virtual void opened() = 0;
  virtual void received(const std::string& message) = 0;
  virtual void closed(std::uint16_t code) = 0;
};

/// The way between one device and the server. While it is clogged nothing passes and nothing is
/// lost, on any of the device's connections.
struct Link {
  bool clogged = false;
};

/// Ordered both ways, with delays; can stall, be half open in either direction, and be cut.
///
/// Kept alive by its server and by the events that it has scheduled; the client must outlive the
/// world's events.
class Wire final : public Peer, public std::enable_shared_from_this<Wire> {
 public:
  Wire(Setting& setting, const Link& link, WireEnd& client);

  /// The client's side. `room` is null when no server answers.
  void open(Room* room);
  void client_sends(std::string message);
  void client_closes();
  /// The page is gone from one moment to the next; the server learns it, unless it cannot.
  void client_vanishes();

  // Peer: the server's side.
  void send(Message message) override;
  void close(v1::CloseCode code, const std::string& reason) override;

  /// Both ends learn that it is gone.
  void cut();
  /// The server's process is gone.
  void server_died();
  /// The link lets through again what it held back.
  void released();
  /// From now on what the client sends is lost, and its end is not noticed; nobody is told.
  void mute_to_server() { muted_to_server_ = true; }
  /// From now on what the server sends is lost: so many messages seem to leave, then none does.
  void mute_to_client(int seem_to_leave) { seem_to_leave_ = seem_to_leave; }
  /// Nothing arrives at the client for a while.
  void stall(MonotonicMs ms) { stalled_until_ = setting_.now() + ms; }

  bool is_open() const { return room_ != nullptr; }
  /// Nothing was ever done to it that can keep a message from its client in time.
  bool is_healthy() const {
    return is_open() && !muted_to_server_ && !seem_to_leave_ && stalled_until_ == 0 &&
           !link_.clogged;
  }

 private:
  MonotonicMs delay();
  void deliver_to_server();
  void deliver_to_client();
  void arrive();
  void end_at_server();
  void end_at_client(std::uint16_t code);

  Setting& setting_;
  const Link& link_;
  WireEnd* client_;
  Room* room_ = nullptr;
  ConnectionId connection_ = 0;
  std::deque<std::string> to_server_;
  /// How many of them have come as far as the link lets them.
  std::size_t due_at_server_ = 0;
  MonotonicMs to_server_at_ = 0;
  std::deque<std::string> to_client_;
  bool delivering_ = false;
  MonotonicMs stalled_until_ = 0;
  bool opening_ = false;
  bool client_gone_ = false;
  bool muted_to_server_ = false;
  std::optional<int> seem_to_leave_;
  /// What a clogged link keeps from the client.
  std::optional<std::uint16_t> close_code_;
};

}  // namespace rebond::sim
