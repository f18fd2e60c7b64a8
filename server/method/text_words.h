// The words of a text, as people wrote them and as they are compared.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rebond {

/// One word of a text.
struct TextWord {
  /// As it was written: "Détritus".
  std::string written;
  /// Without case, accents and ligatures: "detritus".
  std::string folded;
};

/// The runs of letters and digits of a text, in order; apostrophes and hyphens part words. Takes
/// any bytes: what is no UTF-8 parts words too.
std::vector<TextWord> text_words(std::string_view text);

/// The text without case, accents and ligatures.
std::string folded_text(std::string_view text);

/// The text with every byte that is no UTF-8 replaced by U+FFFD.
std::string repaired_utf8(std::string_view text);

/// The first `code_points_max` code points of well-formed UTF-8, with "…" when some are missing.
std::string shortened(std::string_view text, std::uint32_t code_points_max);

/// True for "7" and "2011".
bool is_number(std::string_view folded);

}  // namespace rebond
