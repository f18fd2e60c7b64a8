// The hall: one writer, and many who look.
#include <cmath>
#include <fmt/format.h>
#include <optional>

#include "base/bytes.h"
#include "loadtest/child_process.h"
#include "loadtest/scenario.h"
#include "loadtest/stage.h"

namespace rebond::loadtest {
namespace {

constexpr std::chrono::seconds kArrival{120};
constexpr std::chrono::seconds kLastDelivery{30};
constexpr std::chrono::milliseconds kAttackSettles{1'000};
// About 120 bytes of words, as people write them.
constexpr char kWords[] =
    "récupérer les eaux de pluie, la traiter, utiliser l'énergie solaire pour la pompe "
    "électrique, idée ";

/// The attackers are a process of their own, so that their work delays nothing of ours. They know
/// a captain's link, but are other devices.
Result<ChildProcess> start_attack(const std::string& kind, const CafeLink& captain) {
  return ChildProcess::start(
      {"/proc/self/exe", "attack", kind, "--port", std::to_string(captain.server.port), "--path",
       captain.live_path(), "--token", to_hex(captain.token)},
      "/dev/null");
}

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

  std::optional<ChildProcess> attack;
  if (!scene.attack.empty()) {
    Result<ChildProcess> started = start_attack(scene.attack, cafe->captains.front());
    if (!started) return started.error();
    attack = std::move(*started);
    stage.idle(kAttackSettles);
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
  if (attack) report.about += ", beside an attack: " + scene.attack;
  return report;
}

}  // namespace rebond::loadtest
