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
  /// The last entry is gone after a restart, and its number is given a second time.
  kTwoLivesOneSeq,
  /// Outcomes that are too old are never forgotten.
  kUnboundedOutcomes,
  /// Salvaged words are acknowledged and not kept.
  kForgetSalvage,
  /// A link that was taken back opens the café again after a restart.
  kForgetRevocation,
  /// The last character of an idea is dropped before it is decided.
  kDropCharacter,
  /// A device that connects again leaves its first connection open.
  kForgetTakeover,
  /// A café on a full disk goes on writing.
  kIgnoreReadOnly,
};

/// "skip-sync" and so on; none for a name that is not a fault.
std::optional<Fault> fault_named(std::string_view name);

/// All names, separated by spaces.
std::string fault_names();

}  // namespace rebond::sim
