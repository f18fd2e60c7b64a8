// A conversation over one WebSocket: what a case says, and the story of what comes back.
#include "tests/conformance/conversation.h"

#include "rebond/v1/frame.pb.h"
#include "tests/conformance/frames.h"
#include "tests/conformance/live_server.h"

namespace rebond::conformance {
namespace {

/// The answers to questions in a message of the café; nothing else of it is of interest.
std::string answers_in(const std::string& payload) {
  v1::ServerFrame message;
  if (!message.ParseFromString(payload)) return "a message that cannot be read";
  for (const v1::Control& control : message.control()) {
    if (!control.has_pong()) continue;
    return "answer " + std::to_string(static_cast<int>(control.pong().client_time_ms()));
  }
  return {};
}

std::string line_of(const Frame& frame) {
  switch (frame.opcode) {
    case kBinary:
      return answers_in(frame.payload);
    case kPing:
      return {};
    case kPong:
      return "pong " + frame.payload;
    case kClose:
      return frame.payload.empty() ? "close" : "close " + std::to_string(frame.close_code());
    default:
      return "opcode " + std::to_string(frame.opcode);
  }
}

}  // namespace

Talk::Talk(Stage stage) : Talk(stage, 0) {
  if (stage == Stage::kGreeted) read_greeting();
}

Talk::Talk(Stage stage, int receive_buffer) : client_(live_server().port, receive_buffer) {
  const auto answer = client_.upgrade(live_server().live);
  EXPECT_TRUE(answer && answer->status == 101);
  if (stage == Stage::kGreeted) say(binary(live_server().hello));
}

std::unique_ptr<Talk> Talk::stuck() {
  constexpr int kSmall = 4'096;
  return std::unique_ptr<Talk>(new Talk(Stage::kGreeted, kSmall));
}

void Talk::read_greeting() {
  v1::ServerFrame message;
  // Presence comes behind the last chunk of the snapshot.
  while (message.presence_size() == 0) {
    const auto frame = client_.frame();
    ASSERT_TRUE(frame);
    ASSERT_TRUE(message.ParseFromString(frame->payload));
  }
}

std::string Talk::next() {
  while (const auto frame = client_.frame()) {
    frames_were_right_ = frames_were_right_ && frame->bits == kFinal && !frame->masked;
    std::string line = line_of(*frame);
    if (!line.empty()) return line;
  }
  return client_.is_cut_off() ? "end" : "silence";
}

Story Talk::rest() {
  Story story;
  bool closed = false;
  do {
    story.push_back(next());
    if (!closed && story.back().starts_with("close")) {
      closed = true;
      say(close(1000));
    }
  } while (story.back() != "end" && story.back() != "silence");
  return story;
}

Case borne(std::string name, std::string bytes, Story lines) {
  return {std::move(name), std::move(bytes), std::move(lines), close(1000), {"close 1000", "end"}};
}

Case failing(std::string name, std::string bytes, unsigned code) {
  return closing(std::move(name), std::move(bytes), {"close " + std::to_string(code), "end"});
}

Case failing_behind(std::string name, std::string first, Story lines, std::string bytes) {
  Case tried = failing(std::move(name), std::move(bytes));
  tried.first = std::move(first);
  tried.lines = std::move(lines);
  return tried;
}

Case closing(std::string name, std::string bytes, Story ending) {
  return {std::move(name), {}, {}, std::move(bytes), std::move(ending)};
}

std::string name_of(const testing::TestParamInfo<Case>& info) {
  return info.param.name;
}

}  // namespace rebond::conformance
