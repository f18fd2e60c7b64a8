// Somebody with a valid link who does not keep to the protocol.
#include "tests/hostile/intruder.h"

#include <gtest/gtest.h>

#include "tests/conformance/frames.h"

namespace rebond {
namespace {

constexpr int kLastQuestion = 7;

int next_device() {
  static int device = 0;
  return ++device;
}

}  // namespace

std::string hello_message(const std::string& token, int device) {
  v1::ClientFrame frame;
  v1::Hello& hello = *frame.mutable_hello();
  hello.set_protocol_min(1);
  hello.set_protocol_max(1);
  hello.set_token(token);
  std::string key = std::to_string(device);
  key.resize(16, 'i');
  hello.set_device_key(key);
  return frame.SerializeAsString();
}

Intruder::Intruder(const loadtest::AttackTarget& target, Stage stage, int receive_buffer)
    : client_(target.port, receive_buffer) {
  const auto answer = client_.upgrade(target.live_path);
  EXPECT_TRUE(answer && answer->status == 101);
  if (stage == Stage::kUpgraded) return;
  client_.send(conformance::binary(hello_message(target.token, next_device())));
  const auto welcome = next();
  EXPECT_TRUE(welcome && welcome->control_size() > 0 && welcome->control(0).has_welcome());
  if (welcome && welcome->control_size() > 0) device_ = welcome->control(0).welcome().device();
}

bool Intruder::send(const v1::ClientFrame& frame) {
  return client_.send(conformance::binary(frame.SerializeAsString()));
}

std::optional<v1::Rejection> Intruder::rejection_of(const v1::Command& command) {
  return rejection_of_bytes(command.SerializeAsString());
}

std::optional<v1::Rejection> Intruder::rejection_of_bytes(std::string_view command) {
  v1::ClientFrame frame;
  v1::NumberedCommand& numbered = *frame.mutable_commands()->add_commands();
  numbered.set_number(++last_command_);
  numbered.set_command(std::string(command));
  send(frame);
  while (const auto message = next()) {
    for (const v1::Entry& entry : message->entries()) {
      if (entry.device() == device_ && entry.command() == last_command_) return std::nullopt;
    }
    for (const v1::Result& result : message->results()) {
      if (result.command() != last_command_) continue;
      if (!result.has_rejection()) return std::nullopt;
      return result.rejection();
    }
  }
  ADD_FAILURE() << "no outcome: the connection ended";
  return std::nullopt;
}

bool Intruder::is_served() {
  client_.send(conformance::binary(conformance::question(kLastQuestion)));
  while (const auto message = next()) {
    for (const v1::Control& control : message->control()) {
      if (control.pong().client_time_ms() == kLastQuestion) return true;
    }
  }
  return false;
}

std::optional<v1::ServerFrame> Intruder::next() {
  while (const auto frame = client_.frame()) {
    if (frame->opcode == conformance::kClose) return std::nullopt;
    v1::ServerFrame message;
    if (frame->opcode == conformance::kBinary && message.ParseFromString(frame->payload)) {
      return message;
    }
  }
  return std::nullopt;
}

}  // namespace rebond
