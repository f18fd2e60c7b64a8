// Bringing a café to a server: where it is, the right to do it, and the request.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <variant>

#include "clients/cli/exit.h"
#include "clients/cpp/http_client.h"

namespace rebond::cli {

struct ServerOptions {
  std::string server = "http://127.0.0.1:8080";
  /// As it is typed: a token, @FILE or -; empty on the server's own machine.
  std::string admin_token;
};

/// --server URL and --admin-token TOKEN.
void add_server_options(CLI::App& command, ServerOptions& options);

/// Posts `call`, of which target, body and times are set. Its answer when the server took it in
/// (200 or 201), else how the command ends.
std::variant<std::string, Exit> post_to_server(const ServerOptions& options, HttpCall call);

}  // namespace rebond::cli
