// The replies as sentences for a person at a terminal.
#include "operate/texts.h"

#include <spdlog/fmt/fmt.h>

namespace rebond::operate {
namespace {

std::string text(const Json& json, const char* field) {
  return json.at(field).get<std::string>();
}

std::uint64_t number(const Json& json, const char* field) {
  return json.at(field).get<std::uint64_t>();
}

std::string size(const Json& bytes) {
  if (!bytes.is_number_unsigned()) return "unknown";
  constexpr double kKiB = 1024;
  const double kib = bytes.get<double>() / kKiB;
  return kib < kKiB ? fmt::format("{:.0f} KiB", kib) : fmt::format("{:.1f} MiB", kib / kKiB);
}

std::string cafe_line(const Json& cafe) {
  const std::uint64_t days = number(cafe, "retention_days");
  return fmt::format(
      "café {}: {} entries, the last at {}{}{}, epoch {}\n", text(cafe, "id"),
      number(cafe, "entries"), text(cafe, "last_entry_at"),
      cafe.contains("connections") ? fmt::format(", {} connected", number(cafe, "connections"))
                                   : std::string(),
      days == 0 ? std::string(", kept until it is removed") : fmt::format(", kept {} days", days),
      text(cafe, "epoch"));
}

std::string list(const Json& sentences) {
  std::string out;
  for (const Json& sentence : sentences) out += "- " + sentence.get<std::string>() + "\n";
  return out;
}

}  // namespace

std::string status_text(const Json& status) {
  std::string out;
  if (status.at("running").get<bool>()) {
    out = fmt::format("rebond-server {} runs at {} (process {}, for {} s){}\n",
                      text(status, "version"), text(status, "url"), number(status, "pid"),
                      number(status, "uptime_s"),
                      status.at("backup_running").get<bool>() ? "; a backup is being made" : "");
    if (status.at("read_only").get<bool>()) {
      out += "the disk is nearly full: the cafés are read-only until there is room\n";
    }
  } else {
    out = "no server runs on this data folder\n";
  }
  out +=
      fmt::format("data folder {}, {} free\n", text(status, "data"), size(status.at("free_bytes")));
  const Json& last = status.at("last_backup");
  out += last.is_null() ? "no backup yet: rebond-server backup --data DIR --to DEST makes one\n"
                        : fmt::format("last backup {} at {} in {}\n", number(last, "id"),
                                      text(last, "at"), text(last, "to"));
  if (status.at("cafes").empty()) out += "no cafés yet\n";
  for (const Json& cafe : status.at("cafes")) out += cafe_line(cafe);
  return out;
}

std::string backup_text(const Json& backup) {
  std::string kept;
  for (const Json& id : backup.at("kept")) kept += " " + id.dump();
  return fmt::format(
      "backup {} made at {} and read back: {} in {}\n"
      "there now:{}\n"
      "to use it: rebond-server restore --from {} --id {} --data NEW-FOLDER\n",
      number(backup, "id"), text(backup, "at"), size(backup.at("bytes")), text(backup, "to"), kept,
      text(backup, "to"), number(backup, "id"));
}

std::string erasure_text(const Json& erasure) {
  std::string out = fmt::format(
      "erased from café {}: {} entries changed, {} characters blanked, {} links closed, {} devices "
      "forgotten, {} salvaged texts removed\n",
      text(erasure, "cafe"), number(erasure, "entries_changed"),
      number(erasure, "code_points_blanked"), number(erasure, "links_closed"),
      number(erasure, "devices_forgotten"), number(erasure, "salvaged_texts_removed"));
  if (const std::size_t said = erasure.at("said_and_typed_by_others").size(); said > 0) {
    out += fmt::format(
        "{} ideas that others typed for the person keep their words: edit or hide them by hand\n",
        said);
  }
  out +=
      "backups, exports and saved café files made before still hold the person: delete them, and "
      "make a new backup\n";
  return out;
}

std::string restore_text(const Json& restore) {
  std::string out = fmt::format("backup {} of {} restored into {}\n", number(restore, "id"),
                                text(restore, "at"), text(restore, "data"));
  for (const Json& cafe : restore.at("cafes")) {
    out += fmt::format("café {}: {} entries, new epoch {}\n", text(cafe, "id"),
                       number(cafe, "entries"), text(cafe, "epoch"));
  }
  return out + fmt::format("start it: rebond-server --data {}\n", text(restore, "data"));
}

std::string check_text(const Json& check) {
  std::string out;
  for (const Json& cafe : check.at("cafes")) {
    out += fmt::format("café {}: {} entries readable, up to {}\n", text(cafe, "id"),
                       number(cafe, "entries"), number(cafe, "head"));
  }
  out += fmt::format("read: {} files, {} records of the log\n", number(check, "files"),
                     number(check, "log_records"));
  if (check.at("whole").get<bool>()) {
    return out + "everything is what was written\n";
  }
  return out + fmt::format("{} troubles:\n", check.at("troubles").size()) +
         list(check.at("troubles")) +
         "restore the last backup (rebond-server restore), or save what can be read "
         "(rebond-server salvage DIR --to NEW-FOLDER)\n";
}

std::string salvage_text(const Json& salvage) {
  std::string out;
  for (const Json& cafe : salvage.at("cafes")) {
    out += fmt::format("café {}: saved up to entry {}, {} entries lost, new epoch {}\n",
                       text(cafe, "id"), number(cafe, "head"), number(cafe, "entries_lost"),
                       text(cafe, "epoch"));
  }
  for (const Json& cafe : salvage.at("lost_cafes")) {
    out += fmt::format("café {}: nothing could be saved\n", cafe.get<std::string>());
  }
  out += list(salvage.at("troubles"));
  out += salvage.at("lost_nothing").get<bool>() ? "nothing was lost\n" : "";
  return out + fmt::format("start it: rebond-server --data {}\n", text(salvage, "to"));
}

}  // namespace rebond::operate
