// A moment as ISO 8601, in UTC.
#include "base/iso_time.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <cstdio>

namespace rebond {

std::string iso_time(double ms) {
  using namespace std::chrono;
  const sys_time<milliseconds> time{milliseconds{static_cast<std::int64_t>(ms)}};
  const auto day = floor<days>(time);
  const year_month_day date{day};
  const hh_mm_ss clock{time - day};
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ",
                static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                static_cast<unsigned>(date.day()), static_cast<int>(clock.hours().count()),
                static_cast<int>(clock.minutes().count()),
                static_cast<int>(clock.seconds().count()),
                static_cast<int>(clock.subseconds().count()));
  return text.data();
}

std::string iso_day(double ms) {
  return iso_time(ms).substr(0, std::string("2026-03-14").size());
}

}  // namespace rebond
