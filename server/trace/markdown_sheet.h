// A sheet of Markdown, written block by block.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rebond::trace {

/// "*markdown*"
std::string emphasis(std::string_view markdown);

/// Takes Markdown: people's words have gone through markdown_text() before.
class MarkdownSheet {
 public:
  /// What the second and later lines of an item begin with.
  static constexpr std::string_view kIndent = "  ";

  /// One field of the YAML at the beginning of the sheet, and the line that opens or closes it.
  void field(std::string_view name, std::string_view value);
  void fence();

  /// `title` is one line.
  void heading(std::size_t level, std::string_view title);
  void paragraph(std::string_view markdown);
  /// Nothing when there is no item.
  void list(const std::vector<std::string>& items);

  std::string take() && { return std::move(text_); }

 private:
  std::string text_;
};

}  // namespace rebond::trace
