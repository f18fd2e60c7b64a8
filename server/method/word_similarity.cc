// Similarity by shared words, pieces of words and subjects.
#include "method/word_similarity.h"

#include <algorithm>
#include <cmath>

namespace rebond {
namespace {

/// Far finer than anybody sees, far coarser than rounding: the same text is exactly 1.
constexpr double kGrain = 1e6;

double combined(double stems, double pieces, double themes) {
  const double words = 0.5 * stems + 0.5 * pieces;
  const double score = words + WordSimilarity::kThemeWeight * themes * (1 - words);
  return std::min(1.0, std::round(score * kGrain) / kGrain);
}

}  // namespace

WordSimilarity::WordSimilarity(std::string_view language, ThemeList themes)
    : reader_(language, std::move(themes)) {}

void WordSimilarity::put(Id idea, std::string_view text) {
  drop(idea);
  IdeaFeatures features = reader_.read(text);
  const Slot slot = free_slot();
  slots_[idea] = slot;
  for (std::size_t kind = 0; kind < kFeatureKinds; ++kind) {
    indexes_[kind].put(slot, features.kinds[kind]);
  }
  held_[slot] = {idea, std::move(features.words), std::move(features.themes)};
}

void WordSimilarity::drop(Id idea) {
  const auto found = slots_.find(idea);
  if (found == slots_.end()) return;
  const Slot slot = found->second;
  for (FeatureIndex& index : indexes_) index.drop(slot);
  held_[slot] = {};
  free_.push_back(slot);
  slots_.erase(found);
}

WordSimilarity::Slot WordSimilarity::free_slot() {
  if (free_.empty()) {
    held_.emplace_back();
    return static_cast<Slot>(held_.size() - 1);
  }
  const Slot slot = free_.back();
  free_.pop_back();
  return slot;
}

void WordSimilarity::refresh() {
  for (FeatureIndex& index : indexes_) index.refresh(slots_.size());
}

std::vector<Likeness> WordSimilarity::alike(Id idea, double floor) const {
  const auto found = slots_.find(idea);
  if (found == slots_.end()) return {};
  std::array<std::vector<double>, kFeatureKinds> cosines;
  for (std::size_t kind = 0; kind < kFeatureKinds; ++kind) {
    cosines[kind].resize(held_.size());
    indexes_[kind].add_cosines(found->second, cosines[kind]);
  }
  std::vector<Likeness> out;
  for (const auto& [other, slot] : slots_) {
    const double score = combined(cosines[0][slot], cosines[1][slot], cosines[2][slot]);
    if (other != idea && score >= floor) out.push_back({other, score});
  }
  return out;
}

double WordSimilarity::lexical(Slot a, Slot b) const {
  return 0.5 * index(FeatureKind::kStem).cosine(a, b) +
         0.5 * index(FeatureKind::kPiece).cosine(a, b);
}

}  // namespace rebond
