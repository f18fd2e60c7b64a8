// A client's connection, as the live café sees it.
#pragma once

#include <string>

#include "live/message.h"
#include "rebond/v1/frame.pb.h"

namespace rebond {

/// Implemented by the sockets, the simulation and the tests. Used on its café's thread only.
///
/// The owner of a Peer keeps it alive until it has told the relay on_closed().
class Peer {
 public:
  virtual ~Peer() = default;

  /// Starts to send one binary message. Not called again before Relay::on_writable() was,
  /// which is never from inside send().
  virtual void send(Message message) = 0;

  /// Closes with a code of docs/protocol.md. `reason` has at most 123 bytes. What was given to
  /// send() before is still sent if it can be. Relay::on_closed() follows, never from inside
  /// close().
  virtual void close(v1::CloseCode code, const std::string& reason) = 0;
};

}  // namespace rebond
