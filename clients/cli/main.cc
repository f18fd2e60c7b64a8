// `rebond`: every job of a café from a terminal.
#include <CLI/CLI.hpp>
#include <exception>
#include <memory>

#include "clients/cli/commands/commands.h"
#include "clients/cli/help.h"
#include "clients/cli/output.h"

namespace rebond::cli {
namespace {

constexpr char kAbout[] =
    "Every job of a café conversation, from a terminal.\n\n"
    "A café is opened with `rebond create`, which prints a link for each role. Every other\n"
    "command takes such a link and does what its role may do.";

constexpr char kExitCodes[] =
    "\nExit codes: 0 done, 1 rejected, 2 wrong usage, 3 unreachable, 4 unauthorised.\n"
    "`rebond COMMAND --help` says more about a command.";

/// One line for a person: CLI11's message says what is wrong, we say where to look.
int refuse(const CLI::ParseError& error) {
  print_error(std::string(error.what()) + "; see rebond --help");
  return static_cast<int>(ExitCode::kUsage);
}

int run(int argc, char** argv) {
  CLI::App app(kAbout, "rebond");
  app.footer(kExitCodes);
  app.require_subcommand(1);
  app.formatter(std::make_shared<Help>());
  Job job;
  for (auto* offer :
       {offer_create, offer_cafe,     offer_play,     offer_watch,      offer_add,
        offer_link,   offer_group,    offer_step,     offer_round,      offer_access,
        offer_state,  offer_export,   offer_simulate, offer_plan,       offer_script,
        offer_table,  offer_person,   offer_seats,    offer_suggest,    offer_synthesis,
        offer_expert, offer_support,  offer_action,   offer_evaluation, offer_task,
        offer_show,   offer_settings, offer_announce, offer_idea,       offer_merge,
        offer_cost,   offer_draft,    offer_converge}) {
    offer(app, job);
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error);
    return refuse(error);
  }
  const Exit exit = job();
  if (!exit.sentence.empty()) print_error(exit.sentence);
  return static_cast<int>(exit.code);
}

}  // namespace
}  // namespace rebond::cli

int main(int argc, char** argv) {
  try {
    return rebond::cli::run(argc, argv);
  } catch (const std::exception& error) {
    rebond::cli::print_error(error.what());
    return static_cast<int>(rebond::cli::ExitCode::kRejected);
  }
}
