// What the routes of this server work with.
#pragma once

#include <string>

#include "base/clock.h"
#include "base/limits.h"
#include "live/environment.h"
#include "live/exporter.h"
#include "live/rooms.h"
#include "net/admission.h"
#include "net/assets.h"
#include "net/join_attempts.h"
#include "net/own_addresses.h"

namespace rebond {

/// How long the sockets wait, in milliseconds.
struct Patience {
  int ping_every_ms = 20'000;
  /// A device that was not heard for so long is gone.
  int dead_after_ms = 45'000;
  /// For the closing handshake, and for a peer to read an error.
  int close_grace_ms = 5'000;
  /// For all devices to take the goodbye of a server that stops.
  int goodbye_ms = 2'500;
  /// For a response to be taken.
  int transfer_ms = 30'000;
  /// Between two looks at the free space of the disk.
  int look_at_disk_ms = 1'000;
};

/// References to what outlives every connection; used on one thread.
struct Site {
  Rooms& rooms;
  const Exporter& exporter;
  const Assets& assets;
  const Clock& clock;
  const Limits& limits;
  const OwnAddresses& own;
  Admission& admission;
  JoinAttempts& join_attempts;
  RunAside run_aside;
  /// What founding a café from elsewhere takes; empty: nothing is enough.
  std::string admin_token;
  Patience patience;
  /// The disk is nearly full.
  bool read_only = false;
  /// No new connection may reach a café any more.
  bool stopping = false;
};

}  // namespace rebond
