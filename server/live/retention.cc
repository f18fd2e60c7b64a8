// When a café has been kept long enough (rule ER6).
#include "live/retention.h"

#include <algorithm>
#include <cmath>

namespace rebond {
namespace {

constexpr MonotonicMs kHourMs = 3'600'000;
constexpr double kDayMs = 24.0 * 3'600'000.0;
// Clocks of laptops drift by seconds a day, and a summer time that is set by hand is an hour.
constexpr double kDriftMaxMs = 300'000.0;
// A hall that holds a café once a year is served; a clock that is two years ahead is not believed.
constexpr double kUnseenMaxMs = 400.0 * kDayMs;

bool without_jump(double wall, double monotonic) {
  return std::abs(wall - monotonic) <= kDriftMaxMs;
}

}  // namespace

std::optional<double> retention_ends_ms(double last_entry_ms, std::uint32_t days) {
  if (days == 0) return std::nullopt;
  return last_entry_ms + days * kDayMs;
}

Retention::Retention(const Clock& clock) : clock_(clock), start_(clock.monotonic_ms()) {}

void Retention::found_at_start(double last_entry_ms) {
  newest_ms_ = std::max(newest_ms_.value_or(0), last_entry_ms);
}

bool Retention::is_over(const CafeId& id, const Cafe& cafe) {
  const auto ends = retention_ends_ms(cafe.last_entry_ms, cafe.days);
  if (!ends) {
    forget(id);
    return false;
  }
  const Look now{clock_.monotonic_ms(), clock_.wall_ms()};
  const auto [found, is_new] = watched_.try_emplace(id);
  Watched& watched = found->second;
  if (!is_new && now.monotonic < watched.next_look) return false;
  watched.next_look = now.monotonic + kHourMs;

  const bool over = now.wall >= *ends && is_plausible(now) && !cafe.somebody_is_here;
  const bool before =
      watched.over && without_jump(now.wall - watched.over->wall,
                                   static_cast<double>(now.monotonic - watched.over->monotonic));
  watched.over = over ? std::optional(now) : std::nullopt;
  return over && before;
}

bool Retention::is_plausible(const Look& now) const {
  // Without an older café there is nothing that a wrong clock could make end.
  if (!newest_ms_) return true;
  return now.wall - static_cast<double>(now.monotonic - start_) <= *newest_ms_ + kUnseenMaxMs;
}

std::optional<MonotonicMs> Retention::next_look_ms(const CafeId& id) const {
  const auto found = watched_.find(id);
  if (found == watched_.end()) return std::nullopt;
  return std::max<MonotonicMs>(found->second.next_look - clock_.monotonic_ms(), 0);
}

}  // namespace rebond
