// Devices that send too much: each ends alone.
#include <gmock/gmock.h>

#include "rebond/v1/command.pb.h"
#include "tests/net/websocket_fixture.h"

namespace rebond {
namespace {

constexpr unsigned kContinuation = 0;

class FloodTest : public WebSocketTest {
 protected:
  /// A server that takes ten frames from a connection, and hardly more later.
  void start_strict() {
    start([](ServerSettings& settings) {
      settings.limits.frames_burst = 10;
      settings.limits.frames_per_second = 1;
      settings.limits.rejections_burst = 10;
      settings.limits.rejections_per_second = 1;
    });
  }

  static void flood(RawClient& client, unsigned opcode, const std::string& payload) {
    for (int frame = 0; frame < 30; ++frame) client.send_frame(opcode, payload);
  }
};

std::string presence() {
  v1::ClientFrame frame;
  frame.mutable_presence();
  return frame.SerializeAsString();
}

std::string commands(std::uint32_t first, const std::string& command) {
  v1::ClientFrame frame;
  for (std::uint32_t number = first; number < first + 12; ++number) {
    v1::NumberedCommand& numbered = *frame.mutable_commands()->add_commands();
    numbered.set_number(number);
    numbered.set_command(command);
  }
  return frame.SerializeAsString();
}

TEST_F(FloodTest, HS8ClosesAFloodOfPings) {
  start_strict();
  const auto client = connect_screen();
  flood(*client, kBinary, ping());
  EXPECT_EQ(client->close_code(), 4007U);
  expect_others_are_served();
}

TEST_F(FloodTest, HS8ClosesAFloodOfPresence) {
  start_strict();
  const auto client = connect_screen();
  flood(*client, kBinary, presence());
  EXPECT_EQ(client->close_code(), 4007U);
  expect_others_are_served();
}

TEST_F(FloodTest, HS8ClosesAFloodOfControlFrames) {
  start_strict();
  for (const unsigned opcode : {kPing, kPong}) {
    const auto client = connect_screen();
    flood(*client, opcode, "");
    EXPECT_EQ(client->close_code(), 4007U) << opcode;
  }
  expect_others_are_served();
}

TEST_F(FloodTest, HS8ClosesAFloodOfControlFramesInsideAMessage) {
  start_strict();
  const auto client = connect_screen();
  client->send_frame(kBinary, "a", false);
  flood(*client, kPing, "");
  client->send_frame(kContinuation, "b", true);
  EXPECT_EQ(client->close_code(), 4007U);
}

TEST_F(FloodTest, HS8TakesABurst) {
  start();
  const auto client = connect_screen();
  for (int frame = 0; frame < 400; ++frame) ASSERT_TRUE(client->send_frame(kPing, "x"));
  for (int pongs = 0; pongs < 1;) {
    const auto frame = client->frame();
    ASSERT_TRUE(frame);
    ASSERT_NE(frame->opcode, kClose);
    pongs += frame->opcode == kPong ? 1 : 0;
  }
}

TEST_F(FloodTest, HS9ClosesWhoKeepsSendingCommandsThatAreRefused) {
  start_strict();
  const std::string captain = token_of(captain_link_);
  const auto client = connect();
  client->send_frame(kBinary, hello(captain));
  ASSERT_TRUE(is_welcomed(*client));
  // Each consumes its number: none can be read.
  client->send_frame(kBinary, commands(1, "\xff\xff"));
  EXPECT_EQ(client->close_code(), 4007U);
  expect_others_are_served();
}

TEST_F(FloodTest, HS9ClosesWhoKeepsSendingCommandsOutOfOrder) {
  start([](ServerSettings& settings) {
    settings.limits.rejections_burst = 10;
    settings.limits.rejections_per_second = 1;
  });
  const auto client = connect();
  client->send_frame(kBinary, hello(token_of(captain_link_)));
  ASSERT_TRUE(is_welcomed(*client));
  flood(*client, kBinary, commands(7, ""));
  EXPECT_EQ(client->close_code(), 4007U);
}

}  // namespace
}  // namespace rebond
