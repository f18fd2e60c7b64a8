// Which ideas share features of one kind, weighted by how rare each feature is (TF-IDF).
#include "method/feature_index.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"

namespace rebond {
namespace {

double rarity_of(std::size_t ideas, std::size_t having) {
  return std::log1p(static_cast<double>(ideas) / static_cast<double>(having));
}

}  // namespace

void FeatureIndex::put(std::uint32_t slot, const Features& features) {
  if (slot >= vectors_.size()) vectors_.resize(slot + 1);
  Vector& vector = vectors_[slot];
  CHECK(vector.empty());
  vector.reserve(features.size());
  for (const Feature& feature : features) vector.push_back({feature.key, feature.count, 0});
  weigh(vector);
  enter(slot);
}

void FeatureIndex::drop(std::uint32_t slot) {
  if (slot >= vectors_.size()) return;
  for (const Term& term : vectors_[slot]) {
    const auto found = holders_.find(term.key);
    std::erase_if(found->second, [slot](const Holder& holder) { return holder.slot == slot; });
    if (found->second.empty()) holders_.erase(found);
  }
  vectors_[slot] = {};
}

void FeatureIndex::refresh(std::size_t ideas) {
  rarity_.clear();
  rarest_ = rarity_of(std::max<std::size_t>(ideas, 1), 1);
  for (const auto& [key, holders] : holders_) rarity_[key] = rarity_of(ideas, holders.size());
  holders_.clear();
  for (std::uint32_t slot = 0; slot < vectors_.size(); ++slot) {
    weigh(vectors_[slot]);
    enter(slot);
  }
}

void FeatureIndex::weigh(Vector& vector) const {
  double squares = 0;
  for (Term& term : vector) {
    term.weight = term.count * rarity(term.key);
    squares += term.weight * term.weight;
  }
  if (squares <= 0) return;
  const double length = std::sqrt(squares);
  for (Term& term : vector) term.weight /= length;
}

void FeatureIndex::enter(std::uint32_t slot) {
  for (const Term& term : vectors_[slot]) holders_[term.key].push_back({slot, term.weight});
}

void FeatureIndex::add_cosines(std::uint32_t slot, std::span<double> cosines) const {
  if (slot >= vectors_.size()) return;
  for (const Term& term : vectors_[slot]) {
    for (const Holder& holder : holders_.find(term.key)->second) {
      if (holder.slot != slot) cosines[holder.slot] += term.weight * holder.weight;
    }
  }
}

double FeatureIndex::cosine(std::uint32_t a, std::uint32_t b) const {
  if (a >= vectors_.size() || b >= vectors_.size()) return 0;
  double sum = 0;
  auto at = vectors_[b].begin();
  for (const Term& term : vectors_[a]) {
    while (at != vectors_[b].end() && at->key < term.key) ++at;
    if (at == vectors_[b].end()) break;
    if (at->key == term.key) sum += term.weight * at->weight;
  }
  return sum;
}

double FeatureIndex::share(std::uint32_t a, std::uint32_t b, std::uint64_t key) const {
  const Term* in_a = find(a, key);
  const Term* in_b = find(b, key);
  return in_a == nullptr || in_b == nullptr ? 0 : in_a->weight * in_b->weight;
}

double FeatureIndex::rarity(std::uint64_t key) const {
  const auto found = rarity_.find(key);
  return found == rarity_.end() ? rarest_ : found->second;
}

const FeatureIndex::Term* FeatureIndex::find(std::uint32_t slot, std::uint64_t key) const {
  if (slot >= vectors_.size()) return nullptr;
  const Vector& vector = vectors_[slot];
  const auto found =
      std::lower_bound(vector.begin(), vector.end(), key,
                       [](const Term& term, std::uint64_t k) { return term.key < k; });
  return found == vector.end() || found->key != key ? nullptr : &*found;
}

}  // namespace rebond
