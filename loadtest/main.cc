// `rebond-loadtest`: virtual cafés against a real server, in the open loop.
#include <CLI/CLI.hpp>
#include <exception>
#include <functional>
#include <iostream>
#include <memory>
#include <optional>

#include "base/bytes.h"
#include "loadtest/attack.h"
#include "loadtest/own_server.h"
#include "loadtest/scenario.h"

namespace rebond::loadtest {
namespace {

enum ExitCode { kDone = 0, kNotWell = 1, kUsage = 2, kUnreachable = 3 };

// What neither side needs for the clients: logs, the store, the listener.
constexpr std::uint64_t kOtherFiles = 100;

struct Options {
  std::string server;
  std::string binary = sibling_program("rebond-server");
  std::size_t clients = 1'000;
  double seconds = 10;
  double rate = 20;
  std::size_t stalled = 0;
  std::string attack;
  AttackTarget target;
  bool json = false;
  std::function<Result<Report>(const Scene&, std::size_t clients)> scenario;
};

/// Load is for this machine only: a server elsewhere did not ask for it.
bool is_loopback(const std::string& host) {
  return host.starts_with("127.") || host == "localhost" || host == "::1";
}

void offer_common(CLI::App& app, Options& options) {
  app.add_option("--server", options.server,
                 "A server on this machine; without it one is started for the run")
      ->type_name("URL");
  app.add_option("--server-binary", options.binary, "The program to start")->type_name("FILE");
  app.add_flag("--json", options.json, "The result as JSON");
  app.require_subcommand(1);
  app.fallthrough();
  app.footer(
      "\nLatencies count from the moment at which a command was due, so that a stall is not "
      "hidden.\nExit codes: 0 all was acknowledged and delivered, 1 not all, 2 wrong usage, 3 "
      "unreachable.");
}

void offer_scenarios(CLI::App& app, Options& options) {
  const auto clients = CLI::Range(1, 100'000);
  auto* hall = app.add_subcommand("hall", "One café, one writer at a rate, N who look");
  hall->add_option("N", options.clients, "How many look")->required()->check(clients);
  hall->add_option("--rate", options.rate, "Entries a second")
      ->capture_default_str()
      ->check(CLI::Range(0.01, 20'000.0));
  hall->add_option("--seconds", options.seconds, "How long")
      ->capture_default_str()
      ->check(CLI::Range(0.1, 3'600.0));
  hall->add_option("--stalled", options.stalled, "So many more who come and stop reading")
      ->capture_default_str()
      ->check(CLI::Range(0, 1'000));
  hall->add_option("--attack", options.attack, "Beside it, from a process of its own")
      ->check(CLI::IsMember(attack_names()));
  hall->callback([&options] { options.scenario = run_hall; });

  auto* evening = app.add_subcommand("evening", "A real café of 35 people, compressed in time");
  evening->add_option("--seconds", options.seconds, "How long a round lasts")
      ->capture_default_str()
      ->check(CLI::Range(1.0, 1'200.0));
  evening->callback([&options] {
    options.scenario = [](const Scene& scene, std::size_t) { return run_evening(scene); };
  });

  auto* idle = app.add_subcommand("idle", "N connections on which nothing happens");
  idle->add_option("N", options.clients, "How many")->required()->check(clients);
  idle->add_option("--seconds", options.seconds, "How long")
      ->capture_default_str()
      ->check(CLI::Range(0.1, 3'600.0));
  idle->callback([&options] { options.scenario = run_idle; });
}

/// What `hall --attack` starts; it goes on until it is killed.
void offer_attack(CLI::App& app, Options& options) {
  // An empty group is not shown: the options name a café that hall has founded.
  auto* attack = app.add_subcommand("attack", "The attack alone")->group("");
  attack->add_option("KIND", options.attack)->required()->check(CLI::IsMember(attack_names()));
  attack->add_option("--port", options.target.port)->required();
  attack->add_option("--path", options.target.live_path)->required();
  attack->add_option("--token", options.target.token)->required();
}

int run_attack(Options options) {
  raise_file_limit();
  options.target.token = from_hex(options.target.token);
  attack(*attack_named(options.attack), options.target, [] { return true; });
  return kDone;
}

/// The limits that the clients of a run would meet. What an attack meets stays as it is.
std::vector<std::string> own_limits(bool attacked) {
  std::vector<std::string> limits = {"commands_per_second=100000", "commands_burst=100000"};
  if (attacked) return limits;
  limits.insert(limits.end(),
                {"frames_per_second=100000", "frames_burst=100000", "pending_handshakes=100000",
                 "connections=100000", "connections_per_address=100000"});
  return limits;
}

/// As many clients as this machine has files for.
std::size_t clients_that_fit(std::size_t wanted, std::vector<std::string>& notes) {
  const std::uint64_t files = raise_file_limit();
  const std::uint64_t fit = files > kOtherFiles ? files - kOtherFiles : 1;
  if (wanted <= fit) return wanted;
  notes.push_back("scaled down from " + std::to_string(wanted) + " to " + std::to_string(fit) +
                  " clients: this process may open no more files");
  return fit;
}

int fail(ExitCode code, const std::string& sentence) {
  std::cerr << "rebond-loadtest: " << sentence << std::endl;
  return code;
}

int run_scenario(const Options& options) {
  std::vector<std::string> notes;
  const std::size_t clients = clients_that_fit(options.clients, notes);
  Scene scene;
  scene.seconds = options.seconds;
  scene.rate = options.rate;
  scene.stalled = options.stalled;
  scene.attack = options.attack;
  std::unique_ptr<OwnServer> own;
  if (options.server.empty()) {
    own = std::make_unique<OwnServer>(
        OwnServerOptions{options.binary, own_limits(!options.attack.empty())});
    if (Result<void> started = own->start(); !started) {
      return fail(kUnreachable, started.error().message);
    }
    scene.server = own->address();
    scene.server_pid = own->pid();
  } else {
    const Result<ServerAddress> address = parse_server_address(options.server);
    if (!address) return fail(kUsage, describe(address.error()));
    if (!is_loopback(address->host)) {
      return fail(kUsage, "--server: only a server on this machine, such as http://127.0.0.1:8080");
    }
    scene.server = *address;
  }
  Result<Report> report = options.scenario(scene, clients);
  if (!report) return fail(kUnreachable, report.error().message);
  report->notes = notes;
  std::cout << (options.json ? as_json(*report) : as_text(*report)) << std::endl;
  return report->all_well() ? kDone : kNotWell;
}

int run(int argc, char** argv) {
  CLI::App app("Virtual cafés against a real server, to measure what it bears.", "rebond-loadtest");
  Options options;
  offer_common(app, options);
  offer_scenarios(app, options);
  offer_attack(app, options);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error);
    return fail(kUsage, std::string(error.what()) + "; see rebond-loadtest --help");
  }
  return options.scenario ? run_scenario(options) : run_attack(std::move(options));
}

}  // namespace
}  // namespace rebond::loadtest

int main(int argc, char** argv) {
  try {
    return rebond::loadtest::run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "rebond-loadtest: " << error.what() << std::endl;
    return rebond::loadtest::kNotWell;
  }
}
