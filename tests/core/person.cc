// Somebody with a device in a test's café.
#include <gtest/gtest.h>

#include "core/founding.h"
#include "tests/core/cafe_builder.h"

namespace rebond::test {
namespace {

Id accepted(const Outcome& outcome, Id made) {
  EXPECT_FALSE(outcome.rejection) << outcome.rejection->ShortDebugString();
  return made;
}

}  // namespace

Outcome Person::send(const v1::Command& command) {
  return cafe_.decide_for(*this, command);
}

v1::Command Person::adding(const std::string& text) {
  v1::Command command;
  v1::AddCard& add = *command.mutable_add_card();
  add.set_card(new_id());
  add.set_run(new_id());
  add.set_table(member_.table == 0 ? table_id(1) : member_.table);
  add.set_text(text);
  return command;
}

v1::Command Person::joining(const std::string& name) {
  v1::Command command;
  v1::Join& join = *command.mutable_join();
  join.set_participant(new_id());
  join.set_token("token of " + std::to_string(1'000'000 + member_.device));
  join.set_name(name);
  return command;
}

Id Person::add_card(const std::string& text) {
  const v1::Command command = adding(text);
  return accepted(send(command), command.add_card().card());
}

Id Person::add_link(Id from, Id to) {
  v1::Command command;
  v1::AddLink& link = *command.mutable_add_link();
  link.set_link(new_id());
  link.set_from(from);
  link.set_to(to);
  link.set_kind(v1::LINK_KIND_BUILDS_ON);
  return accepted(send(command), link.link());
}

Id Person::add_group(const std::string& name, const std::vector<Id>& cards) {
  v1::Command command;
  v1::AddGroup& group = *command.mutable_add_group();
  group.set_group(new_id());
  group.set_name(name);
  for (const Id card : cards) group.add_cards(card);
  return accepted(send(command), group.group());
}

Id Person::sit_down(std::uint32_t table) {
  v1::Command command;
  v1::TakeSeat& seat = *command.mutable_take_seat();
  seat.set_seat(new_id());
  seat.set_participant(member_.participant);
  seat.set_table(table_id(table));
  return accepted(send(command), seat.seat());
}

}  // namespace rebond::test
