// The trace as Markdown: readable as it is, and a source for other documents.
#pragma once

#include <string>

#include "trace/document.h"

namespace rebond::trace {

/// In the language of the café. Every idea is an item of its own that begins with its words and
/// nothing else; what we say about it stands on the item's last line, in italics.
std::string write_markdown(const Document& document);

}  // namespace rebond::trace
