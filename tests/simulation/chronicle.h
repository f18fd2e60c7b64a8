// What befell a simulated evening: counted, and told line by line to whoever wants to read it.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"

namespace rebond::sim {

/// What a simulated world meets. Each has a name in chronicle.cc.
enum class Event {
  // The network.
  kCut,
  kHalfOpenToServer,
  kHalfOpenToClient,
  kStall,
  kClog,
  kRelease,
  kTooSlow,
  // The disk.
  kDiskStall,
  kFailedAppend,
  kReadOnly,
  kSnapshotSaved,
  // The server and its machine.
  kCrash,
  kTornCrash,
  kCrashAtOpening,
  kSnapshotRecovered,
  kClockBack,
  kClockForward,
  kClockOverRestart,
  kSlowWork,
  // The devices.
  kJoin,
  kReloadKeeping,
  kReloadLosing,
  kNewDevice,
  kTakeover,
  kLent,
  kTakenBack,
  kShownOut,
  kSentAgain,
  kAskedAgain,
  kForgottenOutcome,
  kReadOnlyRefusal,
  kRateRefusal,
  kFlood,
  kHostile,
  kHostileClosed,
  // Getting up to date.
  kResumed,
  kSnapshotSent,
  kRingOverflow,
  kFold,
  kSalvage,
  // What was compared.
  kCheckpoint,
  kDigestCompared,
  kCharacterChecked,
  kCount,
};

std::string_view name_of(Event event);

/// Counts what happened; with `told`, also writes a line for it on standard output.
class Chronicle {
 public:
  explicit Chronicle(bool told = false) : told_(told) {}

  void happened(Event event, MonotonicMs now, const std::string& detail = "");
  /// Counts, and never tells.
  void counted(Event event, std::uint64_t times = 1) { counts_[index(event)] += times; }

  std::uint64_t count(Event event) const { return counts_[index(event)]; }
  void add(const Chronicle& other);

  /// The names of what never happened.
  std::vector<std::string_view> missing() const;
  /// An object of names and counts.
  std::string as_json() const;

 private:
  static std::size_t index(Event event) { return static_cast<std::size_t>(event); }

  bool told_;
  std::array<std::uint64_t, static_cast<std::size_t>(Event::kCount)> counts_{};
};

}  // namespace rebond::sim
