// WebSockets as they cross a socket.
#include <gmock/gmock.h>

#include "tests/net/websocket_fixture.h"

namespace rebond {
namespace {

using testing::Eq;
using testing::Optional;

TEST_F(WebSocketTest, HS3WelcomesAKnownToken) {
  start();
  connect_screen();
}

TEST_F(WebSocketTest, SpeaksTheSubprotocolWithoutCompression) {
  start();
  RawClient client(server_->port());
  const auto answer = client.upgrade(live_, "Sec-WebSocket-Extensions: permessage-deflate\r\n");
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, 101U);
  EXPECT_THAT(answer->headers.find("Sec-WebSocket-Protocol"), Optional(Eq("rebond.v1")));
  EXPECT_FALSE(answer->headers.find("Sec-WebSocket-Extensions"));
}

TEST_F(WebSocketTest, RefusesAnotherSubprotocol) {
  start();
  const auto answer = RawClient(server_->port())
                          .get(live_,
                               "Connection: Upgrade\r\nUpgrade: websocket\r\n"
                               "Sec-WebSocket-Version: 13\r\n"
                               "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                               "Sec-WebSocket-Protocol: rebond.v2\r\n");
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, 400U);
}

TEST_F(WebSocketTest, HS1ClosesWhoSaysNothing) {
  start([](ServerSettings& settings) { settings.limits.hello_timeout_ms = 50; });
  EXPECT_EQ(connect()->close_code(), 4009U);
  expect_others_are_served();
}

TEST_F(WebSocketTest, HS1ClosesWhoBeginsWithSomethingElse) {
  start();
  const auto client = connect();
  client->send_frame(kBinary, ping());
  EXPECT_EQ(client->close_code(), 4009U);
}

TEST_F(WebSocketTest, HS2ClosesAWrongToken) {
  start();
  const auto client = connect();
  client->send_frame(kBinary, hello("fedcba9876543210"));
  EXPECT_EQ(client->close_code(), 4501U);
  expect_others_are_served();
}

TEST_F(WebSocketTest, HS2ClosesAtAnUnknownCafe) {
  start();
  RawClient client(server_->port());
  EXPECT_EQ(client.upgrade("/cafes/NOWHERE/live")->status, 101U);
  EXPECT_EQ(client.close_code(), 4503U);
}

TEST_F(WebSocketTest, HS7ClosesAMessageThatIsNoClientFrame) {
  start();
  const auto client = connect_screen();
  client->send_frame(kBinary, "\xff\xff\xff");
  EXPECT_EQ(client->close_code(), 4500U);
  expect_others_are_served();
}

TEST_F(WebSocketTest, HS7ClosesATextMessage) {
  start();
  const auto client = connect_screen();
  client->send_frame(kText, "hello");
  EXPECT_EQ(client->close_code(), 1003U);
  expect_others_are_served();
}

TEST_F(WebSocketTest, ClosesAMessageThatIsTooBig) {
  start();
  const auto client = connect_screen();
  client->send_frame(kBinary, std::string(64 * 1024 + 1, 'x'));
  EXPECT_EQ(client->close_code(), 1009U);
  expect_others_are_served();
}

TEST_F(WebSocketTest, ClosesFragmentsThatAreTooBigTogether) {
  start();
  const auto client = connect_screen();
  client->send_frame(kBinary, std::string(40 * 1024, 'x'), false);
  client->send_frame(0, std::string(40 * 1024, 'x'), true);
  EXPECT_EQ(client->close_code(), 1009U);
}

TEST_F(WebSocketTest, TakesAMessageInFragmentsWithAPingBetween) {
  start();
  const auto client = connect_screen();
  const std::string whole = ping();
  client->send_frame(kBinary, whole.substr(0, 3), false);
  client->send_frame(kPing, "now");
  client->send_frame(0, whole.substr(3), true);
  std::string control_pong;
  bool answered = false;
  while (control_pong.empty() || !answered) {
    const auto frame = client->frame();
    ASSERT_TRUE(frame);
    ASSERT_NE(frame->opcode, kClose);
    v1::ServerFrame message;
    if (frame->opcode == kPong) {
      control_pong = frame->payload;
    } else if (message.ParseFromString(frame->payload) && message.control_size() == 1) {
      answered = answered || message.control(0).has_pong();
    }
  }
  EXPECT_EQ(control_pong, "now");
}

// boostorg/beast 3095: 1.81 takes such a length for one that is possible.
TEST_F(WebSocketTest, ClosesALengthThatNoMessageCanHave) {
  start();
  const auto client = connect_screen();
  client->send(std::string("\x82\xff\x80\0\0\0\0\0\0\1mask", 14));
  EXPECT_EQ(client->close_code(), 1009U);
  expect_others_are_served();
}

// boostorg/beast 2999: 1.81 waits for ever for a peer that closes and does not hang up.
TEST_F(WebSocketTest, CutsOffWhoClosesAndDoesNotHangUp) {
  start([](ServerSettings& settings) { settings.patience.close_grace_ms = 50; });
  const auto client = connect_screen();
  client->send_frame(kClose, "\x03\xe8");
  client->send_frame(kBinary, ping());
  EXPECT_TRUE(client->is_cut_off());
  // The kernel has said so, and the server has not kept its half.
  while (client->send_frame(kBinary, ping())) {
  }
  expect_others_are_served();
}

// boostorg/beast 2962: 1.81 reads one letter beyond names that differ in their case.
TEST_F(WebSocketTest, TakesAHandshakeInCapitals) {
  start();
  const auto answer = RawClient(server_->port())
                          .get(live_,
                               "CONNECTION: UPGRADE\r\nUPGRADE: WEBSOCKET\r\n"
                               "SEC-WEBSOCKET-VERSION: 13\r\n"
                               "SEC-WEBSOCKET-KEY: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                               "SEC-WEBSOCKET-PROTOCOL: rebond.v1\r\n");
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, 101U);
}

TEST_F(WebSocketTest, HT6RefusesAHandshakeWithSecurityHeaders) {
  start();
  const auto answer = RawClient(server_->port())
                          .get(live_,
                               "Connection: Upgrade\r\nUpgrade: websocket\r\n"
                               "Sec-WebSocket-Version: 12\r\n"
                               "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                               "Sec-WebSocket-Protocol: rebond.v1\r\n");
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, 426U);
  EXPECT_THAT(answer->headers.find("X-Content-Type-Options"), Optional(Eq("nosniff")));
}

TEST_F(WebSocketTest, AnswersAClose) {
  start();
  const auto client = connect_screen();
  client->send_frame(kClose, "\x03\xe8");
  EXPECT_EQ(client->close_code(), 1000U);
  EXPECT_TRUE(client->is_cut_off());
}

TEST_F(WebSocketTest, HT2RefusesAnotherPage) {
  start();
  for (const char* origin : {"null", "http://evil.example", "http://127.0.0.1.evil.example"}) {
    const auto answer =
        RawClient(server_->port()).upgrade(live_, "Origin: " + std::string(origin) + "\r\n");
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 403U) << origin;
  }
}

