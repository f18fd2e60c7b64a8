// The dots that ideas are supported with: what each may give, and what was given.
#pragma once

#include "core/decide.h"

namespace rebond {

/// The dots that each person has: three unless the café says otherwise.
std::uint32_t dots_each(const State& state);

/// The dots that a member may give in all: the own, those of the people at a captain's table who
/// have no device, or those of the room.
std::uint64_t dots_of(const Context& context);

/// How many people have given so many dots, at least.
std::uint32_t voters(const State& state, std::uint32_t dots);

/// What all that was given comes to, in the order of the ideas.
std::map<Id, v1::Support> tally(const State& state, const PrivateState& private_state);

}  // namespace rebond
