// A small café in memory for the tests of live: clock, journal and sockets stand still until told.
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/limits.h"
#include "base/random.h"
#include "core/state.h"
#include "live/rooms.h"
#include "rebond/v1/frame.pb.h"
#include "store/memory_journal.h"

namespace rebond::test {

/// The alarm of a room: remembers when it was asked to ring.
class ManualWakeup final : public Wakeup {
 public:
  explicit ManualWakeup(const Clock& clock) : clock_(clock) {}

  void wake_in(MonotonicMs delay_ms) override {
    const MonotonicMs at = clock_.monotonic_ms() + delay_ms;
    if (!due_ || at < *due_) due_ = at;
  }

  bool is_due() const { return due_ && *due_ <= clock_.monotonic_ms(); }
  void clear() { due_.reset(); }

 private:
  const Clock& clock_;
  std::optional<MonotonicMs> due_;
};

class Hall;

/// One client: its connection, what it was sent, and its copy of the café.
class Guest final : public Peer {
 public:
  Guest(Hall& hall, std::string token, std::string device_key);

  // Peer.
  void send(Message message) override;
  void close(v1::CloseCode code, const std::string& reason) override;

  void connect();
  /// Connects and says Hello, resuming where the copy is.
  void enter();
  void disconnect();
  void hello(std::uint64_t epoch, Seq seq);
  void send_frame(const v1::ClientFrame& frame);
  void send_bytes(const std::string& bytes);
  /// Sends one command with the next number (or with `number`).
  CommandNumber command(v1::Command command, CommandNumber number = 0);
  CommandNumber add_card(const std::string& text, Id table = 0);
  /// A fresh id of this device.
  Id new_id() { return make_id(welcome.device(), ++counter_); }

  /// The message in flight has arrived.
  void arrive();
  /// False: what is sent stays in flight until arrive().
  bool reads = true;

  const v1::Result* result(CommandNumber number) const;

  v1::Welcome welcome;
  State copy;
  std::uint64_t copy_epoch = 0;
  std::vector<Seq> received;  // the seq of every entry received, in order
  std::vector<v1::Result> results;
  std::map<std::uint32_t, v1::PresenceEntry> presence;
  std::vector<v1::Control> controls;
  std::size_t messages = 0;
  std::size_t largest_message = 0;
  std::optional<v1::CloseCode> closed;
  bool in_flight() const { return !flight_.empty(); }

 private:
  void receive(const v1::ServerFrame& frame);
  void receive_control(const v1::Control& control);

  Hall& hall_;
  // Of its connection: a café that is removed still has it.
  Room* room_ = nullptr;
  std::string token_;
  std::string device_key_;
  ConnectionId connection_ = 0;
  bool connected_ = false;
  bool told_closed_ = true;
  std::string flight_;
  std::string snapshot_;
  CommandNumber last_command_ = 0;
  std::uint32_t counter_ = 0;
  friend class Hall;
};

/// A server with one café of three tables, whose entries become durable in settle() or commit().
class Hall {
 public:
  explicit Hall(Limits limits = {}, const Method* method = nullptr);
  ~Hall();

  Guest& captain(std::uint32_t table);
  Guest& facilitator();
  Guest& screen();
  /// With the participant's join link.
  Guest& guest();
  Guest& with_token(const std::string& token);

  Room& room() { return *rooms->find(links.cafe); }

  /// Makes everything durable, lets every reading client receive, rings due alarms; until quiet.
  void settle();
  /// Only deliveries and alarms: what is not durable stays so.
  void deliver();
  void pass(MonotonicMs ms);
  /// The process dies and starts again; clients are disconnected and keep their copies.
  void crash(std::size_t written = 0);

  Limits limits;
  ManualClock clock;
  SeededRandom random{7};
  std::vector<std::string> addresses{"http://127.0.0.1:8080"};
  std::unique_ptr<MemoryJournal> journal;
  std::unique_ptr<Rooms> rooms;
  CafeLinks links;
  std::vector<std::unique_ptr<Guest>> guests;

 private:
  void start();

  const Method* method_;
  std::vector<ManualWakeup*> alarms_;
};

}  // namespace rebond::test
