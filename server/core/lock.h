// The server's own decision: locking a round when its grace is over (RU4).
#pragma once

#include <optional>

#include "core/decide.h"

namespace rebond {

/// When the next round is to be locked, in café time; none when no round waits for it.
std::optional<double> next_lock_ms(const State& state);

/// Locks every round whose grace is over at `now_ms`; no changes when none is.
Changes decide_lock(const State& state, Seq next_seq, double now_ms);

}  // namespace rebond
