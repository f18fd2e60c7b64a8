// What of an idea's text can be shared with another text: stems, pieces of words, themes.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "method/stemmer.h"
#include "method/text_words.h"
#include "method/theme_list.h"
#include "method/word_weights.h"

namespace rebond {

/// Something that a text has, and how often; named by a hash.
struct Feature {
  std::uint64_t key = 0;
  double count = 0;
};

/// Sorted by key, each key once.
using Features = std::vector<Feature>;

enum class FeatureKind { kStem, kPiece, kTheme };
inline constexpr std::size_t kFeatureKinds = 3;

/// A word that counts: what it may be compared by.
struct IdeaWord {
  /// As it was written.
  std::string written;
  std::string folded;
  std::uint64_t stem = 0;
  /// 0.5 for common words.
  double weight = 1;
};

struct IdeaFeatures {
  /// The words that count, in the order of the text.
  std::vector<IdeaWord> words;
  std::vector<std::uint32_t> themes;
  /// By FeatureKind.
  std::array<Features, kFeatureKinds> kinds;
};

/// The pieces of 3 to 5 letters inside a word, by their hashes, unsorted; the whole word when it
/// is shorter, or is a number.
std::vector<std::uint64_t> pieces_of(std::string_view folded);

/// Takes texts apart in one language. Not thread-safe (Snowball).
class IdeaReader {
 public:
  IdeaReader(std::string_view language, ThemeList themes);

  /// A text of stop words only is taken by all its words; one without any word (a pictogram),
  /// whole. An empty one has nothing.
  IdeaFeatures read(std::string_view text) const;

  const ThemeList& themes() const { return themes_; }

 private:
  std::vector<IdeaWord> words_that_count(const std::vector<TextWord>& words) const;

  Stemmer stemmer_;
  WordWeights weights_;
  ThemeList themes_;
};

}  // namespace rebond
