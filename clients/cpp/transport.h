// What a session needs from the world: one connection at a time, and an alarm.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/clock.h"

namespace rebond {

/// Implemented by the sockets, the simulation and the tests; used on one thread.
class Transport {
 public:
  virtual ~Transport() = default;

  /// Starts a connection: TransportEvents::on_open() or on_closed() follows, never from inside.
  /// Not called again before on_closed().
  virtual void connect() = 0;

  /// Sends one binary message, behind those that are not sent yet. Only while the connection is
  /// open.
  virtual void send(std::string message) = 0;

  /// Ends the connection or the attempt; what was given to send() is still sent if it can be.
  /// on_closed() follows, never from inside, and soon even when the other side is silent.
  virtual void close() = 0;

  /// Asks for one call of TransportEvents::tick() at `when` on the session's clock or a little
  /// later; takes the place of an earlier request.
  virtual void wake_at(MonotonicMs when) = 0;
};

/// What a transport tells. Nothing is told of a connection after its on_closed().
class TransportEvents {
 public:
  virtual ~TransportEvents() = default;

  virtual void on_open() = 0;
  /// One whole binary message; valid during the call.
  virtual void on_frame(std::string_view message) = 0;
  /// The connection is over, or never came about. `code` is the close code, 1006 when there is
  /// none; `reason` is the server's, or why it could not be reached.
  virtual void on_closed(std::uint16_t code, std::string_view reason) = 0;
  virtual void tick() = 0;
};

}  // namespace rebond
