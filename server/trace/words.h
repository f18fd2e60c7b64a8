// The words that the trace itself says, in every language: nobody's ideas, our frame around them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "trace/language.h"

namespace rebond::trace {

/// A word that is counted.
struct Noun {
  std::string_view one;
  std::string_view many;
};

struct Words {
  Language language;

  std::string_view method;  // what it was: a Café Conversation
  std::string_view colon;   // with the space that the language wants before it
  std::string_view objective;
  std::string_view round;
  std::string_view outside_rounds;
  std::string_view no_idea;
  std::string_view no_words;
  std::string_view table;

  std::string_view groups;
  std::string_view ungrouped;
  std::string_view propositions;
  std::string_view withdrawn;
  std::string_view withdrawn_note;

  std::string_view making;
  std::string_view making_note;
  std::string_view state_note;
  std::string_view digest_note;

  std::string_view unconventional;
  std::string_view question;
  std::string_view unanimous;
  std::string_view late;

  Noun tables_counted;
  Noun ideas_counted;
  Noun propositions_counted;
  Noun groups_counted;
  Noun carried_by;
  Noun hidden_ideas;
  Noun hidden_propositions;
};

const Words& words_in(Language language);

/// "1 idée", "0 idée", "3 idées"; "0 ideas" in English.
std::string counted(std::size_t count, const Noun& noun, const Words& words);

}  // namespace rebond::trace
