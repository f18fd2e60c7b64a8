// A client without a session: it says what it likes, when it likes.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "rebond/v1/frame.pb.h"
#include "tests/simulation/server_process.h"
#include "tests/simulation/setting.h"
#include "tests/simulation/wire.h"

namespace rebond::sim {

/// One connection after the other, with a link that is always well. Outlives the world's events.
class RawDevice : public WireEnd {
 public:
  RawDevice(Setting& setting, ServerProcess& server) : setting_(setting), server_(server) {}

 protected:
  void connect() {
    wire_ = std::make_shared<Wire>(setting_, link_, *this);
    server_.attach(wire_);
    wire_->open(server_.room());
  }
  void say(const v1::ClientFrame& frame) { wire_->client_sends(frame.SerializeAsString()); }

  static v1::ClientFrame hello(const std::string& token, const std::string& device_key) {
    v1::ClientFrame frame;
    v1::Hello& hello = *frame.mutable_hello();
    hello.set_protocol_min(1);
    hello.set_protocol_max(1);
    hello.set_token(token);
    hello.set_device_key(device_key);
    return frame;
  }

  Setting& setting_;
  ServerProcess& server_;
  Link link_;
  std::shared_ptr<Wire> wire_;
};

}  // namespace rebond::sim
