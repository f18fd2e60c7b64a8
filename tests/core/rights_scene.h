// Somebody in a café with things of their own and of others, and what they may try.
#pragma once

#include <string>
#include <vector>

#include "tests/core/cafe_builder.h"

namespace rebond::test {

/// Who tries something.
struct Who {
  const char* name;
  v1::Role role;
  /// With a join token that was not exchanged yet.
  bool newcomer = false;
};

/// In round 1: I, a captain and a guest at table 1, a captain at table 2, each with ideas and
/// links; syntheses, answers and actions have begun, and support is open.
struct Scene {
  explicit Scene(const Who& who);

  Id run_of(Id card) const { return cafe.state.text(card).pieces()[0].run; }

  CafeBuilder cafe;
  Person& home = cafe.as_captain(1);
  Person& neighbour = cafe.as_captain(2);
  Person& mate = cafe.as_guest("Bob");
  /// Sits at table 2.
  Person& stranger = cafe.as_guest("Max");
  Person& me;
  /// Mine; the captain's of table 1 for who writes nothing.
  Id own_card = 0;
  Id own_link = 0;
  /// Of table 1, by somebody else.
  Id mates_card = 0;
  Id mates_link = 0;
  /// Of table 2.
  Id other_card = 0;
  Id second_other_card = 0;
  Id other_link = 0;
  Id group = 0;
  Id second_group = 0;
  /// Lines of tables 1 and 2.
  Id own_line = 0;
  Id other_line = 0;
  /// Mine; an expert's for who answers nothing.
  Id own_answer = 0;
  Id others_answer = 0;
  Id own_draft = 0;
  /// The facilitator's.
  Id action = 0;
  Id cost = 0;
  Id announcement = 0;
  Id task = 0;
  /// That an idea of table 2 and mine converge.
  Id suggestion = 0;

 private:
  void go_on_with_the_harvest(const Who& who);
};

/// One thing to try.
struct Attempt {
  /// On what: "own idea".
  std::string on;
  v1::Command command;
};

/// What can be tried with a command: on what is one's own and on what is not, where that makes a
/// difference. Empty for a command that nobody has thought about yet.
std::vector<Attempt> attempts_with(v1::Command::KindCase kind, Scene& scene);

/// The part of it that is about what ideas become and about one's own.
std::vector<Attempt> attempts_with_the_harvest(v1::Command::KindCase kind, Scene& scene);

/// The part of it that is about the script, the people, the seats and the suggestions.
std::vector<Attempt> attempts_with_the_script(v1::Command::KindCase kind, Scene& scene);

/// Has the server suggest that two ideas converge. Returns the suggestion.
Id suggest_pair(CafeBuilder& cafe, Id one, Id other);

/// The lines, answers, actions and so on among the things that can be taken back.
template <typename Make>
std::vector<Attempt> on_the_harvest(const Scene& scene, Make make) {
  return {{"line of the own table", make(v1::RECORD_KIND_SYNTHESIS_LINE, scene.own_line)},
          {"line of another table", make(v1::RECORD_KIND_SYNTHESIS_LINE, scene.other_line)},
          {"own answer, or an expert's", make(v1::RECORD_KIND_EXPERT_ANSWER, scene.own_answer)},
          {"answer of somebody else", make(v1::RECORD_KIND_EXPERT_ANSWER, scene.others_answer)},
          {"action", make(v1::RECORD_KIND_ACTION, scene.action)},
          {"cost line", make(v1::RECORD_KIND_COST_LINE, scene.cost)},
          {"announcement", make(v1::RECORD_KIND_ANNOUNCEMENT, scene.announcement)},
          {"task", make(v1::RECORD_KIND_TASK, scene.task)}};
}

}  // namespace rebond::test
