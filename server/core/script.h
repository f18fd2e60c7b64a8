// The script of a café as the rules read it: steps in order, what a step allows, rounds to come.
#pragma once

#include <vector>

#include "core/state.h"

namespace rebond {

struct ScriptStep {
  Id id = 0;
  const v1::Step* step = nullptr;
};

/// The steps in the order of their positions. Valid until one of them is put again.
std::vector<ScriptStep> script_of(const State& state);

/// The step that the café is in; null when there is none.
const v1::Step* current_step(const State& state);

/// The step that a round runs in; null when none does.
const v1::Step* step_of_round(const State& state, Id round);

/// Whether a step lets a role do something besides writing ideas. A step without permissions
/// forbids nothing that the table of rights does not.
bool allows(const v1::Step& step, v1::Act act, v1::Role role);

/// The round that a seat belongs to which is taken now: the step's, else the next one of the
/// script, else the last one; 0 when the script has none.
Id round_of_seats(const State& state);

/// Whether who sits where in a round is still open: its clock was never set, it has not ended, and
/// the café is not in it, or nobody has sat down or written there yet.
bool is_to_come(const State& state, Id round);

}  // namespace rebond
