// How many commands a device may send now, counted as the server counts.
#include "clients/cpp/send_pace.h"

#include <algorithm>
#include <cmath>

namespace rebond {

void SendPace::set(std::uint32_t per_second, std::uint32_t burst) {
  per_second_ = per_second;
  burst_ = std::max<std::uint32_t>(burst, 1);
  level_ = burst_;
}

void SendPace::exhaust(MonotonicMs now) {
  level_ = 0;
  filled_at_ = now;
}

bool SendPace::take(MonotonicMs now) {
  if (per_second_ == 0) return true;
  const double have = level(now);
  if (have < 1) return false;
  level_ = have - 1;
  filled_at_ = now;
  return true;
}

MonotonicMs SendPace::next(MonotonicMs now) const {
  if (per_second_ == 0) return now;
  const double missing = 1 - level(now);
  return missing <= 0 ? now : now + std::llround(std::ceil(missing * 1'000 / per_second_));
}

double SendPace::level(MonotonicMs now) const {
  const double seconds = static_cast<double>(now - filled_at_) / 1'000;
  return std::min(burst_, level_ + seconds * per_second_);
}

}  // namespace rebond
