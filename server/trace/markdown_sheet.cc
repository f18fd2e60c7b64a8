// A sheet of Markdown, written block by block.
#include "trace/markdown_sheet.h"

#include <nlohmann/json.hpp>

namespace rebond::trace {

std::string emphasis(std::string_view markdown) {
  return "*" + std::string(markdown) + "*";
}

void MarkdownSheet::fence() {
  text_ += "---\n";
}

void MarkdownSheet::field(std::string_view name, std::string_view value) {
  // YAML takes a JSON string as it is.
  using Json = nlohmann::json;
  const std::string quoted = Json(value).dump(-1, ' ', false, Json::error_handler_t::replace);
  text_ += std::string(name) + ": " + quoted + "\n";
}

void MarkdownSheet::heading(std::size_t level, std::string_view title) {
  text_ += "\n" + std::string(level, '#') + " " + std::string(title) + "\n";
}

void MarkdownSheet::paragraph(std::string_view markdown) {
  text_ += "\n" + std::string(markdown) + "\n";
}

void MarkdownSheet::list(const std::vector<std::string>& items) {
  if (!items.empty()) text_ += "\n";
  for (const std::string& item : items) text_ += "- " + item + "\n";
}

}  // namespace rebond::trace
