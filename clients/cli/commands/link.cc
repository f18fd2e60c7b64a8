// rebond link: a proposition, two ideas and the words that join them.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "clients/cli/arguments.h"
#include "clients/cli/commands/commands.h"
#include "clients/cli/lookup.h"
#include "clients/cli/message_json.h"
#include "clients/cli/one_command.h"
#include "clients/cli/options.h"
#include "clients/cli/stay.h"

namespace rebond::cli {
namespace {

struct Options {
  std::string link;
  std::string from;
  std::string to;
  std::string phrase;
  std::string kind;
  double timeout = 10;
};

/// "builds-on" and "builds_on" are LINK_KIND_BUILDS_ON; none for what is no kind.
std::optional<v1::LinkKind> kind_of_word(std::string word) {
  std::replace(word.begin(), word.end(), '-', '_');
  for (int kind = v1::LINK_KIND_BUILDS_ON; kind <= v1::LinkKind_MAX; ++kind) {
    if (word_of(static_cast<v1::LinkKind>(kind)) == word) return static_cast<v1::LinkKind>(kind);
  }
  return std::nullopt;
}

std::string check_kind(const std::string& word) {
  return kind_of_word(word) ? "" : "there is no kind \"" + word + "\"";
}

Result<Wish> wish_for(const Options& options, ClientSession& session) {
  const Result<Id> from = find_card(session.state(), options.from);
  if (!from) return from.error();
  const Result<Id> to = find_card(session.state(), options.to);
  if (!to) return to.error();
  Wish wish;
  v1::AddLink& add = *wish.command.mutable_add_link();
  add.set_link(session.new_id());
  add.set_from(*from);
  add.set_to(*to);
  add.set_phrase(options.phrase);
  const v1::LinkKind without =
      options.phrase.empty() ? v1::LINK_KIND_BUILDS_ON : v1::LINK_KIND_UNSPECIFIED;
  add.set_kind(kind_of_word(options.kind).value_or(without));
  wish.line = [&session, link = add.link()](const Outcome& outcome) {
    const std::string id = std::to_string(session.renamed(link));
    const nlohmann::ordered_json json = {{"link", id}, {"seq", outcome.seq}};
    return json.dump();
  };
  return wish;
}

Exit link(const Options& options) {
  const Result<CafeLink> link = read_link(options.link);
  if (!link) return exit_of(link.error());
  return send_one(*link, from_seconds(options.timeout),
                  [&](ClientSession& session) { return wish_for(options, session); });
}

}  // namespace

void offer_link(CLI::App& app, Job& job) {
  auto* command = app.add_subcommand("link", "Join two ideas with a phrase: idea, phrase, idea");
  const auto options = std::make_shared<Options>();
  add_link_argument(*command, options->link);
  command->add_option("FROM", options->from, "An idea: its id, or the plan's name such as t2.7")
      ->required()
      ->type_name("");
  command->add_option("TO", options->to, "The other idea")->required()->type_name("");
  command->add_option("--phrase", options->phrase, "The words between them")->type_name("WORDS");
  command
      ->add_option("--kind", options->kind,
                   "builds-on, nuances, opposes, example-of, asks, same-as or leads-to;\n"
                   "builds-on when there is no phrase either")
      ->type_name("KIND")
      ->check(check_kind);
  add_timeout_option(*command, options->timeout, "How long to try");
  add_examples(*command,
               "  rebond link @facilitator t2.1 t1.5 --kind same-as\n"
               "  rebond link @captain-1 t1.6 t3.1 --phrase \"donne envie de\"\n"
               "It prints {\"link\":\"ID\",\"seq\":N}.");
  command->callback([options, &job] { job = [options] { return link(*options); }; });
}

}  // namespace rebond::cli
