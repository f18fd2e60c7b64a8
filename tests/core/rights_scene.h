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
/// links.
struct Scene {
  explicit Scene(const Who& who);

  Id run_of(Id card) const { return cafe.state.text(card).pieces()[0].run; }

  CafeBuilder cafe;
  Person& home = cafe.as_captain(1);
  Person& neighbour = cafe.as_captain(2);
  Person& mate = cafe.as_guest("Bob");
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

}  // namespace rebond::test
