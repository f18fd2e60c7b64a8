// Connections on which nothing happens: what one of them costs.
#include <fmt/format.h>

#include "loadtest/scenario.h"
#include "loadtest/stage.h"

namespace rebond::loadtest {
namespace {

constexpr std::chrono::seconds kArrival{120};

}  // namespace

Result<Report> run_idle(const Scene& scene, std::size_t clients) {
  Result<CafeOnStage> cafe = found_cafe(scene.server, 1, 1);
  if (!cafe) return cafe.error();
  Report report;
  report.scenario = "idle";
  report.clients = clients;
  report.about = fmt::format("{} connections, nothing happens for {} s", clients, scene.seconds);
  report.server_bytes_before = usage_of(scene.server_pid).memory_bytes;

  Stage stage;
  for (std::size_t i = 0; i < clients; ++i) stage.add(cafe->screen, Keep::kCursor);
  if (!stage.wait_until_here(kArrival)) {
    return Error{ErrorKind::kUnavailable, "",
                 "not all clients could connect: " + stage.tally.trouble};
  }
  const Meter meter(scene.server_pid);
  stage.idle(std::chrono::milliseconds(static_cast<std::int64_t>(scene.seconds * 1'000)));
  meter.finish(report);
  report.tally = stage.tally;
  return report;
}

}  // namespace rebond::loadtest
