// What somebody may try with syntheses, answers, dots, actions, costs, and with what is one's own.
#include <gtest/gtest.h>

#include "core/founding.h"
#include "tests/core/commands.h"
#include "tests/core/harvest_commands.h"
#include "tests/core/rights_scene.h"

namespace rebond::test {
namespace {

using C = v1::Command;

/// Two ids: of the thing and of its words.
Id two_ids(Person& person) {
  const Id id = person.new_id();
  person.new_id();
  return id;
}

void done(Person& person, const C& command) {
  const Outcome outcome = person.send(command);
  EXPECT_FALSE(outcome.rejection) << outcome;
}

std::vector<Attempt> with_syntheses(C::KindCase kind, Scene& s) {
  switch (kind) {
    case C::kAddLine:
      return {{"own table", line(two_ids(s.me), table_id(1), "une ligne")},
              {"another table", line(two_ids(s.me), table_id(2), "une ligne")}};
    case C::kSetLine:
      return {{"own table", set_line(s.own_line, 0)}, {"another table", set_line(s.other_line, 0)}};
    case C::kValidateSynthesis:
      return {{"own table", validate(table_id(1))}, {"another table", validate(table_id(2))}};
    case C::kQueueForExpert:
      return {{"any", queue(v1::RECORD_KIND_CARD, s.other_card)}};
    case C::kAddAnswer:
      return {{"any", answer(two_ids(s.me), v1::RECORD_KIND_CARD, s.other_card, "oui")}};
    case C::kSetAnswer:
      return {{"own answer, or an expert's", set_answer(s.own_answer, v1::ANSWER_KIND_FALSE)},
              {"answer of somebody else", set_answer(s.others_answer, v1::ANSWER_KIND_FALSE)}};
    case C::kMergeGroups:
      return {{"any", merge(s.second_group, s.group)}};
    default:
      return {};
  }
}

std::vector<Attempt> with_decisions(C::KindCase kind, Scene& s) {
  switch (kind) {
    case C::kSetSupport:
      return {{"the café's", open_support(false, 4)}};
    case C::kCastSupport:
      return {{"any idea", cast(s.other_card, 1)}};
    case C::kAddAction:
      return {{"any", action(s.me.new_id(), "agir", {s.other_card})}};
    case C::kSetAction:
      return {{"any", set_action_state(s.action, v1::ACTION_STATE_DONE)}};
    case C::kEvaluate:
      return {{"oneself", evaluate({3, 2, 1})}, {"a guest without a device", evaluate({3}, true)}};
    case C::kAddCost:
      return {{"the café's", cost(s.me.new_id(), "salle", 50, 100)}};
    case C::kSetCost:
      return {{"the café's", set_cost(s.cost, "salle", 50, 100)}};
    case C::kAddTask:
      return {{"the café's", task(s.me.new_id(), "ranger")}};
    case C::kSetTask:
      return {{"the café's", task_done(s.task)}};
    default:
      return {};
  }
}

std::vector<Attempt> with_the_room(C::KindCase kind, Scene& s) {
  switch (kind) {
    case C::kSetShow:
      return {{"the projector", spotlight(v1::RECORD_KIND_CARD, s.other_card)}};
    case C::kAnnounce:
      return {{"to everybody", announce(s.me.new_id(), "Le café est servi")}};
    case C::kUndo:
      return {{"the own last action", undo()}};
    case C::kSaveDraft:
      return {{"own", save_draft(s.me.new_id(), "peut-être")}};
    case C::kDropDraft:
      return {{"own", drop_draft(s.own_draft)}};
    default:
      return {};
  }
}

}  // namespace

void Scene::go_on_with_the_harvest(const Who& who) {
  const bool expert = who.role == v1::ROLE_EXPERT;
  Person& answers = expert ? me : cafe.as_expert();
  Person& leads = cafe.as_facilitator();
  second_group = home.add_group("à part", {second_other_card});
  own_line = two_ids(home);
  done(home, line(own_line, table_id(1), "notre ligne"));
  other_line = two_ids(neighbour);
  done(neighbour, line(other_line, table_id(2), "leur ligne"));
  own_answer = two_ids(answers);
  done(answers, answer(own_answer, v1::RECORD_KIND_CARD, mates_card, "oui"));
  others_answer = two_ids(leads);
  done(leads, answer(others_answer, v1::RECORD_KIND_CARD, mates_card, "lu"));
  action = leads.new_id();
  done(leads, test::action(action, "agir"));
  cost = leads.new_id();
  done(leads, test::cost(cost, "salle", 50, 100));
  task = leads.new_id();
  done(leads, test::task(task, "réserver"));
  announcement = leads.new_id();
  done(leads, announce(announcement, "Bienvenue"));
  done(leads, open_support());
  if (who.newcomer || me.member().device == 0) return;
  own_draft = me.new_id();
  done(me, save_draft(own_draft, "à dire"));
}

std::vector<Attempt> attempts_with_the_harvest(C::KindCase kind, Scene& scene) {
  for (const auto& ask : {with_syntheses, with_decisions, with_the_room}) {
    if (std::vector<Attempt> attempts = ask(kind, scene); !attempts.empty()) return attempts;
  }
  return {};
}

}  // namespace rebond::test
