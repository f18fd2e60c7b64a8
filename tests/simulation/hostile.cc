// A client that breaks the protocol on its own connection, again and again.
#include "tests/simulation/hostile.h"

#include "base/limits.h"

namespace rebond::sim {
namespace {

constexpr std::uint16_t kAbnormal = 1006;
constexpr MonotonicMs kEveryMs = 6'000;
// A Hello may wait for a stalled disk, and a silent connection has five seconds.
constexpr MonotonicMs kPatienceMs = 30'000;

}  // namespace

void Hostile::start() {
  setting_.schedule.in(setting_.below_ms(kEveryMs), [this] {
    if (stopped_) return;
    if (!open_) attempt();
    start();
  });
}

void Hostile::attempt() {
  misdeed_ =
      static_cast<Misdeed>(setting_.random.below(static_cast<std::uint64_t>(Misdeed::kCount)));
  open_ = true;
  welcomed_ = false;
  connect();
  setting_.schedule.in(kPatienceMs, [this, wire = std::weak_ptr<Wire>(wire_)] {
    const auto same = wire.lock();
    if (same == nullptr || same != wire_ || !open_ || !same->is_open()) return;
    setting_.history.trouble("a hostile connection stays open");
  });
}

void Hostile::opened() {
  setting_.chronicle.counted(Event::kHostile);
  switch (misdeed_) {
    case Misdeed::kGarbage:
      return wire_->client_sends("\xFF" + setting_.random.bytes(1 + setting_.random.below(100)));
    case Misdeed::kNoHello: {
      v1::ClientFrame ping;
      ping.mutable_ping()->set_client_time_ms(1);
      return say(ping);
    }
    case Misdeed::kSilence:
      return;
    case Misdeed::kUnknownToken:
      return say(hello(setting_.random.bytes(kSecretBytes), setting_.random.bytes(kSecretBytes)));
    case Misdeed::kShortToken:
      return say(hello(server_.links().screen.substr(1), setting_.random.bytes(kSecretBytes)));
    case Misdeed::kOldProtocol: {
      v1::ClientFrame old = hello(server_.links().screen, setting_.random.bytes(kSecretBytes));
      old.mutable_hello()->set_protocol_min(7);
      old.mutable_hello()->set_protocol_max(9);
      return say(old);
    }
    default:
      return say(hello(server_.links().screen, setting_.random.bytes(kSecretBytes)));
  }
}

void Hostile::received(const std::string&) {
  if (!may_be_welcomed()) {
    return setting_.history.trouble("a hostile connection was sent something");
  }
  if (welcomed_) return;
  welcomed_ = true;
  v1::ClientFrame frame;
  switch (misdeed_) {
    case Misdeed::kGarbageLater:
      return wire_->client_sends("\xFF" + setting_.random.bytes(1 + setting_.random.below(100)));
    case Misdeed::kHelloTwice:
      return say(hello(server_.links().screen, setting_.random.bytes(kSecretBytes)));
    default:
      for (int i = 0; i < 100; ++i) frame.mutable_commands()->add_commands()->set_number(1);
      return say(frame);
  }
}

std::uint16_t Hostile::expected() const {
  switch (misdeed_) {
    case Misdeed::kNoHello:
    case Misdeed::kSilence:
      return v1::CLOSE_CODE_NO_HELLO;
    case Misdeed::kUnknownToken:
      return v1::CLOSE_CODE_UNAUTHENTICATED;
    case Misdeed::kOldProtocol:
      return v1::CLOSE_CODE_UPGRADE;
    default:
      return v1::CLOSE_CODE_BAD_REQUEST;
  }
}

void Hostile::closed(std::uint16_t code) {
  open_ = false;
  if (code == kAbnormal) return;  // the server died
  setting_.chronicle.counted(Event::kHostileClosed);
  if (code != expected()) {
    setting_.history.trouble("a hostile connection was closed with " + std::to_string(code) +
                             " instead of " + std::to_string(expected()));
  }
}

}  // namespace rebond::sim
