// What of an idea's text can be shared with another text: stems, pieces of words, themes.
#include "method/idea_features.h"

#include <algorithm>

namespace rebond {
namespace {

constexpr std::size_t kPieceMin = 3;
constexpr std::size_t kPieceMax = 5;

/// FNV-1a, 64 bits: names are compared by their hashes only, so that an order never depends on
/// when a word was first met.
std::uint64_t hash_of(std::string_view name) {
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (const char byte : name) {
    hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3U;
  }
  return hash;
}

/// Where each code point of `text` begins, and its end.
std::vector<std::size_t> offsets_of(std::string_view text) {
  std::vector<std::size_t> offsets;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if ((static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U) offsets.push_back(at);
  }
  offsets.push_back(text.size());
  return offsets;
}

/// Sorts, and adds up what has the same key.
Features gathered(Features features) {
  std::stable_sort(features.begin(), features.end(),
                   [](const Feature& a, const Feature& b) { return a.key < b.key; });
  Features out;
  for (const Feature& feature : features) {
    if (out.empty() || out.back().key != feature.key) {
      out.push_back(feature);
    } else {
      out.back().count += feature.count;
    }
  }
  return out;
}

/// The text between its blanks.
std::string_view without_blanks(std::string_view text) {
  constexpr const char* kBlank = " \t\r\n";
  const std::size_t start = text.find_first_not_of(kBlank);
  if (start == std::string_view::npos) return {};
  return text.substr(start, text.find_last_not_of(kBlank) - start + 1);
}

Features& of_kind(IdeaFeatures& idea, FeatureKind kind) {
  return idea.kinds[static_cast<std::size_t>(kind)];
}

}  // namespace

std::vector<std::uint64_t> pieces_of(std::string_view folded) {
  std::vector<std::uint64_t> pieces;
  const std::vector<std::size_t> offsets = offsets_of(folded);
  const std::size_t letters = offsets.size() - 1;
  if (letters < kPieceMin || is_number(folded)) return {hash_of(folded)};
  for (std::size_t length = kPieceMin; length <= std::min(kPieceMax, letters); ++length) {
    for (std::size_t i = 0; i + length <= letters; ++i) {
      pieces.push_back(hash_of(folded.substr(offsets[i], offsets[i + length] - offsets[i])));
    }
  }
  return pieces;
}

IdeaReader::IdeaReader(std::string_view language, ThemeList themes)
    : stemmer_(language), weights_(language), themes_(std::move(themes)) {}

std::vector<IdeaWord> IdeaReader::words_that_count(const std::vector<TextWord>& words) const {
  std::vector<IdeaWord> counting;
  const auto take = [&](const TextWord& word, double weight) {
    const std::string stem = stemmer_.stem(word.folded);
    counting.push_back({word.written, word.folded, hash_of(stem), weight});
  };
  for (const TextWord& word : words) {
    if (const double weight = weights_.weight(word.folded); weight > 0) take(word, weight);
  }
  if (!counting.empty()) return counting;
  for (const TextWord& word : words) take(word, 1);
  return counting;
}

IdeaFeatures IdeaReader::read(std::string_view raw) const {
  const std::string text = repaired_utf8(raw);
  const std::vector<TextWord> words = text_words(text);
  IdeaFeatures idea;
  idea.words = words_that_count(words);
  const std::string_view whole = without_blanks(text);
  if (idea.words.empty() && !whole.empty()) {
    idea.words.push_back({std::string(whole), std::string(whole), hash_of(whole), 1});
  }
  Features& stems = of_kind(idea, FeatureKind::kStem);
  Features& pieces = of_kind(idea, FeatureKind::kPiece);
  for (const IdeaWord& word : idea.words) {
    stems.push_back({word.stem, word.weight});
    for (const std::uint64_t piece : pieces_of(word.folded)) pieces.push_back({piece, word.weight});
  }
  stems = gathered(std::move(stems));
  pieces = gathered(std::move(pieces));
  idea.themes = themes_.themes_of(words);
  for (const std::uint32_t theme : idea.themes) {
    of_kind(idea, FeatureKind::kTheme).push_back({theme, 1});
  }
  return idea;
}

}  // namespace rebond
