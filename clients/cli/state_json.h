// The state of a café as one canonical JSON document.
#pragma once

#include <string>

#include "base/ids.h"
#include "core/state.h"

namespace rebond::cli {

/// The same bytes for the same state, whoever asks: docs/state.schema.json says what is in it.
/// Keys are sorted, lists are in the order of ids; withdrawn and hidden things are there too.
std::string state_json(const State& state, Epoch epoch);

}  // namespace rebond::cli
