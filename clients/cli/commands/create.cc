// rebond create: opens a café from a plan and prints its links.
#include "clients/cli/arguments.h"
#include "clients/cli/commands/commands.h"
#include "clients/cli/options.h"
#include "clients/cli/output.h"
#include "clients/cli/server_post.h"

namespace rebond::cli {
namespace {

struct Options {
  std::string plan;
  ServerOptions server;
};

Exit create(const Options& options) {
  Result<std::string> plan = read_file(options.plan);
  if (!plan) return exit_of(plan.error());
  HttpCall call;
  call.target = "/cafes";
  call.body = std::move(*plan);
  const auto posted = post_to_server(options.server, std::move(call));
  if (const Exit* refused = std::get_if<Exit>(&posted)) return *refused;
  const auto& links = std::get<std::string>(posted);
  print_line(links.substr(0, links.find_last_not_of('\n') + 1));
  return done();
}

}  // namespace

void offer_create(CLI::App& app, Job& job) {
  auto* command = app.add_subcommand("create", "Open a café from a plan and print its links");
  const auto options = std::make_shared<Options>();
  command->add_option("PLAN", options->plan, "The plan, a JSON file; - for standard input")
      ->required()
      ->type_name("");
  add_server_options(*command, options->server);
  add_examples(*command,
               "  rebond create demo/cafe-energie.json > links.json\n"
               "  rebond create plan.json --server http://192.168.1.10:8080 --admin-token @token");
  command->callback([options, &job] { job = [options] { return create(*options); }; });
}

}  // namespace rebond::cli
