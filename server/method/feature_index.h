// Which ideas share features of one kind, weighted by how rare each feature is (TF-IDF).
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "method/idea_features.h"

namespace rebond {

/// The TF-IDF vectors of one kind of feature, of length 1, and for each feature who has it.
///
/// A feature's weight is log(1 + N/df). N and df are frozen until refresh(); a feature that was
/// not there then counts as if one idea had it. Sums run in the order of the keys, so the cosine of
/// two ideas is the same number whichever is asked and in whatever order they came.
class FeatureIndex {
 public:
  /// Gives the idea in `slot` its features. The slot must be empty.
  void put(std::uint32_t slot, const Features& features);
  /// Empties the slot.
  void drop(std::uint32_t slot);

  /// Counts anew how rare each feature is, and weighs all ideas by it; `ideas` is their number.
  void refresh(std::size_t ideas);

  /// Adds to `cosines[s]` the cosine of the ideas in `slot` and in s, for all s but itself.
  void add_cosines(std::uint32_t slot, std::span<double> cosines) const;

  double cosine(std::uint32_t a, std::uint32_t b) const;

  /// What the feature adds to the cosine of both; 0 when one lacks it.
  double share(std::uint32_t a, std::uint32_t b, std::uint64_t key) const;

  /// How telling a feature is: log(1 + N/df).
  double rarity(std::uint64_t key) const;

 private:
  struct Term {
    std::uint64_t key = 0;
    double count = 0;
    double weight = 0;
  };
  using Vector = std::vector<Term>;
  struct Holder {
    std::uint32_t slot = 0;
    double weight = 0;
  };

  void weigh(Vector& vector) const;
  void enter(std::uint32_t slot);
  const Term* find(std::uint32_t slot, std::uint64_t key) const;

  std::vector<Vector> vectors_;
  std::unordered_map<std::uint64_t, std::vector<Holder>> holders_;
  std::unordered_map<std::uint64_t, double> rarity_;
  /// The rarity of what was not there at the last refresh().
  double rarest_ = 1;
};

}  // namespace rebond
