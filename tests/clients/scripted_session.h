// A session with a transport, a clock and an observer that the test plays itself.
#pragma once

#include <gtest/gtest.h>
#include <memory>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/random.h"
#include "clients/cpp/client_session.h"

namespace rebond::testing {

/// Keeps what a session asks of its transport.
class ScriptedTransport final : public Transport {
 public:
  void connect() override { ++connects; }
  void send(std::string message) override { sent.push_back(std::move(message)); }
  void close() override { ++closes; }
  void wake_at(MonotonicMs when) override { wake = when; }

  int connects = 0;
  int closes = 0;
  MonotonicMs wake = 0;
  std::vector<std::string> sent;
};

/// Keeps what a session tells.
class Notes final : public SessionObserver {
 public:
  void on_live() override { ++lives; }
  void on_entry(const v1::Entry& entry) override { entries.push_back(entry.seq()); }
  void on_snapshot() override { ++snapshots; }
  void on_outcome(const Outcome& outcome) override { outcomes.push_back(outcome); }
  void on_disconnected(std::uint16_t code, const std::string&, MonotonicMs retry_in_ms) override {
    disconnects.push_back(code);
    retry_in = retry_in_ms;
  }
  void on_trouble(const Error& trouble) override { troubles.push_back(trouble.message); }
  void on_ended(const Ending& ending) override { endings.push_back(ending); }

  int lives = 0;
  int snapshots = 0;
  std::vector<Seq> entries;
  std::vector<Outcome> outcomes;
  std::vector<std::uint16_t> disconnects;
  MonotonicMs retry_in = 0;
  std::vector<std::string> troubles;
  std::vector<Ending> endings;
};

/// The session under test and the server's side of its conversation.
class ScriptedSession {
 public:
  explicit ScriptedSession(SessionOptions options = with_token()) {
    session = std::make_unique<ClientSession>(std::move(options), transport, clock, random, notes);
  }

  static SessionOptions with_token() {
    SessionOptions options;
    options.token = std::string(16, 't');
    return options;
  }

  /// A Welcome of an empty café for device 7.
  static v1::Welcome welcome() {
    v1::Welcome welcome;
    welcome.set_protocol(1);
    welcome.set_epoch(99);
    welcome.set_mode(v1::RESUME_MODE_ENTRIES);
    welcome.set_device(7);
    welcome.set_role(v1::ROLE_CAPTAIN);
    return welcome;
  }

  /// Everything that was sent since the last call.
  std::vector<v1::ClientFrame> frames() {
    std::vector<v1::ClientFrame> out;
    for (const std::string& message : transport.sent) {
      EXPECT_TRUE(out.emplace_back().ParseFromString(message));
    }
    transport.sent.clear();
    return out;
  }

  /// The numbers of the commands that were sent since the last call.
  std::vector<CommandNumber> numbers() {
    std::vector<CommandNumber> out;
    for (const v1::ClientFrame& frame : frames()) {
      for (const auto& command : frame.commands().commands()) out.push_back(command.number());
    }
    return out;
  }

  void receive(const v1::ServerFrame& frame) { session->on_frame(frame.SerializeAsString()); }

  void receive(const v1::Welcome& answer) {
    v1::ServerFrame frame;
    *frame.add_control()->mutable_welcome() = answer;
    receive(frame);
  }

  void receive(const v1::Entry& entry) {
    v1::ServerFrame frame;
    *frame.add_entries() = entry;
    receive(frame);
  }

  void receive(const v1::Result& result) {
    v1::ServerFrame frame;
    *frame.add_results() = result;
    receive(frame);
  }

  /// Connects and is welcomed.
  void open(const v1::Welcome& answer = welcome()) {
    if (transport.connects == 0) session->start();
    session->on_open();
    receive(answer);
  }

  /// Loses the connection and connects again after the back-off.
  void reconnect(const v1::Welcome& answer, std::uint16_t code = 1006) {
    session->on_closed(code, "");
    clock.advance(notes.retry_in);
    session->tick();
    frames();
    open(answer);
  }

  Result<CommandNumber> send() {
    v1::Command command;
    command.mutable_end_round();
    return session->send(command);
  }

  ManualClock clock;
  SeededRandom random{1};
  ScriptedTransport transport;
  Notes notes;
  std::unique_ptr<ClientSession> session;
};

/// An entry that puts a table; `device` and `command` say whose outcome it is.
inline v1::Entry entry(Seq seq, DeviceNumber device = 0, CommandNumber command = 0) {
  v1::Entry out;
  out.set_seq(seq);
  out.set_device(device);
  out.set_command(command);
  out.set_what(v1::WHAT_TABLE_CHANGED);
  v1::Put& put = *out.add_changes()->mutable_put();
  put.set_kind(v1::RECORD_KIND_TABLE);
  put.set_id(seq);
  v1::Table table;
  table.set_number(seq);
  put.set_record(table.SerializeAsString());
  return out;
}

inline v1::Result rejection(CommandNumber command, v1::RejectionCode code,
                            std::uint32_t retry_after_ms = 0) {
  v1::Result out;
  out.set_command(command);
  out.mutable_rejection()->set_code(code);
  out.mutable_rejection()->set_retry_after_ms(retry_after_ms);
  return out;
}

inline v1::Result accepted(CommandNumber command, Seq seq) {
  v1::Result out;
  out.set_command(command);
  out.mutable_accepted()->set_seq(seq);
  return out;
}

/// The state after entries 1 to `seq` of entry().
inline State state_at(Seq seq) {
  State state;
  for (Seq n = 1; n <= seq; ++n) EXPECT_TRUE(state.apply(entry(n)));
  return state;
}

/// A snapshot of that state as control messages, in chunks of `chunk_bytes`.
inline v1::ServerFrame snapshot_frame(const State& state, std::size_t chunk_bytes = 20) {
  const std::string bytes = state.to_snapshot();
  v1::ServerFrame frame;
  v1::SnapshotBegin& begin = *frame.add_control()->mutable_snapshot_begin();
  begin.set_seq(state.seq());
  begin.set_bytes(static_cast<std::uint32_t>(bytes.size()));
  for (std::size_t at = 0; at < bytes.size(); at += chunk_bytes) {
    frame.add_control()->mutable_snapshot_chunk()->set_data(bytes.substr(at, chunk_bytes));
  }
  frame.add_control()->mutable_snapshot_end()->set_seq(state.seq());
  return frame;
}

}  // namespace rebond::testing
