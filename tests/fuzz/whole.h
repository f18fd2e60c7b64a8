// What is true of the state of a café whatever happened to it.
#pragma once

#include <string>

#include "core/state.h"

namespace rebond::fuzz {

/// Stops unless the state survives a snapshot with the same bytes, the same seq and, summed afresh,
/// the same digest.
void check_whole(const State& state);

/// Whether the text holds all characters of the run, in order, once; folded ones only by number.
bool run_is_whole(const Text& text, Id run, const std::string& characters);

}  // namespace rebond::fuzz
