// The one writer of one café: order, duplicates, decisions, durability.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>

#include "core/decide.h"
#include "core/private_state.h"
#include "core/state.h"
#include "live/audience.h"
#include "live/cafe_clock.h"
#include "live/environment.h"
#include "live/private_news.h"
#include "live/slab.h"
#include "live/token_bucket.h"
#include "rebond/v1/frame.pb.h"

namespace rebond {

/// Decides commands one after the other, applies them at once and makes them durable; tells the
/// audience only what is durable (rules EO). Sans-I/O, on one thread.
class Cafe {
 public:
  /// `state` and `private_state` are what recovery found. The audience must outlive the café.
  Cafe(const Environment& environment, v1::CafeHeader header, State state,
       PrivateState private_state);

  /// Set once, before anything else is called.
  void set_audience(Audience& audience) { audience_ = &audience; }

  /// Answers with on_greeted or on_refused, when what it says is durable.
  void greet(ConnectionId connection, const v1::Hello& hello);

  /// Decides the commands of one device, in order. Stops at the first that consumes no number.
  void submit(ConnectionId connection, DeviceNumber device, const v1::CommandBatch& batch);

  /// Makes an entry of a decision of the server's own; without changes, none. Not while read-only.
  void enter(Changes changes);

  /// Answers with on_snapshot.
  void request_snapshot();

  /// Runs `then` once everything appended so far is durable; at once when it is.
  void when_durable(std::function<void()> then);

  /// Locks rounds whose grace is over, tells the digest after a quiet time.
  void tick();
  /// When tick() has something to do, in milliseconds from now.
  std::optional<MonotonicMs> next_tick_ms() const;

  void set_read_only(bool read_only) { read_only_ = read_only; }
  bool read_only() const { return read_only_; }

  std::optional<Member> member_of(DeviceNumber device) const;
  /// The join token for those who type the join code; kept before `done` is called. It is the same
  /// until it is taken back or the server stops, so that a flood of right codes makes no links.
  void mint_participant_token(std::function<void(std::string token)> done);

  double now_ms() const { return clock_.now_ms(); }
  const v1::CafeHeader& header() const { return header_; }
  /// With everything decided, durable or not.
  const State& state() const { return state_; }
  const PrivateState& private_state() const { return private_state_; }
  Seq durable_seq() const { return durable_seq_; }
  std::uint64_t commands() const { return commands_; }
  std::uint64_t rejections() const { return rejections_; }

 private:
  /// False when the command consumed no number and the rest of the batch must wait.
  bool submit_one(ConnectionId connection, DeviceNumber device,
                  const v1::NumberedCommand& numbered);
  bool refuse(ConnectionId connection, CommandNumber number, v1::Rejection rejection);
  Decision decide_bytes(const v1::NumberedCommand& numbered, const Member& member,
                        v1::Command& command) const;
  void accept(ConnectionId connection, DeviceNumber device, CommandNumber number,
              const Member& member, Changes changes);
  void reject(ConnectionId connection, DeviceNumber device, CommandNumber number,
              v1::Rejection rejection);
  void answer(ConnectionId connection, v1::Result result);
  /// Tells the audience once it is durable.
  void tell(PrivateNews news);
  std::optional<DeviceNumber> admit_device(const v1::Hello& hello, Id token);

  /// Applies an entry and its private writes, and asks the journal to keep them.
  void commit(v1::Entry entry, std::vector<PrivateWrite> writes);
  void append(Append append, std::function<void()> on_durable);
  void on_durable();
  void note_digest();
  void save_snapshot_if_due();

  const Environment& environment_;
  v1::CafeHeader header_;
  CafeClock clock_;
  State state_;
  PrivateState private_state_;
  /// Empty: none was given out since the start.
  std::string code_token_;
  Audience* audience_ = nullptr;
  SlabWriter slabs_;
  std::map<DeviceNumber, TokenBucket> buckets_;
  bool read_only_ = false;

  std::uint64_t appended_ = 0;
  std::uint64_t durable_ = 0;
  Seq durable_seq_;
  struct Waiter {
    std::uint64_t append = 0;
    std::function<void()> then;
  };
  std::deque<Waiter> waiters_;

  Seq snapshot_saved_;
  Seq digest_noted_;
  MonotonicMs last_change_ = 0;
  bool snapshot_requested_ = false;
  std::uint64_t commands_ = 0;
  std::uint64_t rejections_ = 0;
};

}  // namespace rebond
