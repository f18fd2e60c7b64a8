// rebond simulate: load from the terminal itself.
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "clients/cli/commands/commands.h"
#include "clients/cli/crowd.h"
#include "clients/cli/options.h"
#include "clients/cli/output.h"

namespace rebond::cli {
namespace {

struct Options {
  std::string links;
  CrowdOptions crowd;
  bool json = false;
};

std::string as_json(const CrowdReport& report) {
  const nlohmann::ordered_json json = {
      {"sent", report.sent},
      {"acknowledged", report.acknowledged},
      {"rejected", report.rejected},
      {"latency_ms",
       {{"p50", report.latency_ms(0.50)},
        {"p95", report.latency_ms(0.95)},
        {"p99", report.latency_ms(0.99)},
        {"max", report.latency_ms(1)}}},
      {"digests_agree", !report.digest.empty()},
      {"digest", report.digest},
  };
  return json.dump();
}

std::string as_text(const CrowdReport& report) {
  std::string text =
      fmt::format("sent          {}\nacknowledged  {}\n", report.sent, report.acknowledged);
  for (const auto& [code, count] : report.rejected) {
    text += fmt::format("rejected      {} {}\n", count, code);
  }
  text += fmt::format("latency       p50 {:.1f} ms, p95 {:.1f} ms, p99 {:.1f} ms, max {:.1f} ms\n",
                      report.latency_ms(0.50), report.latency_ms(0.95), report.latency_ms(0.99),
                      report.latency_ms(1));
  text += report.digest.empty() ? "digests       differ" : "digests       all " + report.digest;
  return text;
}

Exit simulate(const Options& options) {
  const Result<CafeLinkSet> links = read_link_set(options.links);
  if (!links) return exit_of(links.error());
  CrowdReport report;
  if (Exit exit = run_crowd(*links, options.crowd, report); !exit.ok()) return exit;
  print_line(options.json ? as_json(report) : as_text(report));
  if (report.all_well()) return done();
  return rejected(report.digest.empty() ? "the clients do not hold the same state"
                                        : "some ideas were not acknowledged");
}

}  // namespace

void offer_simulate(CLI::App& app, Job& job) {
  auto* command = app.add_subcommand("simulate", "Let many people write at once, and measure");
  const auto options = std::make_shared<Options>();
  command->add_option("LINKS", options->links, "What rebond create printed")
      ->required()
      ->type_name("");
  command
      ->add_option("--clients", options->crowd.clients,
                   "How many people: the captains first, then participants who join")
      ->type_name("N")
      ->capture_default_str()
      ->check(CLI::Range(1, 5'000));
  command->add_option("--rate", options->crowd.rate, "Ideas a second, all clients together")
      ->type_name("R")
      ->capture_default_str()
      ->check(CLI::Range(0.01, 10'000.0));
  command->add_option("--seconds", options->crowd.seconds, "How long they write")
      ->type_name("S")
      ->capture_default_str()
      ->check(CLI::Range(0.1, 3'600.0));
  command->add_flag("--json", options->json, "One JSON object");
  add_examples(*command,
               "  rebond simulate links.json --clients 38 --rate 20 --seconds 10\n"
               "Latency counts from the moment at which an idea was due, so that a stall of the\n"
               "server is not hidden. rebond-loadtest has more scenarios.");
  command->callback([options, &job] { job = [options] { return simulate(*options); }; });
}

}  // namespace rebond::cli
