// An entry of the history as a line for a person, or as JSON for a script.
#pragma once

#include <string>

#include "core/state.h"
#include "rebond/v1/entry.pb.h"

namespace rebond::cli {

/// SEQ, AT (ISO 8601, UTC), KIND and TEXT, separated by tabs. TEXT is the idea's words or a short
/// description; tabs, line ends and backslashes in it are escaped. `names` is a state of the café,
/// if possible the one after the entry: what things are called is read there.
std::string entry_line(const v1::Entry& entry, const State& names);

/// {"seq","at","kind","changes"} on one line; docs/watch.schema.json says what is in it.
std::string entry_json(const v1::Entry& entry);

/// The words of what happened, as they stand in entry_line(), without escapes.
std::string entry_text(const v1::Entry& entry, const State& names);

}  // namespace rebond::cli
