// How a client gets from where it is to the head (rules CU2 to CU4).
#pragma once

#include <cstdint>

#include "base/ids.h"
#include "base/limits.h"
#include "live/ring.h"

namespace rebond {

enum class CatchUp {
  kFromRing,
  kFromJournal,
  kSnapshot,
  /// The client has applied what this server never had: data was lost. A snapshot, and an alarm.
  kLostData,
};

/// Decides for a client that has applied `seq` of the history `client_epoch`.
CatchUp plan_catch_up(const Ring& ring, Epoch epoch, Epoch client_epoch, Seq seq,
                      const Limits& limits);

}  // namespace rebond
