// People's words inside Markdown, so that a reader gives them back character for character.
#pragma once

#include <string>
#include <string_view>

namespace rebond::trace {

/// `words` as the content of a list item or a paragraph: lines after the first begin with
/// `indent`. Read by CommonMark or by `pandoc -f markdown-smart`, it is `words` again. The result
/// has no unescaped `*` or `_`, so that it can stand in an emphasis.
std::string markdown_text(std::string_view words, std::string_view indent = "");

/// The same on one line, for headings.
std::string markdown_line(std::string_view words);

}  // namespace rebond::trace
