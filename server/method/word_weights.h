// How much a word says in a language: nothing, half or all.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

namespace rebond {

/// The stop words and the common words of one language.
class WordWeights {
 public:
  /// A tag such as "fr" or "en-GB"; in a language without lists every word says all.
  explicit WordWeights(std::string_view language);

  /// 0 for words that join others and for single letters and digits, 0.5 for common ones, else 1.
  double weight(std::string_view folded) const;

 private:
  void take(std::string_view list, double weight);

  std::unordered_map<std::string, double> words_;
  std::unordered_map<std::string, double> beginnings_;
};

}  // namespace rebond
