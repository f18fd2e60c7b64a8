// The bugs that can be planted, to show that the simulation finds them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rebond::sim {

enum class Fault {
  kNone,
  /// The disk says "durable" and has not synced: a power cut takes it back.
  kSkipSync,
  /// Callbacks come before the write is made.
  kAckBeforeDurable,
  /// The outcomes of commands do not survive a restart.
  kForgetOutcomes,
  /// A client is resumed one entry too late.
  kResumeOffByOne,
  /// Two messages of a connection change places.
  kOutOfOrder,
  /// A snapshot is kept at once, ahead of the entries that it contains.
  kSnapshotAhead,
  /// A message to a client is lost, and the connection goes on.
  kLoseMessage,
  /// The disk gives back another record than was written.
  kChangeRecord,
};

/// "skip-sync" and so on; none for a name that is not a fault.
std::optional<Fault> fault_named(std::string_view name);

/// All names, separated by spaces.
std::string fault_names();

}  // namespace rebond::sim
