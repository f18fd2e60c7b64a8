// The trace as JSON: for archives and for programs.
#pragma once

#include <string>

#include "trace/document.h"

namespace rebond::trace {

/// docs/export.schema.json says what is in it. The words of each idea are in its field `text`,
/// and no other field has that name; 64-bit numbers are decimal strings; times are ISO 8601 in UTC.
std::string write_json(const Document& document);

}  // namespace rebond::trace
