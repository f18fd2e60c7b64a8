// Reads all that is durable of one café at once.
#pragma once

#include "core/history.h"
#include "live/journal.h"

namespace rebond {

/// Blocks on the disk for as long as the café is: some ten milliseconds for a long evening. Fails
/// as Journal::load() and Journal::read() do. On the thread of the cafés.
Result<History> read_history(const Journal& journal, const CafeId& cafe);

}  // namespace rebond
