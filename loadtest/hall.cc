// The hall: one writer, and many who look.
#include <cmath>
#include <fmt/format.h>

#include "loadtest/scenario.h"
#include "loadtest/stage.h"

namespace rebond::loadtest {
namespace {

constexpr std::chrono::seconds kArrival{120};
constexpr std::chrono::seconds kLastDelivery{30};
// About 120 bytes of words, as people write them.
constexpr char kWords[] =
    "récupérer les eaux de pluie, la traiter, utiliser l'énergie solaire pour la pompe "
    "électrique, idée ";

}  // namespace

Result<Report> run_hall(const Scene& scene, std::size_t readers) {
  Result<CafeOnStage> cafe = found_cafe(scene.server, 1, 1);
  if (!cafe) return cafe.error();
  Report report;
  report.scenario = "hall";
  report.clients = readers + 1;
  report.server_bytes_before = usage_of(scene.server_pid).memory_bytes;

  Stage stage;
  LoadClient& writer = stage.add(cafe->captains.front(), Keep::kCursor);
  for (std::size_t i = 0; i < readers; ++i) stage.add(cafe->screen, Keep::kCursor);
  if (!stage.wait_until_here(kArrival)) {
    return Error{ErrorKind::kUnavailable, "",
                 "not all clients could connect: " + stage.tally.trouble};
  }

  // A loop that is run no more reads no more; the sockets stay open.
  Stage stubborn;
  for (std::size_t i = 0; i < scene.stalled; ++i) stubborn.add(cafe->screen, Keep::kCursor);
  if (!stubborn.wait_until_here(kArrival)) {
    return Error{ErrorKind::kUnavailable, "",
                 "not all clients could connect: " + stubborn.tally.trouble};
  }

  const Meter meter(scene.server_pid);
  const auto ideas = static_cast<std::size_t>(std::llround(scene.rate * scene.seconds));
  const Moment start = SteadyClock::now();
  std::vector<Act> acts;
  for (std::size_t i = 0; i < ideas; ++i) {
    const std::chrono::duration<double> after(static_cast<double>(i) / scene.rate);
    acts.push_back({start + std::chrono::duration_cast<SteadyClock::duration>(after),
                    [&writer, i](Moment due) {
                      writer.add_card(writer.session().welcome().table(),
                                      kWords + std::to_string(i), due);
                    }});
  }
  stage.perform(acts);
  stage.wait_until([&] { return stage.tally.complete(report.clients); }, kLastDelivery);
  meter.finish(report);
  report.expected = stage.tally.acknowledged * report.clients;
  report.tally = stage.tally;
  report.about =
      fmt::format("{} readers, {} who stopped reading, one writer, {} entries a second for {} s",
                  readers, scene.stalled, scene.rate, scene.seconds);
  return report;
}

}  // namespace rebond::loadtest
