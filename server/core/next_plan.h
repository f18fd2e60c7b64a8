// The plan of the café after this one: its script, its tables, and what it left undone.
#pragma once

#include <string>

#include "core/state.h"

namespace rebond {

/// A plan as JSON that parse_plan() takes: the café's theme, words, script, tables, costs and
/// programme, the next date and place, and as `carried` the ideas that no action took up, the best
/// supported first, and the actions that are neither done nor dropped. Nobody is in it.
///
/// Without `carried` it is a template of this café.
std::string next_plan(const State& state, bool carried = true);

}  // namespace rebond
