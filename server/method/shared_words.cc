// The words that make two texts alike, as people wrote them.
#include "method/shared_words.h"

#include <algorithm>
#include <iterator>

namespace rebond {
namespace {

/// Pieces of longer words add nothing to a reason.
constexpr std::size_t kReadMax = 64;

using Pieces = std::vector<std::uint64_t>;

Pieces sorted_pieces(std::string_view folded) {
  Pieces pieces = pieces_of(folded.substr(0, kReadMax));
  std::sort(pieces.begin(), pieces.end());
  return pieces;
}

/// How alike two words look, 0 to 1.
double overlap(const Pieces& a, const Pieces& b) {
  Pieces both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return 2 * static_cast<double>(both.size()) / static_cast<double>(a.size() + b.size());
}

bool has_stem(const std::vector<IdeaWord>& words, std::uint64_t stem) {
  return std::any_of(words.begin(), words.end(),
                     [stem](const IdeaWord& word) { return word.stem == stem; });
}

}  // namespace

std::vector<SharedWord> shared_words(const std::vector<IdeaWord>& a, const std::vector<IdeaWord>& b,
                                     const Gain& stem_gain, const Gain& piece_gain,
                                     double resemblance) {
  std::vector<Pieces> pieces_of_b;
  pieces_of_b.reserve(b.size());
  for (const IdeaWord& word : b) pieces_of_b.push_back(sorted_pieces(word.folded));
  std::vector<SharedWord> words;
  for (const IdeaWord& word : a) {
    const Pieces pieces = sorted_pieces(word.folded);
    const auto looks_alike = [&](const Pieces& other) {
      return overlap(pieces, other) >= resemblance;
    };
    const bool known = std::any_of(words.begin(), words.end(), [&](const SharedWord& other) {
      return other.stem == word.stem;
    });
    if (known || (!has_stem(b, word.stem) &&
                  std::none_of(pieces_of_b.begin(), pieces_of_b.end(), looks_alike))) {
      continue;
    }
    double gain = stem_gain(word.stem);
    for (const std::uint64_t piece : pieces) gain += piece_gain(piece);
    if (gain > 0) words.push_back({word.written, word.stem, gain});
  }
  std::stable_sort(words.begin(), words.end(),
                   [](const SharedWord& x, const SharedWord& y) { return x.gain > y.gain; });
  return words;
}

}  // namespace rebond
