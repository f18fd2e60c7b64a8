// Who has guessed at join codes too often: rule HT8.
#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <unordered_map>

#include "base/clock.h"

namespace rebond {

/// Remembers wrong codes for a minute, of each address and of all together: a wrong code belongs to
/// no café, so the bound of all bounds the guesses at any one. Used on one thread.
class JoinAttempts {
 public:
  static constexpr std::size_t kWrongMax = 20;
  /// Ten addresses at their own limit. Of the 64 million codes an evening of four hours tries
  /// 48 000.
  static constexpr std::size_t kWrongMaxOfAll = 200;
  static constexpr MonotonicMs kWindowMs = 60'000;
  static constexpr std::size_t kAddressesMax = 4'096;

  /// `clock` must outlive this object.
  explicit JoinAttempts(const Clock& clock) : clock_(clock) {}

  /// False after kWrongMax wrong codes from `address`, or kWrongMaxOfAll in all, within the last
  /// kWindowMs; a right code is not even looked at then, or the limit would tell it.
  bool allowed(const std::string& address);

  void note_wrong(const std::string& address);

 private:
  void forget_old();
  /// Forgets what is older than the window; whether there are fewer than `max` left.
  bool fewer_than(std::size_t max, std::deque<MonotonicMs>& times) const;

  const Clock& clock_;
  // When the wrong codes came, oldest first.
  std::deque<MonotonicMs> wrong_of_all_;
  std::unordered_map<std::string, std::deque<MonotonicMs>> wrong_;
};

}  // namespace rebond
