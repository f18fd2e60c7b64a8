// How much a word says in a language: nothing, half or all.
#include "method/word_weights.h"

#include <sstream>

#include "method/stemmer.h"
#include "method/text_words.h"
#include "method/word_lists.h"

namespace rebond {
namespace {

constexpr double kCommon = 0.5;
constexpr std::size_t kBeginningMin = 3;

bool is_single_letter(std::string_view folded) {
  return folded.size() == 1;
}

}  // namespace

WordWeights::WordWeights(std::string_view language) {
  const WordLists lists = word_lists(main_language(language));
  take(lists.common, kCommon);
  take(lists.stop, 0);
}

void WordWeights::take(std::string_view list, double weight) {
  std::istringstream lines{std::string(list)};
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with('#')) continue;
    std::istringstream words(line);
    for (std::string word; words >> word;) {
      const bool beginning = word.ends_with('*');
      if (beginning) word.pop_back();
      (beginning ? beginnings_ : words_)[folded_text(word)] = weight;
    }
  }
}

double WordWeights::weight(std::string_view folded) const {
  if (is_single_letter(folded)) return 0;
  if (const auto found = words_.find(std::string(folded)); found != words_.end()) {
    return found->second;
  }
  for (std::size_t length = kBeginningMin; length <= folded.size(); ++length) {
    const auto found = beginnings_.find(std::string(folded.substr(0, length)));
    if (found != beginnings_.end()) return found->second;
  }
  return 1;
}

}  // namespace rebond
