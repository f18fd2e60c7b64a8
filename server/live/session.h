// What the relay knows of one connection: a cursor and little else.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>

#include "base/clock.h"
#include "base/ids.h"
#include "live/audience.h"
#include "live/peer.h"
#include "live/prelude.h"
#include "live/token_bucket.h"
#include "rebond/v1/frame.pb.h"

namespace rebond {

/// Where a connection stands.
enum class Phase {
  kSilent,     // before its Hello
  kGreeting,   // the writer is asked who it is
  kWaiting,    // welcomed; its snapshot is being made
  kFollowing,  // sent a prelude, then entries
  kClosing,    // closed by us; on_closed() will come
};

/// One connection. A slow one costs this much and one message in flight (CU7).
struct Session {
  ConnectionId id = 0;
  Peer* peer = nullptr;
  Phase phase = Phase::kSilent;
  Member member;
  MonotonicMs connected_at = 0;

  /// The last entry that was handed to the peer.
  Seq cursor = 0;
  std::uint64_t resume_epoch = 0;
  Seq resume_seq = 0;

  /// Set while the peer sends.
  bool writing = false;
  MonotonicMs write_started = 0;

  /// The snapshot being sent, and the next of its frames.
  std::shared_ptr<const Prelude> prelude;
  std::size_t next_frame = 0;
  /// Reads from the journal until it reaches the ring.
  bool from_journal = false;

  /// A screen that was told names: it is told when it is to forget them.
  bool told_names = false;

  /// How often it may still be told no (HS9).
  TokenBucket rejections{0, 0, 0};

  /// For this client alone: results, controls.
  v1::ServerFrame tail;
  /// The presence that it has seen.
  std::optional<std::uint64_t> presence_seen;
};

}  // namespace rebond
