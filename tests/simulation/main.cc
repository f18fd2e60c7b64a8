// rebond-simulation: whole evenings on one thread, each made by its seed.
#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdint>
#include <iostream>
#include <string>
#include <unistd.h>

#include "tests/simulation/world.h"

namespace {

// The evening that is running, for whoever ends this process from inside.
std::string running;

/// A CHECK that fails ends the process; the seed must be told all the same.
void on_abort(int) {
  if (::write(STDOUT_FILENO, running.data(), running.size()) < 0) std::_Exit(2);
  std::_Exit(1);
}

struct Options {
  std::uint64_t from = 1;
  std::uint64_t to = 1;
  rebond::sim::Fault fault = rebond::sim::Fault::kNone;
  bool verbose = false;
};

void print(std::uint64_t seed, const rebond::sim::Evening& evening) {
  std::cout << "seed " << seed << ": " << evening.events << " events, " << evening.commands
            << " commands, " << evening.accepted << " accepted, " << evening.entries << " entries, "
            << evening.restarts << " restarts\n";
}

int run(const Options& options) {
  rebond::sim::Evening total;
  for (std::uint64_t seed = options.from; seed <= options.to; ++seed) {
    running = "reproduce: rebond-simulation --seed " + std::to_string(seed) + "\n";
    const rebond::sim::Evening evening = rebond::sim::World(seed, options.fault).run();
    if (options.verbose) print(seed, evening);
    if (!evening.verdict.empty()) {
      std::cout << "seed " << seed << ": " << evening.verdict << "\n" << running;
      return 1;
    }
    total.events += evening.events;
    total.accepted += evening.accepted;
    total.restarts += evening.restarts;
  }
  std::cout << options.to - options.from + 1 << " evenings agree: " << total.events << " events, "
            << total.accepted << " commands accepted, " << total.restarts << " restarts\n";
  return 0;
}

bool read_range(const std::string& text, Options& options) {
  const std::size_t dots = text.find("..");
  if (dots == std::string::npos) return false;
  try {
    options.from = std::stoull(text.substr(0, dots));
    options.to = std::stoull(text.substr(dots + 2));
  } catch (const std::exception&) {
    return false;
  }
  return options.from <= options.to;
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGABRT, on_abort);
  CLI::App app("Runs simulated evenings of a café: people, server, network and disk, by seed.");
  Options options;
  std::uint64_t seed = 1;
  std::string seeds;
  std::string fault = "none";
  const auto* one = app.add_option("--seed", seed, "One evening");
  app.add_option("--seeds", seeds, "Many evenings, FROM..TO")->excludes("--seed");
  app.add_option("--plant", fault, "A bug to plant: " + rebond::sim::fault_names());
  app.add_flag("--verbose", options.verbose, "A line for each evening");
  CLI11_PARSE(app, argc, argv);
  if (one->count() > 0) options.from = options.to = seed;
  const auto planted = rebond::sim::fault_named(fault);
  if (!planted || (!seeds.empty() && !read_range(seeds, options))) {
    std::cerr << "rebond-simulation: --seeds is FROM..TO, and --plant one of "
              << rebond::sim::fault_names() << "\n";
    return 2;
  }
  options.fault = *planted;
  return run(options);
}
