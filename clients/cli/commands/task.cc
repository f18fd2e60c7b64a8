// rebond task: the checklist of the preparation.
#include "clients/cli/acts.h"
#include "clients/cli/lookup.h"

namespace rebond::cli {
namespace {

struct Options {
  Id task = 0;
  std::optional<std::string> what;
  std::optional<std::string> owner;
  std::optional<std::uint32_t> minutes;
  std::optional<std::uint32_t> euros;
  std::optional<bool> is_done;
};

std::vector<Row> tasks(const State& state) {
  std::map<std::pair<std::uint32_t, Id>, Row> rows;
  state.records().each<v1::Task>([&](Id id, const v1::Task& task) {
    if (task.withdrawn()) return;
    rows.emplace(std::pair{task.position(), id},
                 Row{{std::to_string(id), task.done() ? "done" : "open", task.what(), task.owner()},
                     row_json(id, task)});
  });
  std::vector<Row> in_order;
  for (auto& [place, row] : rows) in_order.push_back(std::move(row));
  return in_order;
}

Result<Deed> add_task(const Options& options, ClientSession& session) {
  Deed deed{{}, "task", session.new_id()};
  v1::AddTask& add = *deed.command.mutable_add_task();
  add.set_task(deed.id);
  add.set_what(options.what.value_or(""));
  add.set_owner(options.owner.value_or(""));
  add.set_minutes(options.minutes.value_or(0));
  add.set_euros(options.euros.value_or(0));
  return deed;
}

Result<Deed> set_task(const Options& options, ClientSession& session) {
  const Result<Id> task = find_by_id<v1::Task>(session.state(), options.task, "task");
  if (!task) return task.error();
  Deed deed{{}, "task", *task};
  v1::SetTask& set = *deed.command.mutable_set_task();
  set.set_task(*task);
  if (options.what) set.set_what(*options.what);
  if (options.owner) set.set_owner(*options.owner);
  if (options.minutes) set.set_minutes(*options.minutes);
  if (options.euros) set.set_euros(*options.euros);
  if (options.is_done) set.set_done(*options.is_done);
  return deed;
}

void describe_fields(CLI::App& action, Options& options) {
  action.add_option("--owner", options.owner, "Who does it");
  action.add_option("--minutes", options.minutes, "How long it takes");
  action.add_option("--euros", options.euros, "What it costs");
}

}  // namespace

void offer_task(CLI::App& app, Job& job) {
  Acts acts(app, job, "task", "The checklist of the preparation",
            "  rebond task @facilitator add \"Commander les gâteaux\" --owner Lise --euros 60\n"
            "  rebond task @facilitator set 7001 --done true\n"
            "A line of the list is id, state, what and owner, separated by tabs.");
  const auto options = std::make_shared<Options>();
  acts.list("list", "Show the checklist", tasks);
  auto* add = acts.send("add", "Add a line",
                        [options](ClientSession& session) { return add_task(*options, session); });
  add->add_option("WHAT", options->what, "What is to be done")->required()->type_name("");
  describe_fields(*add, *options);
  auto* set = acts.send("set", "Change a line; what is not named stays",
                        [options](ClientSession& session) { return set_task(*options, session); });
  set->add_option("ID", options->task, "The line")->required()->type_name("");
  set->add_option("--what", options->what, "What is to be done");
  set->add_option("--done", options->is_done, "true or false");
  describe_fields(*set, *options);
}

}  // namespace rebond::cli
