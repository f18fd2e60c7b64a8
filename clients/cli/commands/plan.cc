// rebond plan: who sits at which table in which round, without a server.
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "clients/cli/arguments.h"
#include "clients/cli/commands/commands.h"
#include "clients/cli/options.h"
#include "clients/cli/output.h"
#include "clients/cli/people_file.h"
#include "clients/cli/plan_text.h"

namespace rebond::cli {
namespace {

struct Options {
  std::string people;
  int travellers = -1;
  std::size_t tables = 0;
  std::size_t rounds = 3;
  std::uint64_t seed = 0;
  std::vector<std::uint32_t> capacities;
  std::vector<std::size_t> remote;
  bool return_home = false;
  bool json = false;
};

Error wrong(const char* option, std::string message) {
  return {ErrorKind::kInvalid, option, std::move(message)};
}

/// The tables, 1 to T.
Result<RotationProblem> empty_problem(const Options& options) {
  RotationProblem problem;
  problem.rounds = options.rounds;
  problem.return_home = options.return_home;
  const std::size_t given = options.capacities.size();
  if (given > 1 && given != options.tables) {
    return wrong("--capacity", fmt::format("{} numbers for {} tables; give one, or one a table",
                                           given, options.tables));
  }
  for (Id id = 1; id <= options.tables; ++id) {
    RotationTable table{id};
    if (given > 0) table.capacity = options.capacities[given == 1 ? 0 : id - 1];
    problem.tables.push_back(table);
  }
  for (const std::size_t table : options.remote) {
    if (table < 1 || table > options.tables) {
      return wrong("--remote",
                   fmt::format("{} is no table; there are tables 1 to {}", table, options.tables));
    }
    problem.tables[table - 1].remote = true;
  }
  return problem;
}

void add_travellers(const Options& options, RotationProblem& problem, PlanNames& names) {
  for (Id id = 1; id <= static_cast<Id>(options.travellers); ++id) {
    problem.people.push_back({id});
    names.names.push_back(std::to_string(id));
  }
  names.json_ids = names.names;
}

Result<PeopleFile> add_people(const Options& options, RotationProblem& problem, PlanNames& names) {
  const Result<std::string> text = read_file(options.people);
  if (!text) return text.error();
  Result<PeopleFile> file = read_people(*text, problem);
  if (!file) return file;
  for (const PeopleFile::Person& person : file->people) {
    names.names.push_back(person.name);
    names.json_ids.push_back(file->numbers ? person.id : nlohmann::json(person.id).dump());
  }
  return file;
}

/// The place in the file that "people[3].stays" means.
Error in_file(Error error, const PeopleFile& file) {
  for (std::size_t i = 0; i < file.people.size(); ++i) {
    const std::string person = "people[" + std::to_string(i) + "].";
    if (!error.field.starts_with(person)) continue;
    error.field =
        fmt::format("line {}, {}", file.people[i].line, error.field.substr(person.size()));
    break;
  }
  return error;
}

Exit plan(const Options& options) {
  if (options.people.empty() == (options.travellers < 0)) {
    return usage("give either --travellers or a file of people; see rebond plan --help");
  }
  Result<RotationProblem> problem = empty_problem(options);
  if (!problem) return exit_of(problem.error());
  PlanNames names;
  PeopleFile file;
  if (options.people.empty()) {
    add_travellers(options, *problem, names);
  } else {
    Result<PeopleFile> read = add_people(options, *problem, names);
    if (!read) return exit_of(read.error());
    file = std::move(*read);
  }
  for (const std::string& column : file.unused) {
    print_error(fmt::format("the column \"{}\" is not used", column));
  }
  const Result<RotationPlan> planned = plan_rotation(*problem, options.seed);
  if (!planned) return exit_of(in_file(planned.error(), file));
  print_line(options.json ? plan_as_json(*planned, options.tables, names)
                          : plan_as_text(*planned, options.tables, names));
  return done();
}

void add_plan_options(CLI::App& command, Options& options) {
  command
      .add_option("PEOPLE", options.people,
                  "A spreadsheet saved as CSV, with the columns\n"
                  "id;name;group;stays;together;apart; - for standard input")
      ->type_name("");
  command.add_option("--travellers", options.travellers, "Instead: so many people, 1 to N")
      ->type_name("N")
      ->check(CLI::Range(0, static_cast<int>(kRotationPeopleMax)));
  command.add_option("--tables", options.tables, "Tables, each with a captain who stays")
      ->type_name("T")
      ->required()
      ->check(CLI::Range(std::size_t{1}, kRotationTablesMax));
  command.add_option("--rounds", options.rounds, "Rounds")
      ->type_name("R")
      ->capture_default_str()
      ->check(CLI::Range(std::size_t{1}, kRotationRoundsMax));
  command
      .add_option("--seed", options.seed,
                  "Another number, another plan; 0 seats people in their order")
      ->type_name("S")
      ->capture_default_str()
      ->check(CLI::NonNegativeNumber);
  command
      .add_option("--capacity", options.capacities,
                  "Seats of a table besides the captain's; or of each: 5,5,4")
      ->type_name("N")
      ->delimiter(',')
      ->check(CLI::Range(std::uint32_t{1}, std::uint32_t{kRotationPeopleMax}));
  command
      .add_option("--remote", options.remote,
                  "Numbers of the remote tables: people whose column\n"
                  "remote says yes sit only there, and nobody else does")
      ->type_name("T")
      ->delimiter(',');
  command.add_flag("--return-home", options.return_home,
                   "The last round takes everybody back to their first table");
  command.add_flag("--json", options.json, "One JSON document");
}

}  // namespace

void offer_plan(CLI::App& app, Job& job) {
  auto* command = app.add_subcommand("plan", "Plan who sits where in each round");
  const auto options = std::make_shared<Options>();
  add_plan_options(*command, *options);
  add_examples(
      *command,
      "  rebond plan --travellers 28 --tables 7 --rounds 4\n"
      "  rebond plan people.csv --tables 7 --rounds 3 --json\n"
      "Captains are extra and stay at their tables. Nobody meets anybody twice or comes back to a\n"
      "table where that is possible; tables differ by one person at most. In the file, stays is a\n"
      "table's number, together and apart are ids with commas between them, and people of each\n"
      "group are spread over the tables. The same seed gives the same plan. With --json:\n"
      "  {\"rounds\":[[[ids at table "
      "1],…],…],\"repeats\":n,\"revisits\":n,\"optimal\":true|false}\n"
      "optimal: it is proven that no plan has fewer revisits, then fewer repeats.");
  command->callback([options, &job] { job = [options] { return plan(*options); }; });
}

}  // namespace rebond::cli
