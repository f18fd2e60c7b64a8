// Any bytes as frames of a server: a client neither falls nor forgets what it owes its owner.
#include <algorithm>
#include <set>

#include "base/check.h"
#include "clients/cpp/client_session.h"
#include "rebond/v1/frame.pb.h"
#include "tests/fuzz/quiet.h"
#include "tests/fuzz/script.h"

REBOND_FUZZ_SCRIPTS(rebond::v1::ServerFrame)

namespace rebond::fuzz {
namespace {

/// A connection that keeps the rules of Transport and checks that the session does.
class StrictTransport final : public Transport {
 public:
  void connect() override {
    CHECK(state_ == State::kNone);
    state_ = State::kConnecting;
  }
  void send(std::string message) override {
    CHECK(state_ == State::kOpen);
    v1::ClientFrame frame;
    CHECK(frame.ParseFromString(message) && frame.frame_case() != 0);
  }
  void close() override {
    CHECK(state_ == State::kConnecting || state_ == State::kOpen);
    state_ = State::kClosing;
  }
  void wake_at(MonotonicMs when) override { wake = when; }

  bool open() {
    if (state_ != State::kConnecting) return false;
    state_ = State::kOpen;
    return true;
  }
  bool is_open() const { return state_ == State::kOpen; }
  bool is_closing() const { return state_ == State::kClosing; }
  bool drop() { return std::exchange(state_, State::kNone) != State::kNone; }

  MonotonicMs wake = 0;

 private:
  enum class State { kNone, kConnecting, kOpen, kClosing };
  State state_ = State::kNone;
};

/// Counts what must be told once.
class StrictObserver final : public SessionObserver {
 public:
  void on_outcome(const Outcome& outcome) override { CHECK(waiting.erase(outcome.number) == 1); }
  void on_ended(const Ending& /*ending*/) override {
    CHECK(!ended);
    ended = true;
  }

  std::set<CommandNumber> waiting;
  bool ended = false;
};

class Device {
 public:
  explicit Device(Keep keep) : session_(options(keep), transport_, clock_, random_, observer_) {
    session_.start();
  }

  /// The low bits say what happens; the act's bytes are a frame or what a person writes.
  void act(const Act& act) {
    if (session_.ended()) return;
    if (transport_.open()) session_.on_open();
    switch (act.number() % 8) {
      case 5:
        write(act.command());
        break;
      case 6:
        clock_.advance(1 << (act.number() / 8 % 16));
        session_.tick();
        break;
      case 7:
        drop(static_cast<std::uint16_t>(1'000 + act.number() / 8 % 4'000));
        break;
      default:
        if (transport_.is_open()) session_.on_frame(act.command());
    }
    if (transport_.is_closing()) drop(1'000);
    if (!session_.ended() && !transport_.is_open()) {
      clock_.advance(std::max<MonotonicMs>(transport_.wake - clock_.monotonic_ms(), 0));
      session_.tick();
    }
  }

  void finish() {
    session_.stop();
    drop(1'000);
    CHECK(observer_.ended && session_.ended());
  }

 private:
  static SessionOptions options(Keep keep) {
    SessionOptions options;
    options.token = std::string(16, 't');
    options.keep = keep;
    return options;
  }

  void write(const std::string& words) {
    if (!session_.can_write()) return;
    v1::Command command;
    command.mutable_add_card()->set_card(session_.new_id());
    command.mutable_add_card()->set_run(session_.new_id());
    command.mutable_add_card()->set_text(words);
    if (const auto number = session_.send(command)) observer_.waiting.insert(*number);
  }

  void drop(std::uint16_t code) {
    if (transport_.drop()) session_.on_closed(code, "");
  }

  ManualClock clock_;
  SeededRandom random_{1};
  StrictTransport transport_;
  StrictObserver observer_;
  ClientSession session_;
};

}  // namespace
}  // namespace rebond::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const rebond::fuzz::Script script = rebond::fuzz::parse_script(data, size);
  if (script.commands().empty()) return 0;
  // The first act's number says what the client keeps.
  const bool cursor = script.commands(0).number() % 16 >= 8;
  rebond::fuzz::Device device(cursor ? rebond::Keep::kCursor : rebond::Keep::kState);
  for (const auto& act : script.commands()) device.act(act);
  device.finish();
  return 0;
}
