// What several ideas have in common, for the name and the reason of a group.
#include <algorithm>
#include <map>
#include <utility>

#include "method/text_words.h"
#include "method/word_similarity.h"

namespace rebond {
namespace {

constexpr std::size_t kWordsMax = 3;

/// A stem that several ideas have.
struct CommonWord {
  /// How many ideas have it.
  std::size_t ideas = 0;
  double telling = 0;
  /// Its forms as written, and how often; the most frequent one is shown, the first of equals.
  std::vector<std::pair<std::string, std::size_t>> forms;
  /// Where it was first met: ties are told in the order of the texts.
  std::size_t order = 0;

  void count(const std::string& written) {
    const auto known = std::find_if(forms.begin(), forms.end(),
                                    [&](const auto& form) { return form.first == written; });
    if (known == forms.end()) {
      forms.emplace_back(written, 1);
    } else {
      ++known->second;
    }
  }

  std::string form() const {
    return std::max_element(forms.begin(), forms.end(),
                            [](const auto& a, const auto& b) { return a.second < b.second; })
        ->first;
  }
};

}  // namespace

std::vector<CommonPart> WordSimilarity::common_words(std::span<const Id> ideas) const {
  std::map<std::uint64_t, CommonWord> words;
  std::size_t order = 0;
  for (const Id idea : ideas) {
    const auto found = slots_.find(idea);
    if (found == slots_.end()) continue;
    std::map<std::uint64_t, bool> counted;
    for (const IdeaWord& word : held_[found->second].words) {
      CommonWord& common = words[word.stem];
      if (common.forms.empty()) common.order = order++;
      common.count(shortened(word.written, kReasonCodePointsMax));
      if (std::exchange(counted[word.stem], true)) continue;
      ++common.ideas;
      common.telling += word.weight * index(FeatureKind::kStem).rarity(word.stem);
    }
  }
  std::vector<CommonWord> shared;
  for (const auto& [stem, word] : words) {
    if (word.ideas >= 2) shared.push_back(word);
  }
  std::sort(shared.begin(), shared.end(), [](const CommonWord& x, const CommonWord& y) {
    if (x.ideas != y.ideas) return x.ideas > y.ideas;
    return x.telling != y.telling ? x.telling > y.telling : x.order < y.order;
  });
  std::vector<CommonPart> out;
  for (const CommonWord& word : shared) {
    if (out.size() < kWordsMax) out.push_back({word.form(), word.ideas});
  }
  return out;
}

std::vector<CommonPart> WordSimilarity::common_subjects(std::span<const Id> ideas) const {
  std::map<std::uint32_t, std::size_t> counts;
  for (const Id idea : ideas) {
    const auto found = slots_.find(idea);
    if (found == slots_.end()) continue;
    for (const std::uint32_t theme : held_[found->second].themes) ++counts[theme];
  }
  const auto rarity = [&](std::uint32_t theme) { return index(FeatureKind::kTheme).rarity(theme); };
  const auto best =
      std::max_element(counts.begin(), counts.end(), [&](const auto& x, const auto& y) {
        return x.second != y.second ? x.second < y.second : rarity(x.first) < rarity(y.first);
      });
  if (best == counts.end() || best->second < 2) return {};
  return {{reader_.themes().name(best->first), best->second}};
}

CommonGround WordSimilarity::common_ground(std::span<const Id> ideas) const {
  return {common_words(ideas), common_subjects(ideas)};
}

}  // namespace rebond
