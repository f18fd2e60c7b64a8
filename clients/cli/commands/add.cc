// rebond add: writes one idea.
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
  std::string text;
  std::uint32_t table = 0;
  double timeout = 10;
};

/// A captain's own table unless another one is named.
Result<Id> table_for(const ClientSession& session, std::uint32_t number) {
  if (number != 0) return find_table(session.state(), number);
  if (const Id own = session.welcome().table(); own != 0) return own;
  return Error{ErrorKind::kInvalid, "--table", "say at which table: --table N"};
}

Result<Wish> wish_for(const Options& options, ClientSession& session) {
  const Result<Id> table = table_for(session, options.table);
  if (!table) return table.error();
  Wish wish;
  v1::AddCard& add = *wish.command.mutable_add_card();
  add.set_card(session.new_id());
  add.set_run(session.new_id());
  add.set_table(*table);
  add.set_text(options.text);
  wish.line = [&session, card = add.card()](const Outcome& outcome) {
    // An anonymous idea gets its id from the server.
    const Id known = outcome.ids.empty() ? session.renamed(card) : outcome.ids.front();
    const std::string id = std::to_string(known);
    const nlohmann::ordered_json json = {{"card", id}, {"seq", outcome.seq}};
    return json.dump();
  };
  return wish;
}

Exit add(const Options& options) {
  const Result<CafeLink> link = read_link(options.link);
  if (!link) return exit_of(link.error());
  return send_one(*link, from_seconds(options.timeout),
                  [&](ClientSession& session) { return wish_for(options, session); });
}

}  // namespace

void offer_add(CLI::App& app, Job& job) {
  auto* command = app.add_subcommand("add", "Write one idea, once, even over a lost connection");
  const auto options = std::make_shared<Options>();
  add_link_argument(*command, options->link);
  command->add_option("TEXT", options->text, "The idea's words")->required()->type_name("");
  command
      ->add_option("--table", options->table,
                   "The table's place in the plan: 1, 2, …; a captain's own without it")
      ->type_name("N")
      ->check(CLI::Range(1, 100));
  add_timeout_option(*command, options->timeout, "How long to try");
  add_examples(*command,
               "  rebond add @captain-1 \"éolienne sur les toits\"\n"
               "  rebond add @facilitator \"plus de bancs\" --table 2\n"
               "It prints {\"card\":\"ID\",\"seq\":N} when the idea is safe on the server's disk.");
  command->callback([options, &job] { job = [options] { return add(*options); }; });
}

}  // namespace rebond::cli
