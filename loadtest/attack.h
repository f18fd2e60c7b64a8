// Those who want to disturb a café: what they do beside a run, or beside a test.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rebond::loadtest {

enum class AttackKind {
  /// Connections that come and go, 500 a second.
  kChurn,
  /// Devices that greet and then send as much as they can.
  kFlood,
  /// 4 000 connections that say nothing.
  kHalfOpen,
  /// 400 requests that come byte by byte and never end.
  kSlowloris,
};

std::optional<AttackKind> attack_named(std::string_view name);
std::vector<std::string> attack_names();

struct AttackTarget {
  std::uint16_t port = 0;
  std::string live_path;
  /// Of a captain.
  std::string token;
};

/// Attacks as long as `goes_on` says so, which is asked every 10 ms; who is sent away comes
/// again. Returns how many connections were made. Has no clients in it: it may run on a thread or
/// in a process of its own.
std::size_t attack(AttackKind kind, const AttackTarget& target,
                   const std::function<bool()>& goes_on);

}  // namespace rebond::loadtest
