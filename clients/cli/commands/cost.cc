// rebond cost: the cost sheet, a line a step, and what a café costs for each who takes part.
#include "clients/cli/acts.h"
#include "clients/cli/lookup.h"
#include "core/cost_sheet.h"

namespace rebond::cli {
namespace {

struct Options {
  Id cost = 0;
  std::string label;
  double days = 0;
  std::uint32_t euros = 0;
  std::optional<std::uint32_t> cafes;
  std::optional<std::uint32_t> employees;
  std::optional<std::uint32_t> tenants;
};

/// "1.50" for 150 hundredths.
std::string days_of(std::uint64_t hundredths) {
  const std::string rest = std::to_string(hundredths % 100);
  return std::to_string(hundredths / 100) + "." + (rest.size() == 1 ? "0" : "") + rest;
}

Row total(const char* name, std::uint64_t days_hundredths, std::uint64_t euros) {
  Row row{{name, days_of(days_hundredths), std::to_string(euros), ""}, {}};
  row.json = {{"total", name}, {"days_hundredths", days_hundredths}, {"euros", euros}};
  return row;
}

Row each(const char* name, std::uint64_t people, std::uint64_t euros) {
  Row row{{name, "", std::to_string(euros), ""}, {}};
  row.json = {{"total", name}, {"people", people}, {"euros", euros}};
  return row;
}

std::vector<Row> sheet(const State& state) {
  const CostSheet sheet = cost_sheet(state);
  std::vector<Row> rows;
  for (const CostShare& line : sheet.lines) {
    const std::string share =
        std::to_string(line.per_mille / 10) + "." + std::to_string(line.per_mille % 10) + " %";
    Row row{{line.label, days_of(line.days_hundredths), std::to_string(line.euros), share}, {}};
    row.json = {{"id", std::to_string(line.id)},
                {"label", line.label},
                {"days_hundredths", line.days_hundredths},
                {"euros", line.euros},
                {"per_mille", line.per_mille}};
    rows.push_back(std::move(row));
  }
  rows.push_back(total("café", sheet.days_hundredths, sheet.euros));
  rows.push_back(total("programme", sheet.programme_days_hundredths, sheet.programme_euros));
  if (sheet.employees > 0) {
    rows.push_back(each("employee", sheet.employees, sheet.euros_per_employee));
  }
  if (sheet.tenants > 0) rows.push_back(each("tenant", sheet.tenants, sheet.euros_per_tenant));
  return rows;
}

std::uint32_t hundredths(const Options& options) {
  return static_cast<std::uint32_t>(options.days * 100 + 0.5);
}

Result<Deed> add_cost(const Options& options, ClientSession& session) {
  Deed deed{{}, "cost", session.new_id()};
  v1::AddCost& add = *deed.command.mutable_add_cost();
  add.set_cost(deed.id);
  add.set_label(options.label);
  add.set_days_hundredths(hundredths(options));
  add.set_euros(options.euros);
  return deed;
}

Result<Deed> set_cost(const Options& options, ClientSession& session) {
  const Result<Id> line = find_by_id<v1::CostLine>(session.state(), options.cost, "line");
  if (!line) return line.error();
  Deed deed{{}, "cost", *line};
  v1::SetCost& set = *deed.command.mutable_set_cost();
  set.set_cost(*line);
  set.set_label(options.label);
  set.set_days_hundredths(hundredths(options));
  set.set_euros(options.euros);
  return deed;
}

Result<Deed> set_programme(const Options& options, ClientSession& session) {
  const v1::Cafe& now = *session.state().find<v1::Cafe>(1);
  Deed deed;
  v1::SetCafe& set = *deed.command.mutable_set_cafe();
  set.set_theme(now.theme());
  set.set_objective(now.objective());
  set.set_texts_on_screen(now.texts_on_screen());
  if (options.cafes) set.set_programme_cafes(*options.cafes);
  if (options.employees) set.set_employees_each(*options.employees);
  if (options.tenants) set.set_tenants_each(*options.tenants);
  return deed;
}

void describe_line(CLI::App& action, Options& options) {
  action.add_option("LABEL", options.label, "What is paid for")->required()->type_name("");
  action.add_option("--days", options.days, "Working days")->check(CLI::Range(0.0, 10'000.0));
  action.add_option("--euros", options.euros, "What it costs");
}

}  // namespace

void offer_cost(CLI::App& app, Job& job) {
  Acts acts(
      app, job, "cost", "The cost sheet and its totals",
      "  rebond cost @facilitator add \"synthèse - analyse\" --days 0.5 --euros 302\n"
      "  rebond cost @facilitator programme --cafes 9 --employees 8 --tenants 35\n"
      "  rebond cost @screen list\n"
      "A line of the list is label, days, euros and share, separated by tabs; totals follow.");
  const auto options = std::make_shared<Options>();
  acts.list("list", "Show the lines, the totals and what it is for each who takes part", sheet);
  describe_line(
      *acts.send("add", "Add a line",
                 [options](ClientSession& session) { return add_cost(*options, session); }),
      *options);
  auto* set = acts.send("set", "Replace a line",
                        [options](ClientSession& session) { return set_cost(*options, session); });
  set->add_option("ID", options->cost, "The line")->required()->type_name("");
  describe_line(*set, *options);
  auto* programme =
      acts.send("programme", "Say how many cafés there are, and who takes part",
                [options](ClientSession& session) { return set_programme(*options, session); });
  programme->add_option("--cafes", options->cafes, "Cafés of the programme");
  programme->add_option("--employees", options->employees, "Employees in each café");
  programme->add_option("--tenants", options->tenants, "Tenants in each café");
}

}  // namespace rebond::cli
