// Ideas in words that people of cafés use, by a seed.
#include "tests/method/random_ideas.h"

#include <algorithm>

#include "method/text_words.h"
#include "method/word_lists.h"

namespace rebond::testing {

RandomIdeas::RandomIdeas(Random& random) : random_(random) {
  const std::string_view themes = built_in_themes();
  for (const TextWord& word : text_words(themes.substr(0, themes.find("\n[en]")))) {
    words_.push_back(word.written);
  }
}

std::string RandomIdeas::text() {
  std::string text;
  const std::uint64_t length = random_.below(17);
  for (std::uint64_t i = 0; i < length; ++i) {
    // The square of chance: the first words are everywhere, the last ones are rare.
    const std::uint64_t reach = 1 + random_.below(words_.size());
    text += (i == 0 ? "" : " ") + words_[random_.below(reach)];
  }
  return text;
}

std::vector<ConvergingIdea> RandomIdeas::ideas(std::size_t count, std::size_t tables) {
  std::vector<ConvergingIdea> ideas;
  for (Id id = 1; id <= count; ++id) ideas.push_back({id, id % tables, text(), false});
  return ideas;
}

}  // namespace rebond::testing
