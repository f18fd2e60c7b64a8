// How good suggestions are, measured against pairs that a reader marked by hand.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "method/convergence.h"

namespace rebond::testing {

/// A café of tests/method/cafes or the demo's, with the pairs that belong together.
struct MarkedCafe {
  std::string name;
  std::string language;
  std::vector<ConvergingIdea> ideas;
  /// The plan's ids, in the order of `ideas`, which are numbered 1, 2, 3, …
  std::vector<std::string> ids;
  /// "strong" or "medium", by the smaller and the greater number.
  std::map<std::pair<Id, Id>, std::string> marked;

  Id id_of(const std::string& plan_id) const;
};

/// Reads a café that holds its own pairs, or the demo's with its pairs beside it.
MarkedCafe read_marked_cafe(const std::string& path);
MarkedCafe real_cafe();

struct Quality {
  /// Of the suggestions that are made.
  double precision = 0;
  /// Of the pairs that are marked.
  double recall = 0;
  /// Of the first ten.
  double precision_of_10 = 0;
  std::size_t strong_in_10 = 0;
  /// Of the suggestions, over all marked pairs: what is not suggested counts as missed.
  double average_precision = 0;
};

Quality quality_of(const MarkedCafe& cafe, const std::vector<PairSuggestion>& suggestions);

/// The café's exact suggestions, with the built-in themes or with none.
std::vector<PairSuggestion> suggestions_for(const MarkedCafe& cafe, bool with_themes = true);

/// Prints one line with all figures.
void print(const MarkedCafe& cafe, const char* how, const Quality& quality);

}  // namespace rebond::testing
