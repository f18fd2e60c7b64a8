// One device in one café, over as many connections as it takes.
#pragma once

#include <string>
#include <string_view>

#include "base/clock.h"
#include "base/ids.h"
#include "base/random.h"
#include "base/result.h"
#include "clients/cpp/back_off.h"
#include "clients/cpp/outbox.h"
#include "clients/cpp/replica.h"
#include "clients/cpp/session_observer.h"
#include "clients/cpp/transport.h"
#include "rebond/v1/command.pb.h"

namespace rebond {

struct SessionOptions {
  /// 16 bytes, from the link.
  std::string token;
  /// 16 random bytes; empty: the session makes them, and so is a new device.
  std::string device_key;
  Keep keep = Keep::kState;
  /// Joins when the link asks for it; else it only looks, and looking writes nothing (HS4).
  bool joins = true;
  /// With Keep::kCursor: begin behind that entry of that history; 0: begin at the head.
  Epoch resume_epoch = 0;
  Seq resume_seq = 0;
};

/// Speaks docs/protocol.md for one device: connects, says who it is, joins when the link asks for
/// it, keeps a copy, sends commands until each has its outcome, and reconnects.
///
/// Sans-I/O: everything comes in through TransportEvents, time and chance are inputs. Transport,
/// clock, random and observer must outlive it. Not thread-safe.
class ClientSession final : public TransportEvents {
 public:
  static constexpr MonotonicMs kPingMs = 5'000;
  /// After so much silence the connection counts as dead.
  static constexpr MonotonicMs kSilenceMs = 10'000;

  ClientSession(SessionOptions options, Transport& transport, const Clock& clock, Random& random,
                SessionObserver& observer);

  /// Connects. Called once.
  void start();

  /// Says goodbye and closes; SessionObserver::on_ended() follows.
  void stop();

  /// The server has sent everything up to its head of this connection, and commands may be sent.
  bool live() const { return phase_ == Phase::kConnected && live_; }
  bool ended() const { return phase_ == Phase::kEnded; }

  /// The newest Welcome; empty before the first.
  const v1::Welcome& welcome() const { return welcome_; }
  const Replica& replica() const { return replica_; }
  const State& state() const { return replica_.state(); }
  /// The person: from Welcome, or the one that this device made when it joined; 0: none.
  Id participant() const {
    return joined_ ? outbox_.renamed(participant_) : welcome_.participant();
  }

  /// Whether new_id() and send() may be called: the device has its number and has joined. Stays
  /// true over reconnections.
  bool can_write() const { return outbox_.device() != 0 && !has_to_join(); }

  /// A new id of this device.
  Id new_id() { return outbox_.new_id(); }

  /// What an id that new_id() gave is called now: another name when the café began a new epoch
  /// before its command was accepted (EP3).
  Id renamed(Id id) const { return outbox_.renamed(id); }

  /// Takes a command; SessionObserver::on_outcome() tells its outcome, once, whatever happens to
  /// the connection. `base_seq` is filled in. Fails with kInvalid when it is larger than a message
  /// may be.
  Result<CommandNumber> send(v1::Command command);

  /// Commands without an outcome.
  std::size_t waiting() const { return outbox_.waiting(); }

  /// Tells the others what this person does; forgotten when there is no connection.
  void show(const v1::Presence& presence);

  void on_open() override;
  void on_frame(std::string_view message) override;
  void on_closed(std::uint16_t code, std::string_view reason) override;
  void tick() override;

 private:
  enum class Phase { kNew, kConnecting, kGreeting, kConnected, kClosing, kWaiting, kEnded };

  void connect();
  void greet();
  void end(Ending ending);
  void close_for(const Error& trouble);

  // client_session_frames.cc
  void apply_control(const v1::Control& control);
  void on_welcome(const v1::Welcome& welcome);
  void on_snapshot_end(const v1::SnapshotEnd& end);
  void apply_entry(const v1::Entry& entry);
  void apply_result(const v1::Result& result);
  void join();
  void on_outcome(const Outcome& outcome);
  void settle();
  void take_new_key();
  void must(const Result<void>& done);
  bool has_to_join() const { return welcome_.must_join() && !joined_; }

  void flush();
  void transmit(const v1::ClientFrame& frame);
  void arm();
  MonotonicMs next_tick() const;

  SessionOptions options_;
  Transport& transport_;
  const Clock& clock_;
  Random& random_;
  SessionObserver& observer_;

  Phase phase_ = Phase::kNew;
  bool live_ = false;
  // Set by end(): told when the connection is really closed.
  Ending ending_;
  bool ends_ = false;

  v1::Welcome welcome_;
  Replica replica_;
  Outbox outbox_;
  BackOff back_off_;

  std::string personal_token_;
  Id participant_ = 0;
  CommandNumber join_number_ = 0;
  bool joined_ = false;

  MonotonicMs heard_at_ = 0;
  MonotonicMs next_ping_ = 0;
  MonotonicMs retry_at_ = 0;
  MonotonicMs armed_at_ = Outbox::kNever;
};

}  // namespace rebond
