// Why ideas are alike, in people's own words and the names of subjects.
#include <algorithm>

#include "method/shared_words.h"
#include "method/text_words.h"
#include "method/word_similarity.h"

namespace rebond {
namespace {

constexpr std::size_t kWordsMax = 3;
/// A word that adds less than this share of what the best one adds is not worth reading.
constexpr double kWorthTelling = 0.2;
constexpr double kLooksAlike = 0.5;
/// A subject is told when it adds at least this share of what the words add.
constexpr double kSubjectTold = 0.5;

bool says(const std::vector<std::string>& words, const std::string& name) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    return folded_text(word) == folded_text(name);
  });
}

}  // namespace

std::vector<std::string> WordSimilarity::words_joining(Slot a, Slot b) const {
  const Gain stem_gain = [&](std::uint64_t key) {
    return 0.5 * index(FeatureKind::kStem).share(a, b, key);
  };
  const Gain piece_gain = [&](std::uint64_t key) {
    return 0.5 * index(FeatureKind::kPiece).share(a, b, key);
  };
  const auto& words_a = held_[a].words;
  const auto& words_b = held_[b].words;
  std::vector<SharedWord> shared =
      shared_words(words_a, words_b, stem_gain, piece_gain, kLooksAlike);
  std::vector<std::string> out;
  for (const SharedWord& word : shared) {
    if (out.size() == kWordsMax || word.gain < kWorthTelling * shared.front().gain) break;
    out.push_back(shortened(word.written, kReasonCodePointsMax));
  }
  return out;
}

std::optional<std::uint32_t> WordSimilarity::theme_joining(Slot a, Slot b) const {
  std::optional<std::uint32_t> best;
  double best_share = 0;
  for (const std::uint32_t theme : held_[a].themes) {
    const double share = index(FeatureKind::kTheme).share(a, b, theme);
    if (share > best_share) {
      best = theme;
      best_share = share;
    }
  }
  return best;
}

std::vector<std::string> WordSimilarity::reasons(Id first, Id second) const {
  const auto found_a = slots_.find(first);
  const auto found_b = slots_.find(second);
  if (found_a == slots_.end() || found_b == slots_.end()) return {};
  const Slot a = found_a->second;
  const Slot b = found_b->second;
  std::vector<std::string> out = words_joining(a, b);
  const double by_words = lexical(a, b);
  const double by_subject = kThemeWeight * index(FeatureKind::kTheme).cosine(a, b) * (1 - by_words);
  const std::optional<std::uint32_t> theme = theme_joining(a, b);
  if (theme && (out.empty() || by_subject >= kSubjectTold * by_words)) {
    const std::string& name = reader_.themes().name(*theme);
    const bool first_place = by_subject > by_words;
    if (!says(out, name)) out.insert(first_place ? out.begin() : out.end(), name);
  }
  if (!out.empty()) return out;
  // Nothing but pieces of words that do not look alike: the word with most of them.
  const Gain none = [](std::uint64_t) { return 0.0; };
  const Gain piece_gain = [&](std::uint64_t key) {
    return index(FeatureKind::kPiece).share(a, b, key);
  };
  const auto shared = shared_words(held_[a].words, held_[b].words, none, piece_gain, 0);
  if (!shared.empty()) return {shortened(shared.front().written, kReasonCodePointsMax)};
  const auto& words = held_[a].words;
  if (!words.empty()) out.push_back(shortened(words.front().written, kReasonCodePointsMax));
  return out;
}

}  // namespace rebond
