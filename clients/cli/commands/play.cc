// rebond play: lets the captains write a plan's ideas, as they would in the hall.
#include "clients/cli/arguments.h"
#include "clients/cli/commands/commands.h"
#include "clients/cli/evening.h"
#include "clients/cli/options.h"
#include "clients/cli/players.h"

namespace rebond::cli {
namespace {

struct Options {
  std::string plan;
  std::string links;
  PlayOptions play;
  bool evening = false;
};

Exit play(const Options& options) {
  const Result<std::string> text = read_file(options.plan);
  if (!text) return exit_of(text.error());
  const Result<Plan> plan = parse_plan(*text);
  if (!plan) return rejected(describe(plan.error()));
  const Result<CafeLinkSet> links = read_link_set(options.links);
  if (!links) return exit_of(links.error());
  if (links->captains.size() < plan->tables.size()) {
    return rejected("the plan has " + std::to_string(plan->tables.size()) + " tables, the links " +
                    std::to_string(links->captains.size()) +
                    " captains; give the links of a café made from this plan");
  }
  if (options.evening) {
    return play_evening(*plan, *links, {options.play.timeout_s, options.play.json});
  }
  return play_plan(*plan, links->captains, options.play);
}

}  // namespace

void offer_play(CLI::App& app, Job& job) {
  auto* command = app.add_subcommand("play", "Let the captains write the plan's ideas");
  const auto options = std::make_shared<Options>();
  command->add_option("PLAN", options->plan, "The plan that the café was made from")
      ->required()
      ->type_name("");
  command->add_option("--links", options->links, "What rebond create printed")
      ->required()
      ->type_name("LINKS");
  command
      ->add_option("--pace", options->play.pace_s,
                   "Seconds between two ideas of a table; 0: as fast as they are acknowledged")
      ->type_name("F")
      ->capture_default_str()
      ->check(CLI::Range(0.0, 86'400.0));
  command->add_flag("--evening", options->evening,
                    "Every step, from the welcome to the thanks; the café must have no ideas yet");
  command->add_flag("--json", options->play.json, "One JSON object per line");
  add_timeout_option(*command, options->play.timeout_s,
                     "Give up when nothing is acknowledged for so long, the pace aside");
  add_examples(
      *command,
      "  rebond play demo/cafe-energie.json --links links.json\n"
      "  rebond play plan.json --links links.json --pace 3\n"
      "  rebond play plan.json --links links.json --evening\n"
      "A line per idea: SEQ, table and words, separated by tabs; at the end\n"
      "\"acknowledged 25 of 25\". Played again, ideas that are there are not added again.");
  command->callback([options, &job] { job = [options] { return play(*options); }; });
}

}  // namespace rebond::cli
