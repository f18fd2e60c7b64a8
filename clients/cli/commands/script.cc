// rebond script: the steps of a café as data.
#include "clients/cli/acts.h"
#include "clients/cli/lookup.h"

namespace rebond::cli {
namespace {

struct Options {
  std::string slug;
  std::optional<std::string> instruction;
  std::optional<std::string> question;
  std::optional<std::uint32_t> minutes;
  std::optional<bool> anonymous;
  std::optional<bool> skipped;
  std::string after;
};

std::vector<Row> steps(const State& state) {
  std::map<std::uint32_t, Row> rows;
  const Id here = state.find<v1::Cafe>(1)->step();
  state.records().each<v1::Step>([&](Id id, const v1::Step& step) {
    const std::string minutes = step.minutes() == 0 ? "" : std::to_string(step.minutes()) + " min";
    std::string remarks = id == here ? "now" : "";
    if (step.skipped()) remarks += remarks.empty() ? "skipped" : ", skipped";
    if (step.anonymous()) remarks += remarks.empty() ? "anonymous" : ", anonymous";
    Row row{{step.slug(), minutes, remarks, step.instruction()}, row_json(id, step)};
    row.json["now"] = id == here;
    rows.emplace(step.position(), std::move(row));
  });
  std::vector<Row> in_order;
  for (auto& [position, row] : rows) in_order.push_back(std::move(row));
  return in_order;
}

Result<Deed> set_step(const Options& options, ClientSession& session) {
  const Result<Id> step = find_step(session.state(), options.slug);
  if (!step) return step.error();
  Deed deed{{}, "step", *step};
  v1::SetStep& set = *deed.command.mutable_set_step();
  set.set_step(*step);
  if (options.instruction) set.set_instruction(*options.instruction);
  if (options.question) set.set_question(*options.question);
  if (options.minutes) set.set_minutes(*options.minutes);
  if (options.anonymous) set.set_anonymous(*options.anonymous);
  if (options.skipped) set.set_skipped(*options.skipped);
  return deed;
}

Result<Deed> add_step(const Options& options, ClientSession& session) {
  const Result<Id> after = find_step(session.state(), options.after);
  if (!after) return after.error();
  Deed deed{{}, "step", session.new_id()};
  v1::AddStep& add = *deed.command.mutable_add_step();
  add.set_step(deed.id);
  add.set_slug(options.slug);
  add.set_after(*after);
  add.set_instruction(options.instruction.value_or(""));
  add.set_minutes(options.minutes.value_or(0));
  return deed;
}

Result<Deed> add_round(const Options& options, ClientSession& session) {
  Deed deed{{}, "round", session.new_id()};
  v1::AddRound& add = *deed.command.mutable_add_round();
  add.set_round(deed.id);
  add.set_step(session.new_id());
  add.set_move_step(session.new_id());
  add.set_question(options.question.value_or(""));
  return deed;
}

void describe_step(CLI::App& action, Options& options) {
  action.add_option("--instruction", options.instruction, "What people are asked to do");
  action.add_option("--minutes", options.minutes, "How long it is meant to last")->type_name("M");
}

}  // namespace

void offer_script(CLI::App& app, Job& job) {
  Acts acts(app, job, "script", "List, change and add the steps of a café",
            "  rebond script @facilitator list\n"
            "  rebond script @facilitator set round-2 --anonymous true --minutes 20\n"
            "  rebond script @facilitator add break --after round-2 --instruction \"Café !\"\n"
            "  rebond script @facilitator add-round --question \"Et demain ?\"\n"
            "A line of the list is slug, minutes, remarks and instruction, separated by tabs.");
  const auto options = std::make_shared<Options>();
  acts.list("list", "Show the steps in their order", steps);
  auto* set = acts.send("set", "Change a step",
                        [options](ClientSession& session) { return set_step(*options, session); });
  set->add_option("STEP", options->slug, "Its slug")->required()->type_name("");
  describe_step(*set, *options);
  set->add_option("--question", options->question, "What the tables talk about in its round");
  set->add_option("--anonymous", options->anonymous, "Nobody is told who writes");
  set->add_option("--skipped", options->skipped, "Next passes over it");
  auto* add = acts.send("add", "Add a step",
                        [options](ClientSession& session) { return add_step(*options, session); });
  add->add_option("SLUG", options->slug, "A new slug")->required()->type_name("");
  add->add_option("--after", options->after, "The step that it comes after")
      ->required()
      ->type_name("STEP");
  describe_step(*add, *options);
  auto* round =
      acts.send("add-round", "Add a round, with the move before it, after the last one",
                [options](ClientSession& session) { return add_round(*options, session); });
  round->add_option("--question", options->question, "What the tables talk about");
}

}  // namespace rebond::cli
