// Finds what an argument means in a café: a table by its number, a card, a step.
#pragma once

#include <string>

#include "base/ids.h"
#include "base/result.h"
#include "core/state.h"

namespace rebond::cli {

/// The table with that 1-based place in the plan. Fails with the numbers that there are.
Result<Id> find_table(const State& state, std::uint32_t number);

/// A card by its decimal id or by its plan's own name ("t2.7"), when only one card has it.
Result<Id> find_card(const State& state, const std::string& name);

/// A step by its slug, or by a beginning that only one slug has; "Round 2" means "round-2".
Result<Id> find_step(const State& state, const std::string& name);

/// The round of the step that the café is in; null when it has none.
const v1::Round* current_round(const State& state);

}  // namespace rebond::cli
