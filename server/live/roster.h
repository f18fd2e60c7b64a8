// Who is here and what they do: never in the journal (rules PR).
#pragma once

#include <cstdint>
#include <map>
#include <set>

#include "base/bytes.h"
#include "base/clock.h"
#include "live/audience.h"
#include "rebond/v1/frame.pb.h"

namespace rebond {

/// The presence of all connections, and what has changed since the last tick.
class Roster {
 public:
  /// The connection is somebody now, or somebody else.
  void set_member(ConnectionId connection, const Member& member, MonotonicMs now);
  /// What the client says that it does.
  void set_doing(ConnectionId connection, const v1::Presence& doing, MonotonicMs now);
  /// Something was heard from it.
  void heard(ConnectionId connection, MonotonicMs now);
  void remove(ConnectionId connection);

  /// Marks as gone who was silent for 30 s.
  void expire(MonotonicMs now);

  bool changed() const { return !changed_.empty(); }

  /// Grows by one with every delta; 0 before the first.
  std::uint64_t version() const { return version_; }

  /// The next delta, as a ServerFrame with at most 64 items; what is left waits for the next one.
  SharedBytes next_delta();

  /// Everybody who is present, as a ServerFrame; encoded once per version.
  SharedBytes whole();

 private:
  struct Here {
    v1::PresenceEntry entry;
    MonotonicMs heard = 0;
  };

  std::map<ConnectionId, Here> here_;
  std::set<ConnectionId> changed_;
  std::uint64_t version_ = 0;
  SharedBytes whole_;
};

}  // namespace rebond
