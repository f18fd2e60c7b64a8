// The server that all cases of this program talk to.
#include "tests/conformance/live_server.h"

#include <gtest/gtest.h>
#include <memory>

#include "rebond/v1/frame.pb.h"
#include "tests/net/raw_client.h"
#include "tests/net/running_server.h"

namespace rebond::conformance {
namespace {

/// A café whose snapshot is larger than what the kernel keeps for a connection.
std::string large_plan() {
  nlohmann::json ideas = nlohmann::json::array();
  for (int i = 0; i < 200; ++i)
    ideas.push_back({{"id", "i" + std::to_string(i)}, {"text", std::string(3'500, 'i')}});
  const nlohmann::json table = {{"name", "Eau"}, {"ideas", ideas}};
  return nlohmann::json({{"theme", "L’énergie"}, {"tables", {table}}}).dump();
}

std::string hello(const std::string& token) {
  v1::ClientFrame frame;
  frame.mutable_hello()->set_protocol_min(1);
  frame.mutable_hello()->set_protocol_max(1);
  frame.mutable_hello()->set_token(token);
  frame.mutable_hello()->set_device_key("0123456789abcdef");
  return frame.SerializeAsString();
}

struct Running {
  RunningServer server;
  LiveServer live;
};

std::unique_ptr<Running> start() {
  auto running = std::make_unique<Running>();
  const std::uint16_t port = running->server.port();
  const auto answer = RawClient(port).post("/cafes", large_plan());
  EXPECT_TRUE(answer && answer->status == 201) << (answer ? answer->body : "no answer");
  const auto founded = nlohmann::json::parse(answer ? answer->body : "{}");
  running->live = {port, "/cafes/" + founded["cafe"].get<std::string>() + "/live",
                   hello(token_of(founded["links"]["screen"]))};
  return running;
}

}  // namespace

const LiveServer& live_server() {
  static const std::unique_ptr<const Running> running = start();
  return running->live;
}

void let_the_server_catch_up() {
  // It has one thread, and what came earlier is ready earlier.
  thread_local RawClient other(live_server().port);
  EXPECT_EQ(other.get("/healthz")->status, 200U);
}

}  // namespace rebond::conformance
