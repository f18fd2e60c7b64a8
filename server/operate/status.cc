// What a data folder holds, as status tells it.
#include "operate/status.h"

#include <unistd.h>

#include "base/iso_time.h"
#include "operate/backup_job.h"

namespace rebond::operate {
namespace {

Json cafe_json(const Room& room, bool is_running) {
  const RoomStats stats = room.stats();
  // 64-bit values are decimal strings: not every reader of JSON keeps all their digits.
  Json json = {{"id", room.id()},
               {"epoch", std::to_string(room.epoch())},
               {"entries", stats.head},
               {"last_entry_at", iso_time(stats.last_entry_at_ms)},
               {"retention_days", stats.retention_days}};
  if (is_running) json["connections"] = stats.connections;
  return json;
}

}  // namespace

Json status_json(const std::filesystem::path& data, Rooms& rooms, const RunningServer* running) {
  Json json = {{"running", running != nullptr}, {"version", REBOND_VERSION}};
  if (running != nullptr) {
    json["pid"] = ::getpid();
    json["uptime_s"] = running->uptime_s;
    json["url"] = running->url;
    json["read_only"] = running->read_only;
    if (running->min_free_bytes) json["min_free_bytes"] = *running->min_free_bytes;
    json["backup_running"] = running->backup_running;
  }
  std::error_code error;
  json["data"] = std::filesystem::absolute(data, error).lexically_normal().string();
  const std::filesystem::space_info space = std::filesystem::space(data, error);
  json["free_bytes"] = error ? Json(nullptr) : Json(space.available);
  json["last_backup"] = last_backup(data);
  json["cafes"] = Json::array();
  for (const Room* room : rooms.all()) {
    json["cafes"].push_back(cafe_json(*room, running != nullptr));
  }
  return json;
}

}  // namespace rebond::operate
