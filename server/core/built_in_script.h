// The script that every café has unless its plan brings one.
#pragma once

#include <vector>

#include "core/plan.h"

namespace rebond {

/// Preparation, welcome, objective, the rounds with the moves between them, table syntheses, map
/// and convergence, expert, action plan, thanks, closed: with who may do what in each.
std::vector<PlannedStep> built_in_script(const Plan& plan);

/// A step of the built-in script by its slug, "move-3" too; without position and round.
v1::Step built_in_step(const std::string& slug);

}  // namespace rebond
