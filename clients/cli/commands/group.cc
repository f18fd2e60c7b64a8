// rebond group: a node of ideas on the map.
#include <nlohmann/json.hpp>
#include <vector>

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
  std::string name;
  std::vector<std::string> cards;
  double timeout = 10;
};

Result<Wish> wish_for(const Options& options, ClientSession& session) {
  Wish wish;
  v1::AddGroup& add = *wish.command.mutable_add_group();
  for (const std::string& name : options.cards) {
    const Result<Id> card = find_card(session.state(), name);
    if (!card) return card.error();
    add.add_cards(*card);
  }
  add.set_group(session.new_id());
  add.set_name(options.name);
  wish.line = [&session, group = add.group()](const Outcome& outcome) {
    const std::string id = std::to_string(session.renamed(group));
    const nlohmann::ordered_json json = {{"group", id}, {"seq", outcome.seq}};
    return json.dump();
  };
  return wish;
}

Exit group(const Options& options) {
  const Result<CafeLink> link = read_link(options.link);
  if (!link) return exit_of(link.error());
  return send_one(*link, from_seconds(options.timeout),
                  [&](ClientSession& session) { return wish_for(options, session); });
}

}  // namespace

void offer_group(CLI::App& app, Job& job) {
  auto* command = app.add_subcommand("group", "Make a named group of ideas");
  const auto options = std::make_shared<Options>();
  add_link_argument(*command, options->link);
  command->add_option("NAME", options->name, "What the ideas have in common")
      ->required()
      ->type_name("");
  command
      ->add_option("CARD", options->cards,
                   "The ideas, in order: ids, or the plan's names such as t2.7.\n"
                   "An idea is in one group at most: it moves here")
      ->type_name("")
      ->expected(0, 200);
  add_timeout_option(*command, options->timeout, "How long to try");
  add_examples(*command,
               "  rebond group @facilitator \"Récupérer l'eau\" t1.5 t2.1\n"
               "It prints {\"group\":\"ID\",\"seq\":N}.");
  command->callback([options, &job] { job = [options] { return group(*options); }; });
}

}  // namespace rebond::cli
