// Reads back the Markdown that the trace writes: just enough of CommonMark.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rebond::trace {

struct Section {
  int level = 0;
  /// As people read it.
  std::string title;
  /// The words of each item, without our own line about it.
  std::vector<std::string> items;
  /// Those lines, as written; empty when there is none.
  std::vector<std::string> notes;
};

/// The headings in their order, each with the items below it.
std::vector<Section> read_sections(std::string_view markdown);

/// The words of every item below a heading of that level.
std::vector<std::string> items_at(const std::vector<Section>& sections, int level);

}  // namespace rebond::trace
