// rebond-server check and salvage: what is damaged, and what can be saved of it.
#include "base/random.h"
#include "operate/outcome.h"
#include "operate/texts.h"
#include "store/check_folder.h"
#include "store/salvage.h"

namespace rebond::operate {
namespace {

Json to_json(const CheckReport& report) {
  Json cafes = Json::array();
  for (const CheckedCafe& cafe : report.cafes) {
    cafes.push_back({{"id", cafe.id},
                     {"head", cafe.head},
                     {"entries", cafe.entries},
                     {"savable", cafe.savable},
                     {"snapshot", cafe.snapshot_seq},
                     {"private_records", cafe.private_records}});
  }
  Json troubles = Json::array();
  for (const Trouble& trouble : report.troubles) troubles.push_back(trouble.sentence);
  return {{"whole", report.whole()},         {"cafes", std::move(cafes)},
          {"files", report.files},           {"log_records", report.log_records},
          {"torn_bytes", report.torn_bytes}, {"troubles", std::move(troubles)}};
}

Json to_json(const SalvageReport& report, const std::filesystem::path& to) {
  Json cafes = Json::array();
  for (const SalvagedCafe& cafe : report.cafes) {
    cafes.push_back({{"id", cafe.id},
                     {"epoch", std::to_string(cafe.epoch)},
                     {"head", cafe.head},
                     {"entries", cafe.entries},
                     {"entries_lost", cafe.entries_lost},
                     {"entries_bridged", cafe.entries_bridged},
                     {"private_records_lost", cafe.private_records_lost},
                     {"snapshot_lost", cafe.snapshot_lost},
                     {"header_made", cafe.header_made}});
  }
  return {{"lost_nothing", report.lost_nothing()},
          {"to", to.string()},
          {"rebuilt", report.rebuilt},
          {"cafes", std::move(cafes)},
          {"lost_cafes", report.lost_cafes},
          {"troubles", report.troubles}};
}

}  // namespace

Result<Outcome> check(const Command& command) {
  const Result<CheckReport> report = check_folder(command.data);
  if (!report) return report.error();
  Json json = to_json(*report);
  std::string text = check_text(json);
  return Outcome{std::move(json), std::move(text), report->whole()};
}

Result<Outcome> salvage(const Command& command, const SalvageCommand& what) {
  SystemRandom random;
  const Result<SalvageReport> report = rebond::salvage(command.data, what.to, random);
  if (!report) return report.error();
  Json json = to_json(*report, what.to);
  std::string text = salvage_text(json);
  // What was lost is told; that everything else was saved is a success.
  return Outcome{std::move(json), std::move(text)};
}

}  // namespace rebond::operate
