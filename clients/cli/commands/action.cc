// rebond action: the action plan.
#include "clients/cli/acts.h"
#include "clients/cli/enum_words.h"
#include "clients/cli/lookup.h"

namespace rebond::cli {
namespace {

struct Options {
  Id action = 0;
  std::optional<std::string> what;
  std::optional<std::string> who;
  std::optional<std::string> due;
  std::optional<std::uint32_t> euros;
  std::optional<std::string> state;
  std::vector<std::string> sources;
  std::optional<std::uint32_t> commitment;
  std::optional<std::string> partners;
  std::optional<std::string> follow_up;
};

std::vector<Row> plan(const State& state) {
  std::vector<Row> rows;
  state.records().each<v1::Action>([&](Id id, const v1::Action& action) {
    if (action.withdrawn()) return;
    rows.push_back(Row{
        {std::to_string(id), word_of(action.state()), action.what(), action.who(), action.due()},
        row_json(id, action)});
  });
  return rows;
}

/// AddAction and SetAction have the same fields.
template <typename Fields>
Result<void> fill(const Options& options, const State& state, Fields& fields) {
  if (options.what) fields.set_what(*options.what);
  if (options.who) fields.set_who(*options.who);
  if (options.due) fields.set_due(*options.due);
  if (options.euros) fields.set_euros(*options.euros);
  if (options.commitment) fields.set_commitment(*options.commitment);
  if (options.partners) fields.set_partners(*options.partners);
  if (options.state) {
    const Result<v1::ActionState> word = parse_word<v1::ActionState>(*options.state);
    if (!word) return word.error();
    fields.set_state(*word);
  }
  for (const std::string& name : options.sources) {
    const Result<v1::RecordRef> source = find_idea_or_group(state, name);
    if (!source) return source.error();
    if constexpr (std::is_same_v<Fields, v1::AddAction>) {
      fields.add_sources(source->id());
    } else {
      fields.mutable_sources()->add_ids(source->id());
    }
  }
  return {};
}

Result<Deed> add_action(const Options& options, ClientSession& session) {
  Deed deed{{}, "action", session.new_id()};
  v1::AddAction& add = *deed.command.mutable_add_action();
  add.set_action(deed.id);
  if (const Result<void> filled = fill(options, session.state(), add); !filled) {
    return filled.error();
  }
  return deed;
}

Result<Deed> set_action(const Options& options, ClientSession& session) {
  const Result<Id> action = find_by_id<v1::Action>(session.state(), options.action, "action");
  if (!action) return action.error();
  Deed deed{{}, "action", *action};
  v1::SetAction& set = *deed.command.mutable_set_action();
  set.set_action(*action);
  if (options.follow_up) set.set_follow_up(*options.follow_up);
  if (const Result<void> filled = fill(options, session.state(), set); !filled) {
    return filled.error();
  }
  return deed;
}

void describe_fields(CLI::App& action, Options& options) {
  action.add_option("--who", options.who, "Who does it");
  action.add_option("--due", options.due, "By when: 2027-01-31, or words");
  action.add_option("--euros", options.euros, "What it costs");
  action.add_option("--state", options.state, words_of<v1::ActionState>());
  action.add_option("--source", options.sources, "The ideas and groups that it comes from");
  action.add_option("--commitment", options.commitment, "The commitment's number in the charter");
  action.add_option("--partners", options.partners, "With whom");
}

}  // namespace

void offer_action(CLI::App& app, Job& job) {
  Acts acts(app, job, "action", "List, add and follow the actions of the plan",
            "  rebond action @captain-1 add \"Poser des récupérateurs\" --who \"L'agence\" "
            "--source t1.5\n"
            "  rebond action @facilitator set 7001 --state done --follow-up \"Posés en mai.\"\n"
            "A line of the list is id, state, what, who and by when, separated by tabs.");
  const auto options = std::make_shared<Options>();
  acts.list("list", "Show the plan", plan);
  auto* add = acts.send("add", "Add an action", [options](ClientSession& session) {
    return add_action(*options, session);
  });
  add->add_option("WHAT", options->what, "What is to be done")->required()->type_name("");
  describe_fields(*add, *options);
  auto* set =
      acts.send("set", "Change an action; what is not named stays",
                [options](ClientSession& session) { return set_action(*options, session); });
  set->add_option("ID", options->action, "The action")->required()->type_name("");
  set->add_option("--what", options->what, "What is to be done");
  set->add_option("--follow-up", options->follow_up, "What became of it");
  describe_fields(*set, *options);
}

}  // namespace rebond::cli
