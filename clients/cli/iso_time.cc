// A moment as ISO 8601, in UTC.
#include "clients/cli/iso_time.h"

#include <cmath>
#include <cstdint>
#include <ctime>
#include <fmt/chrono.h>

namespace rebond::cli {

std::string iso_time(double ms) {
  const auto whole = static_cast<std::int64_t>(std::floor(ms));
  const std::int64_t seconds = whole >= 0 ? whole / 1'000 : (whole - 999) / 1'000;
  return fmt::format("{:%Y-%m-%dT%H:%M:%S}.{:03}Z", fmt::gmtime(static_cast<std::time_t>(seconds)),
                     whole - seconds * 1'000);
}

}  // namespace rebond::cli
