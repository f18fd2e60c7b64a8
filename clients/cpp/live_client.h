// A session on a real socket.
#pragma once

#include <memory>
#include <utility>

#include "clients/cpp/client_session.h"
#include "clients/cpp/websocket_transport.h"

namespace rebond {

/// A session and the transport under it. Used on the thread of its io_context, which, like clock,
/// random and observer, must outlive it. Not destroyed from inside a call of its observer.
class LiveClient {
 public:
  LiveClient(boost::asio::io_context& io, WebSocketTarget target, SessionOptions options,
             const Clock& clock, Random& random, SessionObserver& observer)
      : transport_(io, std::move(target), clock),
        session_(std::move(options), transport_, clock, random, observer) {
    transport_.set_events(session_);
  }

  ClientSession& session() { return session_; }
  const ClientSession& session() const { return session_; }

 private:
  WebSocketTransport transport_;
  ClientSession session_;
};

}  // namespace rebond
