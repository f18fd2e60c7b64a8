// What ideas of different tables have in common: the pairs that are suggested.
#include <algorithm>

#include "method/convergence.h"

namespace rebond {
namespace {

/// A pair and its likeness, before its reason is looked up.
struct Candidate {
  Id a = 0;
  Id b = 0;
  double score = 0;
};

/// Best first; ties go to the lower ids.
bool better(const Candidate& x, const Candidate& y) {
  if (x.score != y.score) return x.score > y.score;
  return x.a != y.a ? x.a < y.a : x.b < y.b;
}

bool same(const Candidate& x, const Candidate& y) {
  return x.a == y.a && x.b == y.b;
}

Candidate candidate(Id one, Id other, double score) {
  return {std::min(one, other), std::max(one, other), score};
}

}  // namespace

std::vector<Likeness> Convergence::best_of(const Held& held, const IdeaPairs& excluded) const {
  std::vector<Likeness> best;
  for (const Likeness& other : held.alike) {
    if (best.size() == kConvergenceBest) break;
    if (!excluded.contains(held.idea.id, other.idea)) best.push_back(other);
  }
  return best;
}

bool Convergence::is_best_of(Id id, Id other, const IdeaPairs& excluded) const {
  const std::vector<Likeness> best = best_of(held_.at(other), excluded);
  return std::any_of(best.begin(), best.end(),
                     [id](const Likeness& likeness) { return likeness.idea == id; });
}

std::vector<PairSuggestion> Convergence::pairs(const IdeaPairs& excluded,
                                               std::size_t count_max) const {
  std::vector<Candidate> candidates;
  for (const auto& [id, held] : held_) {
    for (const Likeness& other : best_of(held, excluded)) {
      candidates.push_back(candidate(id, other.idea, other.score));
    }
  }
  std::sort(candidates.begin(), candidates.end(), better);
  candidates.erase(std::unique(candidates.begin(), candidates.end(), same), candidates.end());
  const std::size_t count = std::min({candidates.size(), held_.size() / 2, count_max});
  std::vector<PairSuggestion> out;
  out.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    out.push_back(suggestion(candidates[i].a, candidates[i].b, candidates[i].score));
  }
  return out;
}

std::vector<PairSuggestion> Convergence::pairs_of(Id id, const IdeaPairs& excluded) const {
  const auto found = held_.find(id);
  if (found == held_.end()) return {};
  std::vector<PairSuggestion> out;
  std::size_t place = 0;
  for (const Likeness& other : found->second.alike) {
    if (excluded.contains(id, other.idea)) continue;
    const bool own_best = place++ < kConvergenceBest;
    if (own_best || is_best_of(id, other.idea, excluded)) {
      out.push_back(suggestion(id, other.idea, other.score));
    }
  }
  return out;
}

PairSuggestion Convergence::suggestion(Id one, Id other, double score) const {
  const Id a = std::min(one, other);
  const Id b = std::max(one, other);
  return {a, b, score, similarity_->reasons(a, b)};
}

}  // namespace rebond
