// A session's connection over a real WebSocket.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "base/clock.h"
#include "clients/cpp/link.h"
#include "clients/cpp/transport.h"

namespace boost::asio {
class io_context;
}

namespace rebond {

struct WebSocketTarget {
  ServerAddress server;
  /// "/cafes/ID/live".
  std::string path;
  /// The local address to connect from, such as "127.0.0.2"; empty: the system chooses.
  std::string from_address;
};

/// Many may live on one io_context; each is used on its thread only. The io_context must outlive
/// it.
class WebSocketTransport final : public Transport {
 public:
  WebSocketTransport(boost::asio::io_context& io, WebSocketTarget target, const Clock& clock);
  ~WebSocketTransport() override;
  WebSocketTransport(const WebSocketTransport&) = delete;
  WebSocketTransport(WebSocketTransport&&) = delete;
  WebSocketTransport& operator=(const WebSocketTransport&) = delete;
  WebSocketTransport& operator=(WebSocketTransport&&) = delete;

  /// Set once, before the first connect(); must outlive this object.
  void set_events(TransportEvents& events);

  void connect() override;
  void send(std::string message) override;
  void close() override;
  void wake_at(MonotonicMs when) override;

 private:
  class Socket;
  class Alarm;

  boost::asio::io_context& io_;
  WebSocketTarget target_;
  TransportEvents* events_ = nullptr;
  std::shared_ptr<Socket> socket_;
  std::unique_ptr<Alarm> alarm_;
};

}  // namespace rebond
