// A server with one café, and devices on raw WebSockets.
#pragma once

#include <functional>
#include <gtest/gtest.h>
#include <memory>
#include <string>

#include "rebond/v1/frame.pb.h"
#include "tests/net/raw_client.h"
#include "tests/net/running_server.h"

namespace rebond {

inline constexpr unsigned kText = 1;
inline constexpr unsigned kBinary = 2;
inline constexpr unsigned kClose = 8;
inline constexpr unsigned kPing = 9;
inline constexpr unsigned kPong = 10;

/// A Hello as a frame.
inline std::string hello(const std::string& token) {
  v1::ClientFrame frame;
  frame.mutable_hello()->set_protocol_min(1);
  frame.mutable_hello()->set_protocol_max(1);
  frame.mutable_hello()->set_token(token);
  frame.mutable_hello()->set_device_key("0123456789abcdef");
  return frame.SerializeAsString();
}

/// A Ping of the protocol, which is answered by a Pong.
inline std::string ping() {
  v1::ClientFrame frame;
  frame.mutable_ping()->set_client_time_ms(1);
  return frame.SerializeAsString();
}

/// A server with one café.
class WebSocketTest : public testing::Test {
 protected:
  void start(const std::function<void(ServerSettings&)>& change = {}) {
    server_ = std::make_unique<RunningServer>(change);
    const auto founded = server_->found_cafe();
    live_ = "/cafes/" + founded["cafe"].get<std::string>() + "/live";
    screen_token_ = token_of(founded["links"]["screen"]);
    captain_link_ = founded["links"]["captains"][0];
  }

  /// A connection that has been upgraded.
  std::unique_ptr<RawClient> connect(int receive_buffer = 0) {
    auto client = std::make_unique<RawClient>(server_->port(), receive_buffer);
    const auto answer = client->upgrade(live_);
    EXPECT_TRUE(answer && answer->status == 101);
    return client;
  }

  /// A connection that has been welcomed.
  std::unique_ptr<RawClient> connect_screen(int receive_buffer = 0) {
    auto client = connect(receive_buffer);
    client->send_frame(kBinary, hello(screen_token_));
    EXPECT_TRUE(is_welcomed(*client));
    return client;
  }

  static bool is_welcomed(RawClient& client) {
    const auto frame = client.frame();
    v1::ServerFrame message;
    return frame && frame->opcode == kBinary && message.ParseFromString(frame->payload) &&
           message.control_size() > 0 && message.control(0).has_welcome();
  }

  /// Nobody else has noticed anything.
  void expect_others_are_served() {
    connect_screen();
    EXPECT_EQ(RawClient(server_->port()).get("/healthz")->status, 200U);
  }

  std::unique_ptr<RunningServer> server_;
  std::string live_;
  std::string screen_token_;
  std::string captain_link_;
};

}  // namespace rebond
