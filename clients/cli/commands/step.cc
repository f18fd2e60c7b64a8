// rebond step: moves the café to a step of its script.
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
  std::string slug;
  double timeout = 10;
};

Result<Wish> wish_for(const Options& options, ClientSession& session) {
  const Result<Id> step = find_step(session.state(), options.slug);
  if (!step) return step.error();
  Wish wish;
  wish.command.mutable_go_to_step()->set_step(*step);
  wish.line = [slug = session.state().find<v1::Step>(*step)->slug()](const Outcome& outcome) {
    return nlohmann::ordered_json{{"step", slug}, {"seq", outcome.seq}}.dump();
  };
  return wish;
}

Exit step(const Options& options) {
  const Result<CafeLink> link = read_link(options.link);
  if (!link) return exit_of(link.error());
  return send_one(*link, from_seconds(options.timeout),
                  [&](ClientSession& session) { return wish_for(options, session); });
}

}  // namespace

void offer_step(CLI::App& app, Job& job) {
  auto* command = app.add_subcommand("step", "Move the café to a step of its script");
  const auto options = std::make_shared<Options>();
  add_link_argument(*command, options->link);
  command
      ->add_option("SLUG", options->slug,
                   "preparation, welcome, objective, round-1, move-1, …, table-syntheses,\n"
                   "map-and-convergence, expert, action-plan, thanks or closed;\n"
                   "a beginning is enough when only one step has it")
      ->required()
      ->type_name("");
  add_timeout_option(*command, options->timeout, "How long to try");
  add_examples(*command,
               "  rebond step @facilitator welcome\n"
               "  rebond step @facilitator \"round 2\"\n"
               "It prints {\"step\":\"SLUG\",\"seq\":N}.");
  command->callback([options, &job] { job = [options] { return step(*options); }; });
}

}  // namespace rebond::cli
