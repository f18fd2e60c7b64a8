// rebond create: opens a café from a plan and prints its links.
#include "clients/cli/arguments.h"
#include "clients/cli/commands/commands.h"
#include "clients/cli/options.h"
#include "clients/cli/output.h"
#include "clients/cpp/http_client.h"

namespace rebond::cli {
namespace {

struct Options {
  std::string plan;
  std::string server = "http://127.0.0.1:8080";
  std::string admin_token;
};

Exit create(const Options& options) {
  Result<std::string> plan = read_file(options.plan);
  if (!plan) return exit_of(plan.error());
  const Result<ServerAddress> server = parse_server_address(options.server);
  if (!server) return exit_of(server.error());

  HttpCall call;
  call.server = *server;
  call.method = "POST";
  call.target = "/cafes";
  call.body = std::move(*plan);
  if (!options.admin_token.empty()) {
    Result<std::string> token = read_secret(options.admin_token);
    if (!token) return exit_of(token.error());
    call.bearer = std::move(*token);
  }
  const Result<HttpReply> reply = http_exchange(call);
  if (!reply) return exit_of(reply.error());
  if (reply->status != 200 && reply->status != 201) {
    return exit_of_status(reply->status, reply->body);
  }
  print_line(reply->body.substr(0, reply->body.find_last_not_of('\n') + 1));
  return done();
}

}  // namespace

void offer_create(CLI::App& app, Job& job) {
  auto* command = app.add_subcommand("create", "Open a café from a plan and print its links");
  const auto options = std::make_shared<Options>();
  command->add_option("PLAN", options->plan, "The plan, a JSON file; - for standard input")
      ->required()
      ->type_name("");
  command->add_option("--server", options->server, "Where rebond-server listens")
      ->type_name("URL")
      ->capture_default_str();
  command
      ->add_option("--admin-token", options->admin_token,
                   "The server's admin token, @FILE that holds it, or -;\n"
                   "not needed on the server's own machine")
      ->type_name("TOKEN");
  add_examples(*command,
               "  rebond create demo/cafe-energie.json > links.json\n"
               "  rebond create plan.json --server http://192.168.1.10:8080 --admin-token @token");
  command->callback([options, &job] { job = [options] { return create(*options); }; });
}

}  // namespace rebond::cli