TEST_F(WebSocketTest, HT2AllowsAnOwnPage) {
  start();
  const std::string origin = "http://localhost:" + std::to_string(server_->port());
  const auto answer = RawClient(server_->port()).upgrade(live_, "Origin: " + origin + "\r\n");
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, 101U);
}

TEST_F(WebSocketTest, TellsOneConnectionTooMany) {
  start([](ServerSettings& settings) { settings.limits.connections_per_address = 2; });
  const auto first = connect_screen();
  const auto second = connect_screen();
  EXPECT_EQ(connect()->close_code(), 4508U);
}

TEST_F(WebSocketTest, ClosesWhoIsNotHeard) {
  start([](ServerSettings& settings) {
    settings.patience.ping_every_ms = 10;
    settings.patience.dead_after_ms = 50;
  });
  const auto client = connect();
  EXPECT_EQ(client->close_code(), 4004U);
}

TEST_F(WebSocketTest, KeepsWhoOnlyAnswersPings) {
  start([](ServerSettings& settings) {
    settings.patience.ping_every_ms = 20;
    settings.patience.dead_after_ms = 400;
  });
  const auto client = connect_screen();
  // Twice as many heartbeats as a silent client would live through.
  for (int heartbeats = 0; heartbeats < 40;) {
    const auto frame = client->frame();
    ASSERT_TRUE(frame);
    ASSERT_NE(frame->opcode, kClose);
    if (frame->opcode != kPing) continue;
    client->send_frame(kPong, frame->payload);
    ++heartbeats;
  }
}

// boostorg/beast 2716: the pings of the peer count as a sign of life.
TEST_F(WebSocketTest, KeepsWhoOnlyPings) {
  start([](ServerSettings& settings) {
    settings.patience.ping_every_ms = 20;
    settings.patience.dead_after_ms = 400;
  });
  const auto client = connect_screen();
  for (int heartbeats = 0; heartbeats < 40;) {
    const auto frame = client->frame();
    ASSERT_TRUE(frame);
    ASSERT_NE(frame->opcode, kClose);
    if (frame->opcode != kPing) continue;
    client->send_frame(kPing, "");
    ++heartbeats;
  }
}

TEST_F(WebSocketTest, CU7CutsOffWhoDoesNotReadBehindAStuckWrite) {
  start([](ServerSettings& settings) {
    settings.limits.write_timeout_ms = 50;
    settings.limits.frames_burst = 1'000'000;
    settings.patience.close_grace_ms = 50;
  });
  const auto client = connect_screen(4'096);
  // Each ping is answered; the answers fill every buffer on the way and nobody takes them.
  const std::string frame = ping();
  while (client->send_frame(kBinary, frame)) {
  }
  EXPECT_TRUE(client->is_cut_off());
  expect_others_are_served();
}

TEST_F(WebSocketTest, ClosesWhoIsConnectedWhenTheServerStops) {
  start();
  const auto welcomed = connect_screen();
  const auto silent = connect();
  server_->stop();
  EXPECT_EQ(welcomed->close_code(), 4001U);
  EXPECT_EQ(silent->close_code(), 4001U);
  EXPECT_TRUE(server_->ended());
}

TEST_F(WebSocketTest, StopsThoughADeviceDoesNotAnswerTheGoodbye) {
  start([](ServerSettings& settings) { settings.patience.goodbye_ms = 50; });
  const auto asleep = connect_screen();
  server_->stop();
  EXPECT_TRUE(server_->ended());
}

TEST_F(WebSocketTest, ST5TellsEveryDeviceThatTheJournalFailed) {
  start();
  const auto client = connect_screen();
  server_->break_journal();
  RawClient(server_->port())
      .send("POST /cafes HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(server_->port()) +
            "\r\nContent-Length: " + std::to_string(two_tables().size()) + "\r\n\r\n" +
            two_tables());
  EXPECT_EQ(client->close_code(), 4002U);
  EXPECT_FALSE(server_->ended());
}

}  // namespace
}  // namespace rebond
