// Finds what an argument means in a café: a table by its number, a card, a step.
#pragma once

#include <string>

#include "base/ids.h"
#include "base/result.h"
#include "core/state.h"
#include "rebond/v1/command.pb.h"

namespace rebond::cli {

/// The table with that 1-based place in the plan. Fails with the numbers that there are.
Result<Id> find_table(const State& state, std::uint32_t number);

/// A card by its decimal id or by its plan's own name ("t2.7"), when only one card has it.
Result<Id> find_card(const State& state, const std::string& name);

/// A step by its slug, or by a beginning that only one slug has; "Round 2" means "round-2".
Result<Id> find_step(const State& state, const std::string& name);

/// A group by its decimal id or by its name, when only one group that is not withdrawn has it.
Result<Id> find_group(const State& state, const std::string& name);

/// An idea or a group, as find_card() and find_group() find them.
Result<v1::RecordRef> find_idea_or_group(const State& state, const std::string& name);

/// Something by its decimal id; `what` names it in the error ("line").
template <typename Record>
Result<Id> find_by_id(const State& state, Id id, const char* what) {
  if (state.find<Record>(id) != nullptr) return id;
  return Error{ErrorKind::kNotFound, "",
               "there is no " + std::string(what) + " " + std::to_string(id) +
                   "; list them to see their ids"};
}

/// The round of the step that the café is in; null when it has none.
const v1::Round* current_round(const State& state);

}  // namespace rebond::cli
