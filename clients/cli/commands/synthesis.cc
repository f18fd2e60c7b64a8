// rebond synthesis: the lines of a table's synthesis, citing ideas.
#include "clients/cli/acts.h"
#include "clients/cli/lookup.h"

namespace rebond::cli {
namespace {

struct Options {
  std::uint32_t table = 0;
  std::string text;
  Id after = 0;
  Id line = 0;
  std::vector<std::string> cites;
  bool taken_back = false;
};

std::vector<Row> lines(const State& state) {
  std::vector<Row> rows;
  state.records().each<v1::SynthesisLine>([&](Id id, const v1::SynthesisLine& line) {
    if (line.withdrawn()) return;
    const v1::Table* table = state.find<v1::Table>(line.table());
    const v1::Synthesis* synthesis = state.find<v1::Synthesis>(line.table());
    const bool validated = synthesis != nullptr && synthesis->validated();
    const std::string number = table == nullptr ? "" : std::to_string(table->number());
    Row row{{std::to_string(id), number, validated ? "validated" : "", state.text(id).visible()},
            row_json(id, line, state)};
    row.json["validated"] = validated;
    rows.push_back(std::move(row));
  });
  return rows;
}

/// A captain's own table unless another one is named.
Result<Id> table_for(const Options& options, const ClientSession& session) {
  if (options.table != 0) return find_table(session.state(), options.table);
  if (const Id own = session.welcome().table(); own != 0) return own;
  return Error{ErrorKind::kInvalid, "--table", "say which table's synthesis: --table N"};
}

Result<Deed> add_line(const Options& options, ClientSession& session) {
  const Result<Id> table = table_for(options, session);
  if (!table) return table.error();
  Deed deed{{}, "line", session.new_id()};
  v1::AddLine& add = *deed.command.mutable_add_line();
  add.set_line(deed.id);
  add.set_table(*table);
  add.set_after(options.after);
  add.set_run(session.new_id());
  add.set_text(options.text);
  for (const std::string& name : options.cites) {
    const Result<Id> card = find_card(session.state(), name);
    if (!card) return card.error();
    add.add_cards(*card);
  }
  return deed;
}

Result<Deed> set_line(const Options& options, ClientSession& session) {
  const Result<Id> line = find_by_id<v1::SynthesisLine>(session.state(), options.line, "line");
  if (!line) return line.error();
  Deed deed{{}, "line", *line};
  v1::SetLine& set = *deed.command.mutable_set_line();
  set.set_line(*line);
  set.set_after(options.after);
  for (const std::string& name : options.cites) {
    const Result<Id> card = find_card(session.state(), name);
    if (!card) return card.error();
    set.add_cards(*card);
  }
  return deed;
}

Result<Deed> validate(const Options& options, ClientSession& session) {
  const Result<Id> table = table_for(options, session);
  if (!table) return table.error();
  Deed deed{{}, "table", *table};
  deed.command.mutable_validate_synthesis()->set_table(*table);
  deed.command.mutable_validate_synthesis()->set_validated(!options.taken_back);
  return deed;
}

}  // namespace

void offer_synthesis(CLI::App& app, Job& job) {
  Acts acts(app, job, "synthesis", "Write, order and validate a table's synthesis",
            "  rebond synthesis @captain-1 add \"L'eau de pluie doit servir\" --cites t1.5 t1.6\n"
            "  rebond synthesis @captain-1 validate\n"
            "  rebond synthesis @screen list\n"
            "A line of the list is id, table, \"validated\" and words, separated by tabs.");
  const auto options = std::make_shared<Options>();
  const auto describe_line = [&](CLI::App& action) {
    action.add_option("--after", options->after, "The line that it comes after; first without it");
    action.add_option("--cites", options->cites, "The ideas that it cites");
  };
  const auto describe_table = [&](CLI::App& action) {
    action.add_option("--table", options->table, "A captain's own without it")->type_name("N");
  };
  acts.list("list", "Show the lines of every table", lines);
  auto* add = acts.send("add", "Add a line",
                        [options](ClientSession& session) { return add_line(*options, session); });
  add->add_option("TEXT", options->text, "Its words")->required()->type_name("");
  describe_line(*add);
  describe_table(*add);
  auto* set = acts.send("set", "Move a line, and say what it cites",
                        [options](ClientSession& session) { return set_line(*options, session); });
  set->add_option("ID", options->line, "The line")->required()->type_name("");
  describe_line(*set);
  auto* valid =
      acts.send("validate", "The table has read it and agrees",
                [options](ClientSession& session) { return validate(*options, session); });
  valid->add_flag("--take-back", options->taken_back, "It does not agree any more");
  describe_table(*valid);
}

}  // namespace rebond::cli
