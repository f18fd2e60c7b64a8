// The subcommands of rebond-server, from the command line to the exit code.
#include "operate/run.h"

#include <cstdio>
#include <iostream>
#include <string>
#include <unistd.h>
#include <utility>

#include "operate/control_client.h"
#include "operate/folder_desk.h"
#include "operate/outcome.h"
#include "operate/texts.h"

namespace rebond::operate {
namespace {

constexpr int kDone = 0;
constexpr int kFailed = 1;
constexpr int kUsage = 2;

/// Whether the person at the terminal wants it; what is erased cannot be brought back.
bool confirmed(const EraseOrder& order) {
  const std::string whom = order.person != 0 ? "person " + std::to_string(order.person)
                                             : "device " + std::to_string(order.device);
  std::fprintf(stderr,
               "Erase %s from café %s and its whole history%s? It cannot be undone. Type yes: ",
               whom.c_str(), order.cafe.c_str(), order.with_words ? ", with all words" : "");
  std::string line;
  std::getline(std::cin, line);
  return line == "yes";
}

Result<void> ask_first(const AskCommand& ask) {
  const auto* erasure = std::get_if<EraseOrder>(&ask.order);
  if (erasure == nullptr || ask.yes) return {};
  if (::isatty(STDIN_FILENO) == 0) {
    return Error{ErrorKind::kInvalid, "--yes",
                 "nobody can be asked here; add it to erase for good"};
  }
  if (confirmed(*erasure)) return {};
  return Error{ErrorKind::kUnavailable, "", "nothing was erased"};
}

Result<Outcome> carry_out(const Command& command, const AskCommand& ask) {
  if (const Result<void> wanted = ask_first(ask); !wanted) return wanted.error();
  std::optional<Reply> reply = ask_server(command.data, ask.order);
  if (!reply) reply = do_in_folder(command.data, ask.order);
  if (!*reply) return reply->error();
  std::string text;
  if (std::holds_alternative<BackupOrder>(ask.order)) {
    text = backup_text(**reply);
  } else if (std::holds_alternative<EraseOrder>(ask.order)) {
    text = erasure_text(**reply);
  } else {
    text = status_text(**reply);
  }
  return Outcome{**std::move(reply), std::move(text)};
}

Result<Outcome> carry_out(const Command& command, const RestoreCommand& what) {
  return restore(command, what);
}

Result<Outcome> carry_out(const Command& command, const CheckCommand& /*what*/) {
  return check(command);
}

Result<Outcome> carry_out(const Command& command, const SalvageCommand& what) {
  return salvage(command, what);
}

int exit_code_of(const Error& error) {
  // Names an option: the command line asks for what cannot be.
  return error.kind == ErrorKind::kInvalid && error.field == "--yes" ? kUsage : kFailed;
}

}  // namespace

int run(int argc, const char* const* argv) {
  const auto parsed = parse_command(argc, argv);
  if (const auto* no_command = std::get_if<NoCommand>(&parsed)) {
    std::fputs(no_command->out.c_str(), stdout);
    std::fputs(no_command->err.c_str(), stderr);
    return no_command->exit_code;
  }
  const auto& command = std::get<Command>(parsed);
  const Result<Outcome> outcome =
      std::visit([&](const auto& what) { return carry_out(command, what); }, command.what);
  if (!outcome) {
    std::fprintf(stderr, "rebond-server: %s\n", describe(outcome.error()).c_str());
    return exit_code_of(outcome.error());
  }
  const std::string json = outcome->json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
  std::fputs((command.json ? json : outcome->text).c_str(), stdout);
  return outcome->good ? kDone : kFailed;
}

}  // namespace rebond::operate
