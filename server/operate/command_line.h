// The command lines of the subcommands of rebond-server.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <variant>

#include "operate/order.h"

namespace rebond::operate {

/// To a running server, or to the folder that none holds.
struct AskCommand {
  Order order;
  /// Do not ask a person first.
  bool yes = false;
};

struct RestoreCommand {
  std::filesystem::path from;
  std::optional<std::uint32_t> id;
};

struct CheckCommand {};

struct SalvageCommand {
  std::filesystem::path to;
};

struct Command {
  std::filesystem::path data;
  bool json = false;
  std::variant<AskCommand, RestoreCommand, CheckCommand, SalvageCommand> what;
};

/// Help that was asked for, or a wrong command line.
struct NoCommand {
  int exit_code = 0;
  std::string out;
  std::string err;
};

/// Whether the arguments name a subcommand; else they are the server's own.
bool is_command(int argc, const char* const* argv);

std::variant<Command, NoCommand> parse_command(int argc, const char* const* argv);

}  // namespace rebond::operate
