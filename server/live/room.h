// One café with everything that runs it: the door through which sockets reach it.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "base/result.h"
#include "core/state.h"
#include "live/audience.h"
#include "live/environment.h"
#include "live/journal.h"
#include "live/peer.h"
#include "live/wakeup.h"

namespace rebond {

class Cafe;
class Relay;
class SlowWork;

/// What a token opens, for HTTP requests.
struct Access {
  v1::Role role = v1::ROLE_UNSPECIFIED;
  Id table = 0;
  Id participant = 0;
};

/// Counters since the start, for /metrics.
struct RoomStats {
  std::size_t connections = 0;
  Seq head = 0;
  std::uint64_t commands = 0;
  std::uint64_t rejections = 0;
  std::uint64_t snapshots_made = 0;
  std::uint64_t snapshots_sent = 0;
  std::uint64_t bytes_sent = 0;
  /// Clients that knew more than the café, or whose copy differed: each is a bug to look into.
  std::uint64_t alarms = 0;
  /// Café time of the last entry, milliseconds since 1970.
  double last_entry_at_ms = 0;
  /// 0: kept until somebody removes it.
  std::uint32_t retention_days = 0;
};

/// One running café. Everything happens on one thread; nothing blocks but recovery.
class Room {
 public:
  /// Founds nothing: `stored` is what the journal holds, entries are read from it here.
  static Result<std::unique_ptr<Room>> open(const Environment& environment, Wakeup& wakeup,
                                            StoredCafe stored);
  ~Room();

  /// A new connection, before its Hello. `peer` must live until on_closed().
  ConnectionId connect(Peer& peer);
  /// One whole binary message.
  void on_frame(ConnectionId connection, std::string_view frame);
  /// The last send() is done.
  void on_writable(ConnectionId connection);
  /// The connection is gone, whoever closed it.
  void on_closed(ConnectionId connection);

  /// Called when Wakeup asked for it.
  void tick();

  /// Read-only storage, or writable again: every client is told, commands are refused meanwhile.
  void set_read_only(bool read_only);

  /// Tells every client and closes every connection.
  void stop(v1::CloseCode code, const std::string& reason);

  /// Takes the café out of service: once all that was appended is durable, everybody is closed
  /// with `code` and `then` is called. Who comes meanwhile is closed too; nothing is appended.
  void suspend(v1::CloseCode code, const std::string& reason, std::function<void()> then);
  bool is_suspended() const { return suspended_; }
  /// Into service again, as it was.
  void resume();
  /// Of a suspended one: into service again, with what the journal holds now.
  Result<void> reopen(StoredCafe stored);
  /// Of a suspended one, out of service for good: nothing of the café stays in memory but its id.
  void end();

  /// Whether and when the retention of this café is to be looked at again, in milliseconds: asked
  /// at every tick. Set once.
  void watch(std::function<std::optional<MonotonicMs>()> watch);

  /// What a token opens; kPermission when it is unknown or revoked.
  Result<Access> access(std::string_view token) const;

  /// Hands out an immutable copy of the state as it is now, once all of it is durable. For
  /// exports and other slow work; `done` may be called from inside this call.
  void share_state(std::function<void(std::shared_ptr<const State>)> done);

  const CafeId& id() const;
  Epoch epoch() const;
  const std::string& join_code() const;
  RoomStats stats() const;

  /// Gives out a fresh join token for a participant (POST /join); `done(token)` when it is durable.
  void mint_participant_token(std::function<void(std::string token)> done);

 private:
  Room(const Environment& environment, Wakeup& wakeup, std::unique_ptr<Cafe> cafe);

  void become(std::unique_ptr<Cafe> cafe);
  void schedule();

  const Environment& environment_;
  Wakeup& wakeup_;
  std::unique_ptr<Cafe> cafe_;
  std::unique_ptr<Relay> relay_;
  std::unique_ptr<SlowWork> slow_work_;
  std::function<std::optional<MonotonicMs>()> watch_;
  bool suspended_ = false;
  /// What was asked for while the café was out of service.
  std::vector<std::function<void()>> waiting_;
};

}  // namespace rebond
