// A moment as ISO 8601, in UTC.
#pragma once

#include <string>

namespace rebond::cli {

/// "2026-03-14T09:26:53.589Z" for milliseconds since 1970.
std::string iso_time(double ms);

}  // namespace rebond::cli
