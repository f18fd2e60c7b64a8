// rebond access: lists the links of a café, gives a new one, takes one back.
#include <nlohmann/json.hpp>
#include <optional>

#include "base/limits.h"
#include "clients/cli/access_text.h"
#include "clients/cli/arguments.h"
#include "clients/cli/commands/commands.h"
#include "clients/cli/lookup.h"
#include "clients/cli/one_command.h"
#include "clients/cli/options.h"
#include "clients/cli/output.h"
#include "clients/cli/stay.h"

namespace rebond::cli {
namespace {

struct Options {
  std::string link;
  std::string role;
  std::uint32_t table = 0;
  Id access = 0;
  bool json = false;
  double timeout = 10;
};

/// Waits for the list that a facilitator is sent with Welcome.
class ListLinks final : public Stay {
 public:
  ListLinks(const CafeLink& link, bool json)
      : Stay(link, to_look(link), Retry::kAfterFirstWelcome), json_(json) {}

 protected:
  void on_access_list(const v1::AccessList& list) override { list_ = list; }

  void on_live() override {
    if (!list_) {
      return finish({ExitCode::kUnauthorised, "only a facilitator's link shows the links"});
    }
    auto all = nlohmann::ordered_json::array();
    for (const v1::AccessEntry& entry : list_->access()) {
      if (!json_) print_line(access_line(entry, session().state()));
      all.push_back(access_json(entry, session().state()));
    }
    if (json_) print_line(nlohmann::ordered_json{{"access", std::move(all)}}.dump());
    finish(done());
  }

 private:
  bool json_;
  std::optional<v1::AccessList> list_;
};

Exit list(const Options& options) {
  const Result<CafeLink> link = read_link(options.link);
  if (!link) return exit_of(link.error());
  return ListLinks(*link, options.json).run(from_seconds(options.timeout));
}

Result<Wish> wish_to_give(const Options& options, const CafeLink& link, v1::Role role,
                          const ClientSession& session) {
  Wish wish;
  v1::GiveAccess& give = *wish.command.mutable_give_access();
  give.set_token(SystemRandom().bytes(kSecretBytes));
  give.set_role(role);
  if (options.table != 0) {
    const Result<Id> table = find_table(session.state(), options.table);
    if (!table) return table.error();
    give.set_table(*table);
  } else if (role == v1::ROLE_CAPTAIN) {
    give.set_table(session.welcome().table());
  }
  wish.line = [json = options.json, role,
               text = link_text(link, role, give.token())](const Outcome&) -> std::string {
    if (!json) return text;
    return nlohmann::ordered_json{{"role", role_word(role)}, {"link", text}}.dump();
  };
  return wish;
}

Exit give(const Options& options) {
  const Result<CafeLink> link = read_link(options.link);
  if (!link) return exit_of(link.error());
  const Result<v1::Role> role = parse_role(options.role);
  if (!role) return usage(role.error().message);
  return send_one(*link, from_seconds(options.timeout), [&](ClientSession& session) {
    return wish_to_give(options, *link, *role, session);
  });
}

Exit revoke(const Options& options) {
  const Result<CafeLink> link = read_link(options.link);
  if (!link) return exit_of(link.error());
  return send_one(*link, from_seconds(options.timeout), [&](ClientSession&) {
    Wish wish;
    wish.command.mutable_revoke_access()->set_access(options.access);
    wish.line = [access = options.access](const Outcome&) {
      return nlohmann::ordered_json{{"revoked", access}}.dump();
    };
    return Result<Wish>(std::move(wish));
  });
}

/// Offers one of the three actions: a subcommand of its own.
CLI::App* add_action(CLI::App& access, Job& job, const std::shared_ptr<Options>& options,
                     const char* name, const char* help, Exit (*act)(const Options&)) {
  auto* subcommand = access.add_subcommand(name, help);
  subcommand->fallthrough();
  subcommand->callback([options, act, &job] { job = [options, act] { return act(*options); }; });
  return subcommand;
}

}  // namespace

void offer_access(CLI::App& app, Job& job) {
  auto* command = app.add_subcommand("access", "List, give or take back the links of a café");
  const auto options = std::make_shared<Options>();
  add_link_argument(*command, options->link);
  add_timeout_option(*command, options->timeout, "How long to try");
  command->add_flag("--json", options->json, "JSON instead of lines");
  command->require_subcommand(1);

  add_action(*command, job, options, "list", "Show every link, without its secret", list);
  CLI::App* giving =
      add_action(*command, job, options, "give", "Make a new link and print it", give);
  giving
      ->add_option("ROLE", options->role,
                   "facilitator, captain, participant, remote, expert or screen")
      ->required()
      ->type_name("");
  giving->add_option("--table", options->table, "The captain's table, by its number")
      ->type_name("N");
  CLI::App* revoking = add_action(*command, job, options, "revoke",
                                  "Take a link back: its devices are sent away", revoke);
  revoking
      ->add_option("ID", options->access, "The link's number in the list; 0 for the link itself")
      ->required()
      ->type_name("");
  add_examples(
      *command,
      "  rebond access @facilitator list\n"
      "  rebond access @facilitator give captain --table 3 > tablet.link\n"
      "  rebond access @facilitator revoke 5\n"
      "To hand the lead over: give facilitator, then revoke 0.\n"
      "A line of the list is number, role, whose it is and \"revoked\", separated by tabs.");
}

}  // namespace rebond::cli
