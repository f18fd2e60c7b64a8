// What a client is sent before it follows the entries: a snapshot, cut into frames.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/ids.h"

namespace rebond {

/// Frames to send in order, after which the client holds the state at `seq`. Encoded once and
/// shared by everybody who needs it.
struct Prelude {
  Seq seq = 0;
  std::vector<SharedBytes> frames;
};

/// SnapshotBegin, chunks of at most kSnapshotChunkBytes, SnapshotEnd (CU3).
std::shared_ptr<const Prelude> snapshot_prelude(Seq seq, std::string_view snapshot);

}  // namespace rebond
