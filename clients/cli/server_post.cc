// Bringing a café to a server: where it is, the right to do it, and the request.
#include "clients/cli/server_post.h"

#include <utility>

#include "clients/cli/arguments.h"

namespace rebond::cli {

void add_server_options(CLI::App& command, ServerOptions& options) {
  command.add_option("--server", options.server, "Where rebond-server listens")
      ->type_name("URL")
      ->capture_default_str();
  command
      .add_option("--admin-token", options.admin_token,
                  "The server's admin token, @FILE that holds it, or -;\n"
                  "not needed on the server's own machine")
      ->type_name("TOKEN");
}

std::variant<std::string, Exit> post_to_server(const ServerOptions& options, HttpCall call) {
  const Result<ServerAddress> server = parse_server_address(options.server);
  if (!server) return exit_of(server.error());
  call.server = *server;
  call.method = "POST";
  if (!options.admin_token.empty()) {
    Result<std::string> token = read_secret(options.admin_token);
    if (!token) return exit_of(token.error());
    call.bearer = std::move(*token);
  }
  Result<HttpReply> reply = http_exchange(call);
  if (!reply) return exit_of(reply.error());
  if (reply->status != 200 && reply->status != 201) {
    return exit_of_status(reply->status, reply->body);
  }
  return std::move(reply->body);
}

}  // namespace rebond::cli
