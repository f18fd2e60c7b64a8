// Standard output, line by line.
#pragma once

#include <string_view>

namespace rebond::cli {

/// Writes the line and flushes, so that a pipe gets it at once.
void print_line(std::string_view line);

/// "rebond: SENTENCE" on stderr.
void print_error(std::string_view sentence);

}  // namespace rebond::cli
