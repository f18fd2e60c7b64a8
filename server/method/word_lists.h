// The word lists that are compiled in, as they stand in server/method/words.
#pragma once

#include <string_view>

namespace rebond {

/// Words that say little, one language's. A word that ends in "*" stands for all that begin so;
/// lines that begin with "#" are remarks.
struct WordLists {
  /// Never link two ideas.
  std::string_view stop;
  /// Count half.
  std::string_view common;
};

/// The lists of "fr" or "en"; empty ones for any other language.
WordLists word_lists(std::string_view language);

/// The theme list of the landlord's and the town's usual subjects, in the format of ThemeList.
std::string_view built_in_themes();

}  // namespace rebond
