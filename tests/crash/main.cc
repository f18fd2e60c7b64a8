// rebond-crash: kills the real server again and again under load, and looks for what was promised.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <exception>
#include <iostream>
#include <nlohmann/json.hpp>

#include "loadtest/own_server.h"
#include "tests/crash/rounds.h"

namespace rebond::crash {
namespace {

// More would say no more.
constexpr std::size_t kFindingsShown = 20;

nlohmann::json as_json(const RoundsOptions& options, const RoundsReport& report, double seconds) {
  return {{"program", "rebond-crash"},
          {"seed", options.seed},
          {"rounds", report.rounds},
          {"failures", report.findings.size()},
          {"kills_writing", report.kills_writing},
          {"kills_after_start", report.kills_after_start},
          {"kills_opening", report.kills_opening},
          {"clients", report.clients},
          {"invoked", report.invoked},
          {"accepted", report.accepted},
          {"rejected", report.rejected},
          {"entries", report.entries},
          {"seen", report.seen},
          {"digests_compared", report.digests_compared},
          {"seconds", seconds}};
}

int run(int argc, char** argv) {
  CLI::App app("Kills rebond-server with kill -9 under load and checks what clients were told.");
  RoundsOptions options;
  options.rounds = 20;
  options.server = loadtest::sibling_program("rebond-server");
  options.terminal = loadtest::sibling_program("rebond");
  bool json = false;
  app.add_option("--rounds", options.rounds, "How many rounds")->capture_default_str();
  app.add_option("--seed", options.seed, "What makes the choices")->capture_default_str();
  app.add_option("--server-binary", options.server, "The program to kill")->type_name("FILE");
  app.add_option("--terminal-binary", options.terminal, "The program rebond")->type_name("FILE");
  app.add_flag("--plant-old-folder", options.plant_old_folder,
               "Put back an older copy of the data folder: a loss that must be found");
  app.add_flag("--json", json, "The sums as one JSON object");
  CLI11_PARSE(app, argc, argv);

  const auto start = std::chrono::steady_clock::now();
  const RoundsReport report = play_rounds(options);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  const std::size_t shown = std::min(report.findings.size(), kFindingsShown);
  if (json) {
    std::cout << as_json(options, report, took.count()).dump() << "\n";
  } else {
    std::cout << report.rounds << " rounds, " << report.accepted << " of " << report.invoked
              << " commands acknowledged, " << report.entries << " entries\n";
  }
  for (std::size_t i = 0; i < shown; ++i) {
    std::cerr << "rebond-crash: " << report.findings[i] << "\n";
  }
  if (!report.findings.empty()) {
    std::cerr << "reproduce: rebond-crash --rounds " << options.rounds << " --seed " << options.seed
              << (options.plant_old_folder ? " --plant-old-folder" : "") << "\n";
  }
  return report.findings.empty() ? 0 : 1;
}

}  // namespace
}  // namespace rebond::crash

int main(int argc, char** argv) {
  try {
    return rebond::crash::run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "rebond-crash: " << error.what() << std::endl;
    return 2;
  }
}
