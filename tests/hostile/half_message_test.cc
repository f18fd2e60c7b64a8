// Half a message, and somebody who keeps its connection alive with pings.
#include <gmock/gmock.h>

#include "tests/conformance/frames.h"
#include "tests/net/raw_client.h"
#include "tests/net/running_server.h"

namespace rebond {
namespace {

/// Answers every ping until the server closes; the code, 0 when the connection is cut.
unsigned close_code_of_one_who_answers_pings(RawClient& client) {
  while (const auto frame = client.frame()) {
    if (frame->opcode == conformance::kClose) return frame->close_code();
    if (frame->opcode == conformance::kPing) client.send(conformance::pong(frame->payload));
  }
  return 0;
}

TEST(HalfMessage, HS10ClosesThoughPingsAreAnswered) {
  const RunningServer server([](ServerSettings& settings) {
    settings.patience.ping_every_ms = 10;
    settings.patience.dead_after_ms = 300;
  });
  RawClient client(server.port());
  const std::string cafe = server.found_cafe()["cafe"];
  ASSERT_EQ(client.upgrade("/cafes/" + cafe + "/live").value_or(Answer{}).status, 101U);
  client.send(conformance::encode({.payload = "half", .announced = 64 * 1024}));
  EXPECT_EQ(close_code_of_one_who_answers_pings(client), 4004U);
}

}  // namespace
}  // namespace rebond
