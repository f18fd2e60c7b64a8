// rebond person: who is expected, here or gone, and what the plan of seats has to respect.
#include "clients/cli/access_text.h"
#include "clients/cli/acts.h"
#include "clients/cli/lookup.h"

namespace rebond::cli {
namespace {

struct Options {
  Id person = 0;
  std::string name;
  std::optional<std::string> new_name;
  std::optional<std::string> role;
  std::uint32_t table = 0;
  std::optional<std::string> group;
  std::optional<std::uint32_t> stays;
  std::vector<Id> together;
  std::vector<Id> apart;
  bool expected = false;
};

std::vector<Row> people(const State& state) {
  std::vector<Row> rows;
  state.records().each<v1::Participant>([&](Id id, const v1::Participant& person) {
    const std::string attendance =
        person.left() ? "left" : (person.joined_at_ms() > 0 ? "here" : "expected");
    Row row{{std::to_string(id), role_word(person.role()), attendance}, row_json(id, person)};
    row.json["attendance"] = attendance;
    rows.push_back(std::move(row));
  });
  return rows;
}

Result<bool> fill_wishes(const Options& options, const State& state, v1::Wishes& wishes) {
  if (options.group) wishes.set_group(*options.group);
  if (options.stays.value_or(0) != 0) {
    const Result<Id> table = find_table(state, *options.stays);
    if (!table) return table.error();
    wishes.set_stays(*table);
  }
  for (const Id id : options.together) wishes.add_together(id);
  for (const Id id : options.apart) wishes.add_apart(id);
  return options.group || options.stays || !options.together.empty() || !options.apart.empty();
}

Result<Deed> add_person(const Options& options, ClientSession& session) {
  Deed deed{{}, "person", session.new_id()};
  v1::AddPerson& add = *deed.command.mutable_add_person();
  add.set_participant(deed.id);
  const Result<v1::Role> role = parse_role(options.role.value_or("participant"));
  if (!role) return role.error();
  add.set_role(*role);
  if (options.table != 0) {
    const Result<Id> table = find_table(session.state(), options.table);
    if (!table) return table.error();
    add.set_table(*table);
  }
  add.set_name(options.name);
  add.set_expected(options.expected);
  const Result<bool> filled = fill_wishes(options, session.state(), *add.mutable_wishes());
  if (!filled) return filled.error();
  return deed;
}

Result<Deed> set_person(const Options& options, ClientSession& session) {
  Deed deed{{}, "person", options.person};
  v1::SetPerson& set = *deed.command.mutable_set_person();
  set.set_participant(options.person);
  if (options.new_name) set.set_name(*options.new_name);
  if (options.role) {
    const Result<v1::Role> role = parse_role(*options.role);
    if (!role) return role.error();
    set.set_role(*role);
  }
  if (options.table != 0) {
    const Result<Id> table = find_table(session.state(), options.table);
    if (!table) return table.error();
    set.set_table(*table);
  }
  v1::Wishes wishes;
  const Result<bool> filled = fill_wishes(options, session.state(), wishes);
  if (!filled) return filled.error();
  if (*filled) *set.mutable_wishes() = wishes;
  return deed;
}

Deed check_in(const Options& options, v1::Attendance attendance) {
  Deed deed{{}, "person", options.person};
  deed.command.mutable_check_in()->set_participant(options.person);
  deed.command.mutable_check_in()->set_attendance(attendance);
  return deed;
}

Result<Deed> sit(const Options& options, ClientSession& session) {
  const Result<Id> table = find_table(session.state(), options.table);
  if (!table) return table.error();
  Deed deed{{}, "person", options.person};
  v1::TakeSeat& take = *deed.command.mutable_take_seat();
  take.set_seat(session.new_id());
  take.set_participant(options.person);
  take.set_table(*table);
  return deed;
}

void describe_wishes(CLI::App& action, Options& options) {
  action.add_option("--role", options.role, "participant, remote or captain (with --table)");
  action.add_option("--table", options.table, "A captain's table, by its number")->type_name("N");
  action.add_option("--group", options.group, "The tables are mixed by it: employee, tenant, …");
  action.add_option("--stays", options.stays, "Stays seated at this table")->type_name("N");
  action.add_option("--together", options.together, "People to sit with, by their ids");
  action.add_option("--apart", options.apart, "People not to sit with, by their ids");
}

}  // namespace

void offer_person(CLI::App& app, Job& job) {
  Acts acts(app, job, "person", "List, add, seat and check in the people of a café",
            "  rebond person @facilitator add Anna --group tenant --expected\n"
            "  rebond person @facilitator arrive 4294967298\n"
            "  rebond person @facilitator sit 4294967298 --table 2\n"
            "  rebond person @facilitator leave 4294967298\n"
            "Names are in no list: they are private. A line is id, role and attendance.");
  const auto options = std::make_shared<Options>();
  acts.list("list", "Show the people, as numbers", people);
  auto* add =
      acts.send("add", "Add somebody without a device, or who is expected",
                [options](ClientSession& session) { return add_person(*options, session); });
  add->add_option("NAME", options->name, "First name; may be empty")->required()->type_name("");
  add->add_flag("--expected", options->expected, "Not here yet");
  describe_wishes(*add, *options);
  const auto of_person = [&](CLI::App* action) {
    action->add_option("ID", options->person, "The person's id")->required()->type_name("");
    return action;
  };
  auto* set = of_person(
      acts.send("set", "Change a person; what is not named stays",
                [options](ClientSession& session) { return set_person(*options, session); }));
  set->add_option("--name", options->new_name, "First name");
  describe_wishes(*set, *options);
  of_person(acts.send("arrive", "Is here", [options](ClientSession&) -> Result<Deed> {
    return check_in(*options, v1::ATTENDANCE_HERE);
  }));
  of_person(acts.send("leave", "Has gone", [options](ClientSession&) -> Result<Deed> {
    return check_in(*options, v1::ATTENDANCE_LEFT);
  }));
  of_person(acts.send("expect", "Is expected", [options](ClientSession&) -> Result<Deed> {
    return check_in(*options, v1::ATTENDANCE_EXPECTED);
  }));
  auto* seat =
      of_person(acts.send("sit", "Sits down at a table",
                          [options](ClientSession& session) { return sit(*options, session); }));
  seat->add_option("--table", options->table, "The table's number")->required()->type_name("N");
}

}  // namespace rebond::cli
