// The formats in which a trace can be had: one line each.
#include "trace/formats.h"

#include <array>

#include "core/next_plan.h"
#include "trace/json_writer.h"
#include "trace/markdown_writer.h"

namespace rebond::trace {
namespace {

std::string template_of(const Source& /*source*/, const State& state) {
  return next_plan(state, /*carried=*/false);
}

std::string next_of(const Source& /*source*/, const State& state) {
  return next_plan(state);
}

struct Format {
  std::string_view name;
  std::string_view content_type;
  std::string_view extension;
  std::string (*write)(const Source& source, const State& state);
};

/// A writer of the document model.
template <std::string (*write)(const Document&)>
std::string written(const Source& source, const State& state) {
  return write(make_document(source, state));
}

constexpr std::array kFormats = {
    Format{"json", "application/json", "json", written<write_json>},
    Format{"md", "text/markdown; charset=utf-8", "md", written<write_markdown>},
    // Plans of other cafés.
    Format{"template", "application/json", "json", template_of},
    Format{"next", "application/json", "json", next_of},
};

Error unknown_format(std::string_view name) {
  std::string names;
  for (const Format& format : kFormats) {
    if (!names.empty()) names += ", ";
    names += format.name;
  }
  return Error{ErrorKind::kNotFound, "format",
               "there is no format \"" + std::string(name) + "\"; ask for one of " + names};
}

}  // namespace

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  names.reserve(kFormats.size());
  for (const Format& format : kFormats) names.emplace_back(format.name);
  return names;
}

Result<File> write_trace(std::string_view name, const Source& source, const State& state) {
  for (const Format& format : kFormats) {
    if (format.name != name) continue;
    return File{std::string(format.content_type), std::string(format.extension),
                format.write(source, state)};
  }
  return unknown_format(name);
}

}  // namespace rebond::trace
