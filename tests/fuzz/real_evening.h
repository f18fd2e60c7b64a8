// What the people of the real café say, as commands of numbered devices.
#pragma once

#include <vector>

#include "base/ids.h"
#include "core/plan.h"
#include "rebond/v1/command.pb.h"

namespace rebond::fuzz {

/// A command and who sends it: 0 the facilitator, 1 and 2 captains, 3 the expert, 4 and 5
/// participants, 6 remote, 7 the screen. Person n has the device n + 1.
struct Said {
  std::uint32_t who = 0;
  v1::Command command;
};

/// The ideas of the plan, then edits, links, groups, rounds and the rest of an evening.
std::vector<Said> real_evening(const Plan& plan);

/// One command of each kind that there is, with nothing in it.
std::vector<v1::Command> one_of_each_command();

}  // namespace rebond::fuzz
