// Commands about the script, people, seats and suggestions in a few words.
#include "tests/core/evening_commands.h"

namespace rebond::test {

v1::StepRights rights(std::initializer_list<v1::Role> writers,
                      std::initializer_list<std::pair<v1::Act, std::vector<v1::Role>>> acts) {
  v1::StepRights rights;
  for (const v1::Role role : writers) rights.add_writers(role);
  for (const auto& [act, roles] : acts) {
    v1::StepPermission& permission = *rights.add_permissions();
    permission.set_act(act);
    for (const v1::Role role : roles) permission.add_roles(role);
  }
  return rights;
}

v1::Command set_rights(Id step, const v1::StepRights& rights) {
  v1::Command command;
  command.mutable_set_step()->set_step(step);
  *command.mutable_set_step()->mutable_rights() = rights;
  return command;
}

v1::Command skip_step(Id step, bool skipped) {
  v1::Command command;
  command.mutable_set_step()->set_step(step);
  command.mutable_set_step()->set_skipped(skipped);
  return command;
}

v1::Command add_step(Id step, const std::string& slug, Id after) {
  v1::Command command;
  command.mutable_add_step()->set_step(step);
  command.mutable_add_step()->set_slug(slug);
  command.mutable_add_step()->set_after(after);
  return command;
}

v1::Command add_round(Id round, Id step, Id move_step, const std::string& question) {
  v1::Command command;
  v1::AddRound& add = *command.mutable_add_round();
  add.set_round(round);
  add.set_step(step);
  add.set_move_step(move_step);
  add.set_question(question);
  return command;
}

v1::Command lock_cafe(bool locked) {
  v1::Command command;
  command.mutable_set_cafe()->set_locked(locked);
  return command;
}

v1::Command add_table(Id table, const std::string& name, std::uint32_t capacity, bool remote) {
  v1::Command command;
  v1::AddTable& add = *command.mutable_add_table();
  add.set_table(table);
  add.set_name(name);
  add.set_capacity(capacity);
  add.set_remote(remote);
  return command;
}

v1::Command withdraw_table(Id table, bool withdrawn) {
  v1::Command command;
  v1::SetTable& set = *command.mutable_set_table();
  set.set_table(table);
  set.set_name("Une table");
  set.set_withdrawn(withdrawn);
  return command;
}

v1::Command add_person(Id participant, const std::string& name, v1::Role role, Id table) {
  v1::Command command;
  v1::AddPerson& add = *command.mutable_add_person();
  add.set_participant(participant);
  add.set_role(role);
  add.set_table(table);
  add.set_name(name);
  return command;
}

v1::Command expect_person(Id participant, const std::string& name) {
  v1::Command command = add_person(participant, name);
  command.mutable_add_person()->set_expected(true);
  return command;
}

v1::Command set_name(Id participant, const std::string& name) {
  v1::Command command;
  command.mutable_set_person()->set_participant(participant);
  command.mutable_set_person()->set_name(name);
  return command;
}

v1::Command set_role(Id participant, v1::Role role, Id table) {
  v1::Command command;
  command.mutable_set_person()->set_participant(participant);
  command.mutable_set_person()->set_role(role);
  command.mutable_set_person()->set_table(table);
  return command;
}

v1::Command set_wishes(Id participant, const v1::Wishes& wishes) {
  v1::Command command;
  command.mutable_set_person()->set_participant(participant);
  *command.mutable_set_person()->mutable_wishes() = wishes;
  return command;
}

v1::Wishes wishes_of(const std::string& group, std::initializer_list<Id> together,
                     std::initializer_list<Id> apart, Id stays) {
  v1::Wishes wishes;
  wishes.set_group(group);
  wishes.set_stays(stays);
  for (const Id other : together) wishes.add_together(other);
  for (const Id other : apart) wishes.add_apart(other);
  return wishes;
}

v1::Command check_in(Id participant, v1::Attendance attendance) {
  v1::Command command;
  command.mutable_check_in()->set_participant(participant);
  command.mutable_check_in()->set_attendance(attendance);
  return command;
}

v1::Command plan_seats(bool automatic, std::uint64_t seed) {
  v1::Command command;
  command.mutable_plan_seats()->set_automatic(automatic);
  command.mutable_plan_seats()->set_seed(seed);
  return command;
}

v1::Command ask_suggestions(bool automatic) {
  v1::Command command;
  command.mutable_ask_suggestions()->set_automatic(automatic);
  return command;
}

v1::Command accept_link(Id suggestion, Id link, v1::LinkKind kind) {
  v1::Command command;
  command.mutable_accept_suggestion()->set_suggestion(suggestion);
  command.mutable_accept_suggestion()->set_link(link);
  command.mutable_accept_suggestion()->set_kind(kind);
  return command;
}

v1::Command accept_group(Id suggestion, Id group, const std::string& name) {
  v1::Command command;
  command.mutable_accept_suggestion()->set_suggestion(suggestion);
  command.mutable_accept_suggestion()->set_group(group);
  command.mutable_accept_suggestion()->set_name(name);
  return command;
}

v1::Command refuse(Id suggestion) {
  v1::Command command;
  command.mutable_refuse_suggestion()->set_suggestion(suggestion);
  return command;
}

}  // namespace rebond::test
