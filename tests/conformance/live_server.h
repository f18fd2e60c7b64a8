// The server that all cases of this program talk to.
#pragma once

#include <cstdint>
#include <string>

namespace rebond::conformance {

/// A café of a server that runs as long as the program does.
struct LiveServer {
  std::uint16_t port = 0;
  /// The path of the WebSocket.
  std::string live;
  /// A message: who is greeted with it sees and writes nothing but presence.
  std::string hello;
};

/// Starts the server when it is asked for the first time.
const LiveServer& live_server();

/// Returns when the server has dealt with all that was sent to it before.
void let_the_server_catch_up();

}  // namespace rebond::conformance
