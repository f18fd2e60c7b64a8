// rebond table: the tables of a café.
#include "clients/cli/acts.h"
#include "clients/cli/lookup.h"

namespace rebond::cli {
namespace {

struct Options {
  std::uint32_t number = 0;
  std::string name;
  std::optional<std::string> new_name;
  std::optional<std::uint32_t> capacity;
  std::optional<std::uint32_t> colour;
  std::optional<bool> remote;
  std::optional<bool> withdrawn;
};

std::vector<Row> tables(const State& state) {
  std::map<std::uint32_t, Row> rows;
  state.records().each<v1::Table>([&](Id id, const v1::Table& table) {
    std::string remarks = table.remote() ? "remote" : "";
    if (table.withdrawn()) remarks += remarks.empty() ? "withdrawn" : ", withdrawn";
    rows.emplace(table.number(),
                 Row{{std::to_string(table.number()), table.name(),
                      table.capacity() == 0 ? "" : std::to_string(table.capacity()), remarks},
                     row_json(id, table)});
  });
  std::vector<Row> in_order;
  for (auto& [number, row] : rows) in_order.push_back(std::move(row));
  return in_order;
}

Result<Deed> add_table(const Options& options, ClientSession& session) {
  Deed deed{{}, "table", session.new_id()};
  v1::AddTable& add = *deed.command.mutable_add_table();
  add.set_table(deed.id);
  add.set_name(options.name);
  add.set_capacity(options.capacity.value_or(0));
  add.set_remote(options.remote.value_or(false));
  return deed;
}

Result<Deed> set_table(const Options& options, ClientSession& session) {
  const Result<Id> table = find_table(session.state(), options.number);
  if (!table) return table.error();
  const v1::Table& now = *session.state().find<v1::Table>(*table);
  Deed deed{{}, "table", *table};
  v1::SetTable& set = *deed.command.mutable_set_table();
  set.set_table(*table);
  set.set_name(options.new_name.value_or(now.name()));
  set.set_capacity(options.capacity.value_or(now.capacity()));
  set.set_colour(options.colour.value_or(now.colour()));
  if (options.remote) set.set_remote(*options.remote);
  if (options.withdrawn) set.set_withdrawn(*options.withdrawn);
  return deed;
}

}  // namespace

void offer_table(CLI::App& app, Job& job) {
  Acts acts(app, job, "table", "List, add and change the tables",
            "  rebond table @facilitator add \"Près de la fenêtre\" --capacity 5\n"
            "  rebond table @facilitator set 3 --withdrawn true\n"
            "A line of the list is number, name, capacity and remarks, separated by tabs.");
  const auto options = std::make_shared<Options>();
  acts.list("list", "Show the tables", tables);
  auto* add = acts.send("add", "Add a table",
                        [options](ClientSession& session) { return add_table(*options, session); });
  add->add_option("NAME", options->name, "What it is called")->required()->type_name("");
  add->add_option("--capacity", options->capacity,
                  "How many people sit there, without the captain");
  add->add_flag("--remote", options->remote, "For people who are elsewhere");
  auto* set = acts.send("set", "Change a table; what is not named stays",
                        [options](ClientSession& session) { return set_table(*options, session); });
  set->add_option("N", options->number, "The table's number")->required()->type_name("");
  set->add_option("--name", options->new_name, "What it is called");
  set->add_option("--capacity", options->capacity, "How many people sit there");
  set->add_option("--colour", options->colour, "Its place in the palette: 0, 1, …");
  set->add_option("--remote", options->remote, "For people who are elsewhere");
  set->add_option("--withdrawn", options->withdrawn, "Nobody sits there any more; its ideas stay");
}

}  // namespace rebond::cli
