// A moment as ISO 8601, in UTC.
#pragma once

#include <string>

namespace rebond {

/// "2026-03-14T09:26:53.589Z" for milliseconds since 1970.
std::string iso_time(double ms);

/// "2026-03-14": the day in UTC, since nobody told the server where the hall is.
std::string iso_day(double ms);

}  // namespace rebond
