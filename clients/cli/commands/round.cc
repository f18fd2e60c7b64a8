// rebond round: starts, pauses, resumes, extends and ends the timed conversation.
#include <nlohmann/json.hpp>

#include "clients/cli/arguments.h"
#include "clients/cli/commands/commands.h"
#include "clients/cli/lookup.h"
#include "clients/cli/one_command.h"
#include "clients/cli/options.h"
#include "clients/cli/stay.h"

namespace rebond::cli {
namespace {

struct Options {
  std::string link;
  std::string question;
  std::uint32_t minutes = 0;
  std::uint32_t more_minutes = 1;
  double timeout = 10;
};

Exit send_round(const Options& options, const v1::Command& command) {
  const Result<CafeLink> link = read_link(options.link);
  if (!link) return exit_of(link.error());
  return send_one(*link, from_seconds(options.timeout), [&](ClientSession& session) {
    Wish wish;
    wish.command = command;
    // The round may be another one after the command: the next, when one is started.
    wish.line = [&session](const Outcome& outcome) {
      const v1::Round* round = current_round(session.state());
      const std::uint32_t number = round == nullptr ? 0 : round->number();
      return nlohmann::ordered_json{{"round", number}, {"seq", outcome.seq}}.dump();
    };
    return Result<Wish>(std::move(wish));
  });
}

void fill_start(const Options& options, v1::Command& command) {
  command.mutable_start_round()->set_minutes(options.minutes);
  command.mutable_start_round()->set_question(options.question);
}

void fill_pause(const Options&, v1::Command& command) {
  command.mutable_pause_round();
}

void fill_resume(const Options&, v1::Command& command) {
  command.mutable_resume_round();
}

void fill_extend(const Options& options, v1::Command& command) {
  command.mutable_extend_round()->set_minutes(options.more_minutes);
}

void fill_end(const Options&, v1::Command& command) {
  command.mutable_end_round();
}

/// One of the five actions: a subcommand of its own.
struct Action {
  const char* name;
  const char* help;
  /// Makes the command from the options.
  void (*fill)(const Options&, v1::Command&);
};

constexpr Action kStart{"start", "Start the round of this step, or the next one", fill_start};
constexpr Action kPause{"pause", "Stop the clock", fill_pause};
constexpr Action kResume{"resume", "Let the clock run again", fill_resume};
constexpr Action kExtend{"extend", "Give more time", fill_extend};
constexpr Action kEnd{"end", "End it; the last sentences have a minute", fill_end};

CLI::App* add_action(CLI::App& round, Job& job, const std::shared_ptr<Options>& options,
                     const Action& action) {
  auto* subcommand = round.add_subcommand(action.name, action.help);
  subcommand->fallthrough();
  subcommand->callback([options, fill = action.fill, &job] {
    job = [options, fill] {
      v1::Command command;
      fill(*options, command);
      return send_round(*options, command);
    };
  });
  return subcommand;
}

}  // namespace

void offer_round(CLI::App& app, Job& job) {
  auto* command = app.add_subcommand("round", "Start, pause, resume, extend or end a round");
  const auto options = std::make_shared<Options>();
  add_link_argument(*command, options->link);
  add_timeout_option(*command, options->timeout, "How long to try");
  command->require_subcommand(1);

  CLI::App* start = add_action(*command, job, options, kStart);
  start->add_option("--minutes", options->minutes, "How long; without it there is no deadline")
      ->type_name("M")
      ->check(CLI::Range(1, 240));
  start->add_option("--question", options->question, "What the tables talk about")->type_name("Q");
  add_action(*command, job, options, kPause);
  add_action(*command, job, options, kResume);
  CLI::App* extend = add_action(*command, job, options, kExtend);
  extend->add_option("--minutes", options->more_minutes, "How much more")
      ->type_name("M")
      ->capture_default_str()
      ->check(CLI::Range(1, 240));
  add_action(*command, job, options, kEnd);
  add_examples(
      *command,
      "  rebond round @facilitator start --minutes 15 --question \"Que faire de l'eau ?\"\n"
      "  rebond round @facilitator extend\n"
      "  rebond round @facilitator end\n"
      "It prints {\"round\":NUMBER,\"seq\":N}.");
}

}  // namespace rebond::cli
