// Who has guessed at join codes too often: rule HT8.
#include "net/join_attempts.h"

namespace rebond {

bool JoinAttempts::allowed(const std::string& address) {
  if (!fewer_than(kWrongMaxOfAll, wrong_of_all_)) return false;
  const auto found = wrong_.find(address);
  return found == wrong_.end() || fewer_than(kWrongMax, found->second);
}

bool JoinAttempts::fewer_than(std::size_t max, std::deque<MonotonicMs>& times) const {
  while (!times.empty() && clock_.monotonic_ms() - times.front() >= kWindowMs) times.pop_front();
  return times.size() < max;
}

void JoinAttempts::note_wrong(const std::string& address) {
  if (wrong_.size() >= kAddressesMax) forget_old();
  wrong_[address].push_back(clock_.monotonic_ms());
  wrong_of_all_.push_back(clock_.monotonic_ms());
}

void JoinAttempts::forget_old() {
  std::erase_if(wrong_, [now = clock_.monotonic_ms()](const auto& of_address) {
    return of_address.second.empty() || now - of_address.second.back() >= kWindowMs;
  });
  // Somebody with thousands of addresses cannot be stopped here; memory stays bounded.
  if (wrong_.size() >= kAddressesMax) wrong_.clear();
}

}  // namespace rebond
