// The rules of a café: a command in, changes or a rejection out. Pure.
#pragma once

#include <optional>
#include <variant>
#include <vector>

#include "base/ids.h"
#include "base/limits.h"
#include "core/private_state.h"
#include "core/private_write.h"
#include "core/state.h"
#include "rebond/v1/command.pb.h"
#include "rebond/v1/entry.pb.h"
#include "rebond/v1/result.pb.h"

namespace rebond {

/// Who asks: what the token and the device of a connection say.
struct Member {
  v1::Role role = v1::ROLE_UNSPECIFIED;
  /// A captain's table.
  Id table = 0;
  Id participant = 0;
  DeviceNumber device = 0;
  /// The token is a join token: only Join is allowed.
  bool must_join = false;
  /// The token's number, as in AccessList.
  Id access = 0;
};

/// What decide() may know besides the command.
struct Context {
  const State& state;
  const PrivateState& private_state;
  const Limits& limits;
  Member member;
  /// The entry that an acceptance becomes.
  Seq next_seq = 0;
  /// Café time, milliseconds since 1970.
  double now_ms = 0;
  /// The last entry that the device had applied when the person acted.
  Seq base_seq = 0;
  /// The command's number, 0 for the server's own.
  CommandNumber command = 0;
};

/// What an accepted command does.
struct Changes {
  v1::What what = v1::WHAT_UNSPECIFIED;
  std::vector<v1::Change> changes;
  std::vector<PrivateWrite> private_writes;
  /// The outcome is private: nothing is broadcast, no entry is made.
  bool private_only = false;
  /// Nobody is told who did it: the entry has no actor, no device and no command (rules AN).
  bool anonymous = false;
  /// The ids that the server gave; only the sender is told.
  std::vector<Id> ids = {};
  /// The sender is told this instead; what is private happens all the same (UN3).
  std::optional<v1::Rejection> refused = std::nullopt;
};

using Decision = std::variant<Changes, v1::Rejection>;

/// Decides one command. No clock, no chance, no I/O: the same inputs give the same decision.
Decision decide(const v1::Command& command, const Context& context);

}  // namespace rebond
