// What a data folder holds, as status tells it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "live/rooms.h"
#include "operate/order.h"

namespace rebond::operate {

/// What only a running server knows.
struct RunningServer {
  std::string url;
  std::int64_t uptime_s = 0;
  bool read_only = false;
  std::optional<std::uint64_t> min_free_bytes;
  bool backup_running = false;
};

/// The document of status; `running` null: no server runs.
Json status_json(const std::filesystem::path& data, Rooms& rooms, const RunningServer* running);

}  // namespace rebond::operate
