// Reads back the Markdown that the trace writes: just enough of CommonMark.
#include "tests/trace/markdown_reader.h"

#include <sstream>
#include <utility>

namespace rebond::trace {
namespace {

/// Backslashes and numeric character references taken away.
std::string unescape(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size()) {
      out += text[++i];
    } else if (text.substr(i, 2) == "&#") {
      const std::size_t end = text.find(';', i);
      out += static_cast<char>(std::stoi(std::string(text.substr(i + 2, end - i - 2))));
      i = end;
    } else {
      out += text[i];
    }
  }
  return out;
}

bool is_note(std::string_view line) {
  return line.starts_with("  *") && line.ends_with("*");
}

void add_item(Section& section, std::vector<std::string> lines) {
  std::string note;
  if (lines.size() > 1 && is_note(lines.back())) {
    note = lines.back().substr(3, lines.back().size() - 4);
    lines.pop_back();
    lines.back().pop_back();  // the hard break before it
  }
  std::string words;
  for (const std::string& line : lines) {
    if (!words.empty()) words += '\n';
    words += line.substr(2);
  }
  section.items.push_back(unescape(words));
  section.notes.push_back(note);
}

}  // namespace

std::vector<Section> read_sections(std::string_view markdown) {
  std::vector<Section> sections(1);
  std::vector<std::string> item;
  const auto finish = [&] {
    if (!item.empty()) add_item(sections.back(), std::exchange(item, {}));
  };
  std::istringstream lines{std::string(markdown)};
  for (std::string line; std::getline(lines, line);) {
    if (!item.empty() && line.starts_with("  ")) {
      item.push_back(line);
      continue;
    }
    finish();
    if (line.starts_with("- ")) item.push_back(line);
    if (line.starts_with("#")) {
      const std::size_t level = line.find(' ');
      sections.push_back({static_cast<int>(level), unescape(line.substr(level + 1)), {}, {}});
    }
  }
  finish();
  return sections;
}

std::vector<std::string> items_at(const std::vector<Section>& sections, int level) {
  std::vector<std::string> items;
  for (const Section& section : sections) {
    if (section.level != level) continue;
    items.insert(items.end(), section.items.begin(), section.items.end());
  }
  return items;
}

}  // namespace rebond::trace
