// What the people of the real café say, as commands of numbered devices.
#include "tests/fuzz/real_evening.h"

#include <google/protobuf/descriptor.h>

#include "core/founding.h"
#include "tests/core/commands.h"
#include "tests/core/evening_commands.h"
#include "tests/core/harvest_commands.h"

namespace rebond::fuzz {
namespace {

constexpr std::uint32_t kFacilitator = 0;
constexpr std::uint32_t kCaptain = 1;
constexpr std::uint32_t kGuest = 4;

/// The card of the n-th idea that a person notes, n from 1, and the run of its words.
Id card_id(std::uint32_t who, std::uint32_t nth) {
  return make_id(who + 1, 2 * nth - 1);
}
Id run_id(std::uint32_t who, std::uint32_t nth) {
  return make_id(who + 1, 2 * nth);
}
/// Another id of that person.
Id other_id(std::uint32_t who, std::uint32_t nth) {
  return make_id(who + 1, 1'000 + nth);
}

v1::Command idea(std::uint32_t who, std::uint32_t nth, const std::string& words) {
  v1::Command command;
  v1::AddCard& add = *command.mutable_add_card();
  add.set_card(card_id(who, nth));
  add.set_run(run_id(who, nth));
  add.set_table(table_id(who));
  add.set_text(words);
  return command;
}

v1::Command joining(std::uint32_t who) {
  v1::Command command;
  v1::Join& join = *command.mutable_join();
  join.set_participant(other_id(who, 0));
  join.set_token(std::string(16, static_cast<char>('A' + who)));
  join.set_name("Zoé");
  return command;
}

void say_ideas(const Plan& plan, std::vector<Said>& said) {
  for (std::uint32_t who = kCaptain; who <= 2; ++who) {
    std::uint32_t nth = 0;
    for (const PlannedIdea& planned : plan.tables[who - 1].ideas) {
      said.push_back({who, idea(who, ++nth, planned.text)});
    }
  }
}

void write_together(std::vector<Said>& said) {
  using namespace test;
  const Id card = card_id(kCaptain, 1);
  const Id run = run_id(kCaptain, 1);
  const Id mine = other_id(kCaptain, 1);
  said.push_back(
      {kCaptain, edit(card, {hide({range(run, 2, 5)}), insert(mine, "é🙂", at(run, 1))})});
  said.push_back({kCaptain, edit(card, {show({range(run, 3, 4)}), fold()})});
  said.push_back({kCaptain, copy(card, card_id(kCaptain, 2), {range(run_id(kCaptain, 2), 0, 4)},
                                 other_id(kCaptain, 2))});
  said.push_back({kCaptain, set_card(card, {"eau"})});
  said.push_back({kCaptain, salvage(card, "perdu")});
}

void put_in_order(std::vector<Said>& said) {
  using namespace test;
  const Id one = card_id(kCaptain, 1);
  const Id two = card_id(2, 1);
  const Id tie = other_id(kFacilitator, 1);
  const Id heap = other_id(kFacilitator, 2);
  said.push_back({kFacilitator, link(tie, one, two, v1::LINK_KIND_BUILDS_ON, "parce que")});
  said.push_back({kFacilitator, set_link(tie, v1::LINK_KIND_ASKS, "et si")});
  said.push_back({kFacilitator, group(heap, "Eau", {one, two})});
  said.push_back({kFacilitator, set_group(heap, "Énergie")});
  said.push_back({kFacilitator, place(one, heap, two)});
  said.push_back({kFacilitator, withdraw(v1::RECORD_KIND_CARD, one)});
  said.push_back({kFacilitator, restore(v1::RECORD_KIND_CARD, one)});
  said.push_back({kFacilitator, hide_card(two)});
}

void lead(std::vector<Said>& said) {
  using namespace test;
  for (const v1::Command& command :
       {pause_round(), resume_round(), extend_round(5), end_round(), go_to_step(2), go_to_step(3),
        start_round(10, "Comment ?"), set_table(table_id(1), "Une", 6, 2),
        set_cafe("Propreté", "Dire", true)}) {
    said.push_back({kFacilitator, command});
  }
  said.push_back({kGuest, joining(kGuest)});
  said.push_back({kGuest, take_seat(other_id(kGuest, 1), other_id(kGuest, 0), table_id(1))});
}

void prepare(std::vector<Said>& said) {
  using namespace test;
  const Id guest = other_id(kFacilitator, 60);
  const Id step = other_id(kFacilitator, 61);
  const Id round = other_id(kFacilitator, 62);
  const Id in = other_id(kFacilitator, 63);
  said.push_back({kFacilitator, add_person(guest, "Léa", v1::ROLE_PARTICIPANT, table_id(1))});
  said.push_back({kFacilitator, set_wishes(guest, wishes_of("locataire", {}, {}, table_id(1)))});
  said.push_back({kFacilitator, set_role(guest, v1::ROLE_CAPTAIN, table_id(1))});
  said.push_back({kCaptain, check_in(guest, v1::ATTENDANCE_LEFT)});
  said.push_back({kFacilitator, add_step(step, "coffee", make_id(0, 1'001))});
  said.push_back(
      {kFacilitator, set_rights(step, rights({v1::ROLE_CAPTAIN}, {{v1::ACT_EDIT, {}}}))});
  said.push_back({kFacilitator, add_round(round, in, other_id(kFacilitator, 64), "Et demain ?")});
  said.push_back({kFacilitator, skip_step(in)});
  said.push_back({kFacilitator, add_table(other_id(kFacilitator, 65), "Visio", 5, true)});
  said.push_back({kFacilitator, withdraw_table(table_id(3))});
  said.push_back({kFacilitator, plan_seats(true, 7)});
  said.push_back({kFacilitator, ask_suggestions(true)});
  said.push_back({kFacilitator, lock_cafe()});
  said.push_back({kFacilitator, lock_cafe(false)});
}

void harvest(std::vector<Said>& said) {
  using namespace test;
  const Id one = card_id(kCaptain, 1);
  const Id group = other_id(kFacilitator, 2);
  const Id second_group = other_id(kFacilitator, 3);
  const Id first_line = other_id(kCaptain, 10);
  const Id answered = other_id(kFacilitator, 20);
  const Id planned = other_id(kCaptain, 30);
  said.push_back({kCaptain, line(first_line, table_id(1), "Récupérer l'eau", {one})});
  said.push_back({kCaptain, set_line(first_line, 0, {one})});
  said.push_back({kCaptain, validate(table_id(1))});
  said.push_back({kCaptain, queue(v1::RECORD_KIND_CARD, one)});
  said.push_back({kFacilitator, answer(answered, v1::RECORD_KIND_CARD, one, "À chiffrer")});
  said.push_back({kFacilitator, set_answer(answered, v1::ANSWER_KIND_FIGURES)});
  said.push_back({kFacilitator, open_support(true, 3)});
  said.push_back({kCaptain, cast(one, 2)});
  said.push_back({kFacilitator, close_support()});
  said.push_back({kCaptain, test::action(planned, "Poser une cuve", {one, group})});
  said.push_back({kFacilitator, follow_up(planned, "Posée")});
  said.push_back({kFacilitator, test::group(second_group, "Pluie")});
  said.push_back({kFacilitator, merge(second_group, group)});
  said.push_back({kFacilitator, undo()});
  said.push_back({kCaptain, save_draft(other_id(kCaptain, 40), "peut-être", table_id(1))});
  said.push_back({kCaptain, drop_draft(other_id(kCaptain, 40))});
  said.push_back({kCaptain, evaluate({3, 2, 1}, true)});
  said.push_back({kFacilitator, cost(other_id(kFacilitator, 50), "préparation", 100, 743)});
  said.push_back({kFacilitator, task(other_id(kFacilitator, 51), "Réserver la salle")});
  said.push_back({kFacilitator, announce(other_id(kFacilitator, 52), "Bienvenue")});
  said.push_back({kFacilitator, spotlight(v1::RECORD_KIND_CARD, one)});
}

}  // namespace

std::vector<Said> real_evening(const Plan& plan) {
  std::vector<Said> said;
  say_ideas(plan, said);
  write_together(said);
  put_in_order(said);
  harvest(said);
  prepare(said);
  lead(said);
  return said;
}

std::vector<v1::Command> one_of_each_command() {
  std::vector<v1::Command> commands;
  const auto& kinds = *v1::Command::descriptor()->FindOneofByName("kind");
  for (int i = 0; i < kinds.field_count(); ++i) {
    v1::Command& command = commands.emplace_back();
    command.GetReflection()->MutableMessage(&command, kinds.field(i));
  }
  return commands;
}

}  // namespace rebond::fuzz
