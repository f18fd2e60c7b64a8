// A session on a real socket.
#pragma once

#include <memory>
#include <utility>

#include "clients/cpp/client_session.h"
#include "clients/cpp/websocket_transport.h"

namespace rebond {

/// What the clients of a process share; must outlive them.
struct Surroundings {
  boost::asio::io_context& io;
  const Clock& clock;
  Random& random;
};

/// A session and the transport under it. Used on the thread of its io_context; the observer must
/// outlive it. Not destroyed from inside a call of its observer.
class LiveClient {
 public:
  LiveClient(Surroundings around, WebSocketTarget target, SessionOptions options,
             SessionObserver& observer)
      : transport_(around.io, std::move(target), around.clock),
        session_(std::move(options), transport_, around.clock, around.random, observer) {
    transport_.set_events(session_);
  }

  ClientSession& session() { return session_; }
  const ClientSession& session() const { return session_; }

 private:
  WebSocketTransport transport_;
  ClientSession session_;
};

}  // namespace rebond
