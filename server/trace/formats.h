// The formats in which a trace can be had: one line each, in formats.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "core/state.h"
#include "trace/document.h"

namespace rebond::trace {

/// A finished trace.
struct File {
  std::string content_type;
  /// The ending of its name, such as "md".
  std::string extension;
  std::string bytes;
};

/// "json", "md", …
std::vector<std::string> format_names();

/// The public trace of a state. Pure, so any thread may call it. Fails with kNotFound, naming the
/// formats there are, when the format is not known.
Result<File> write_trace(std::string_view format, const Source& source, const State& state);

}  // namespace rebond::trace
