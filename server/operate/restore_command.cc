// rebond-server restore: a new data folder from a backup.
#include "base/iso_time.h"
#include "base/random.h"
#include "operate/outcome.h"
#include "operate/texts.h"
#include "store/restore.h"

namespace rebond::operate {
namespace {

Json to_json(const RestoreReport& report, const std::filesystem::path& data) {
  Json cafes = Json::array();
  for (const RestoreReport::Cafe& cafe : report.cafes) {
    cafes.push_back({{"id", cafe.header.id()},
                     {"epoch", std::to_string(cafe.header.epoch())},
                     {"entries", cafe.entries}});
  }
  return {{"id", report.backup.id},
          {"at", iso_time(static_cast<double>(report.backup.made_at_s) * 1'000)},
          {"data", data.string()},
          {"cafes", std::move(cafes)}};
}

}  // namespace

Result<Outcome> restore(const Command& command, const RestoreCommand& what) {
  SystemRandom random;
  const Result<RestoreReport> report = restore_backup(what.from, what.id, command.data, random);
  if (!report) return report.error();
  Json json = to_json(*report, command.data);
  std::string text = restore_text(json);
  return Outcome{std::move(json), std::move(text)};
}

}  // namespace rebond::operate
