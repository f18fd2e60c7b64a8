// Those who want to disturb a café: what they do beside a run, or beside a test.
#include "loadtest/attack.h"

#include <algorithm>
#include <iterator>
#include <poll.h>
#include <utility>

#include "loadtest/raw_socket.h"
#include "rebond/v1/frame.pb.h"

namespace rebond::loadtest {
namespace {

constexpr int kTickMs = 10;
constexpr std::size_t kComersEachTick = 20;
constexpr std::size_t kChurnEachTick = 5;
constexpr std::size_t kHalfOpen = 4'000;
constexpr std::size_t kSlow = 400;
constexpr std::size_t kFlooders = 8;
constexpr int kFramesEachTick = 50;

constexpr std::pair<std::string_view, AttackKind> kNames[] = {
    {"churn", AttackKind::kChurn},
    {"flood", AttackKind::kFlood},
    {"half-open", AttackKind::kHalfOpen},
    {"slowloris", AttackKind::kSlowloris},
};

std::string hello(const std::string& token, std::size_t device) {
  v1::ClientFrame frame;
  v1::Hello& hello = *frame.mutable_hello();
  hello.set_protocol_min(1);
  hello.set_protocol_max(1);
  hello.set_token(token);
  std::string key = std::to_string(device);
  key.resize(16, 'k');
  hello.set_device_key(key);
  return binary_frame(frame.SerializeAsString());
}

/// Presence and pings, many frames at once.
std::string noise() {
  v1::ClientFrame presence;
  presence.mutable_presence()->set_hand_raised(true);
  v1::ClientFrame ping;
  ping.mutable_ping()->set_client_time_ms(1);
  std::string bytes;
  for (int i = 0; i < kFramesEachTick / 2; ++i) {
    bytes += binary_frame(presence.SerializeAsString()) + binary_frame(ping.SerializeAsString());
  }
  return bytes;
}

/// Commands that nobody can read: each has an outcome, and must be kept.
std::string commands(std::uint32_t first) {
  v1::ClientFrame frame;
  for (std::uint32_t number = first; number < first + 20; ++number) {
    v1::NumberedCommand& command = *frame.mutable_commands()->add_commands();
    command.set_number(number);
    command.set_command("\xff");
  }
  return binary_frame(frame.SerializeAsString());
}

class Attackers {
 public:
  Attackers(AttackKind kind, const AttackTarget& target) : kind_(kind), target_(target) {}

  void tick() {
    std::erase_if(crowd_, [](RawSocket& socket) { return socket.has_ended(); });
    if (kind_ == AttackKind::kChurn) crowd_.clear();
    const std::size_t missing = size_max() - std::min(size_max(), crowd_.size());
    for (std::size_t i = 0; i < std::min(missing, kComersEachTick); ++i) come();
    for (RawSocket& socket : crowd_) socket.send(each_tick_);
  }

  std::size_t made() const { return made_; }

 private:
  std::size_t size_max() const {
    switch (kind_) {
      case AttackKind::kChurn:
        return kChurnEachTick;
      case AttackKind::kFlood:
        return kFlooders;
      case AttackKind::kHalfOpen:
        return kHalfOpen;
      case AttackKind::kSlowloris:
        return kSlow;
    }
    return 0;
  }

  void come() {
    RawSocket socket(target_.port, made_);
    if (!socket.is_open()) return;
    ++made_;
    if (kind_ == AttackKind::kSlowloris) {
      each_tick_ = "x";
      socket.send("GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
    }
    if (kind_ == AttackKind::kFlood) {
      each_tick_ = noise();
      if (!socket.upgrade(target_.port, target_.live_path)) return;
      socket.send(hello(target_.token, made_));
      for (const std::uint32_t first : {1U, 21U, 41U, 61U}) socket.send(commands(first));
    }
    crowd_.push_back(std::move(socket));
  }

  const AttackKind kind_;
  const AttackTarget target_;
  std::vector<RawSocket> crowd_;
  std::string each_tick_;
  std::size_t made_ = 0;
};

}  // namespace

std::optional<AttackKind> attack_named(std::string_view name) {
  const auto* found = std::find_if(std::begin(kNames), std::end(kNames),
                                   [name](const auto& known) { return known.first == name; });
  if (found == std::end(kNames)) return std::nullopt;
  return found->second;
}

std::vector<std::string> attack_names() {
  std::vector<std::string> names;
  for (const auto& [name, kind] : kNames) names.emplace_back(name);
  return names;
}

std::size_t attack(AttackKind kind, const AttackTarget& target,
                   const std::function<bool()>& goes_on) {
  Attackers attackers(kind, target);
  while (goes_on()) {
    attackers.tick();
    poll(nullptr, 0, kTickMs);
  }
  return attackers.made();
}

}  // namespace rebond::loadtest
