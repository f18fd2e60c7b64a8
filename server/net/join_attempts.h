// Who has guessed at join codes too often: rule HT8.
#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <unordered_map>

#include "base/clock.h"

namespace rebond {

/// Remembers the wrong codes of each address for a minute. Used on one thread.
class JoinAttempts {
 public:
  static constexpr std::size_t kWrongMax = 20;
  static constexpr MonotonicMs kWindowMs = 60'000;
  static constexpr std::size_t kAddressesMax = 4'096;

  /// `clock` must outlive this object.
  explicit JoinAttempts(const Clock& clock) : clock_(clock) {}

  /// False after kWrongMax wrong codes within the last kWindowMs.
  bool allowed(const std::string& address);

  void note_wrong(const std::string& address);

 private:
  void forget_old();

  const Clock& clock_;
  // When the wrong codes of each address came, oldest first.
  std::unordered_map<std::string, std::deque<MonotonicMs>> wrong_;
};

}  // namespace rebond
