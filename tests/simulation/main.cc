// rebond-simulation: whole evenings on one thread, each made by its seed.
#include <CLI/CLI.hpp>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <iostream>
#include <string>
#include <unistd.h>

#include "tests/simulation/world.h"

namespace rebond::sim {
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
  Fault fault = Fault::kNone;
  bool verbose = false;
  bool json = false;
  bool all_injected = false;
};

/// All evenings together; `verdict` and `failed_seed` are of the one that did not agree.
struct Total {
  Evening sum;
  Chronicle chronicle;
  std::uint64_t evenings = 0;
  std::uint64_t failed_seed = 0;
};

void print(std::uint64_t seed, const Evening& evening) {
  std::cout << "seed " << seed << ": " << evening.events << " events, " << evening.commands
            << " commands, " << evening.accepted << " accepted, " << evening.entries << " entries, "
            << evening.restarts << " restarts\n";
}

Total play(const Options& options) {
  Total total;
  for (std::uint64_t seed = options.from; seed <= options.to; ++seed) {
    running = "reproduce: rebond-simulation --seed " + std::to_string(seed) + "\n";
    World world(seed, options.fault, options.verbose);
    const Evening evening = world.run();
    if (options.verbose) print(seed, evening);
    ++total.evenings;
    total.chronicle.add(world.chronicle());
    total.sum.events += evening.events;
    total.sum.commands += evening.commands;
    total.sum.accepted += evening.accepted;
    total.sum.entries += evening.entries;
    total.sum.restarts += evening.restarts;
    if (evening.verdict.empty()) continue;
    total.sum.verdict = evening.verdict;
    total.failed_seed = seed;
    break;
  }
  return total;
}

void print_json(const Options& options, const Total& total, double seconds) {
  const bool failed = !total.sum.verdict.empty();
  std::cout << "{\"program\": \"rebond-simulation\", \"from\": " << options.from
            << ", \"to\": " << options.to << ", \"evenings\": " << total.evenings
            << ", \"failures\": " << (failed ? 1 : 0) << ", \"failed_seed\": " << total.failed_seed
            << ", \"events\": " << total.sum.events << ", \"commands\": " << total.sum.commands
            << ", \"accepted\": " << total.sum.accepted << ", \"entries\": " << total.sum.entries
            << ", \"restarts\": " << total.sum.restarts << ", \"seconds\": " << seconds
            << ", \"happened\": " << total.chronicle.as_json() << "}\n";
}

void print_text(const Total& total) {
  std::cout << total.evenings << " evenings agree: " << total.sum.events << " events, "
            << total.sum.accepted << " of " << total.sum.commands << " commands accepted, "
            << total.sum.restarts << " restarts\n";
  for (std::size_t i = 0; i < static_cast<std::size_t>(Event::kCount); ++i) {
    const auto event = static_cast<Event>(i);
    std::cout << "  " << total.chronicle.count(event) << " " << name_of(event) << "\n";
  }
}

int run(const Options& options) {
  const auto start = std::chrono::steady_clock::now();
  const Total total = play(options);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  const bool failed = !total.sum.verdict.empty();
  if (options.json) {
    print_json(options, total, took.count());
  } else if (!failed) {
    print_text(total);
  }
  if (failed) {
    (options.json ? std::cerr : std::cout)
        << "seed " << total.failed_seed << ": " << total.sum.verdict << "\n"
        << "reproduce: rebond-simulation --seed " << total.failed_seed << "\n";
    return 1;
  }
  const auto missing = total.chronicle.missing();
  if (!options.all_injected || missing.empty()) return 0;
  for (const std::string_view name : missing) std::cerr << "never happened: " << name << "\n";
  return 1;
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
}  // namespace rebond::sim

int main(int argc, char** argv) {
  using namespace rebond::sim;
  std::signal(SIGABRT, on_abort);
  CLI::App app("Runs simulated evenings of a café: people, server, network and disk, by seed.");
  Options options;
  std::uint64_t seed = 1;
  std::string seeds;
  std::string fault = "none";
  const auto* one = app.add_option("--seed", seed, "One evening");
  app.add_option("--seeds", seeds, "Many evenings, FROM..TO")->excludes("--seed");
  app.add_option("--plant", fault, "A bug to plant: " + fault_names());
  app.add_flag("--verbose", options.verbose, "A line for each misfortune and each evening");
  app.add_flag("--json", options.json, "The sums as one JSON object");
  app.add_flag("--all-injected", options.all_injected,
               "Fail when one kind of misfortune never happened");
  CLI11_PARSE(app, argc, argv);
  if (one->count() > 0) options.from = options.to = seed;
  const auto planted = fault_named(fault);
  if (!planted || (!seeds.empty() && !read_range(seeds, options))) {
    std::cerr << "rebond-simulation: --seeds is FROM..TO, and --plant one of " << fault_names()
              << "\n";
    return 2;
  }
  options.fault = *planted;
  return run(options);
}
