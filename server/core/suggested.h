// The server's own decision: suggesting what was found to converge (rules SG).
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "core/decide.h"

namespace rebond {

/// The ideas of a café, as plain data for who compares them.
struct IdeasToCompare {
  struct Idea {
    Id card = 0;
    Id table = 0;
    /// The group that it is in; 0: none.
    Id group = 0;
    /// A vision that must never be merged away.
    bool unconventional = false;
    std::string text;
  };

  /// The last entry that it knows.
  Seq base_seq = 0;
  /// BCP 47.
  std::string language;
  /// In the order of ids.
  std::vector<Idea> ideas;
  /// Pairs that people have linked, or that were suggested and answered: not to be found again.
  std::vector<std::pair<Id, Id>> settled;
  /// Those of them that people refused: not to be put into one group either.
  std::vector<std::pair<Id, Id>> refused;
};

/// The ideas that are neither withdrawn nor hidden and have words.
IdeasToCompare ideas_to_compare(const State& state);

/// What was found, best first.
struct FoundSuggestions {
  struct One {
    /// Two for a link, more for a group.
    std::vector<Id> cards;
    /// They may join this group; 0: a new one, or a link.
    Id group = 0;
    /// A name for the new group.
    std::string name;
    std::uint32_t score_thousandths = 0;
    /// The words that they share.
    std::vector<std::string> reasons;
  };

  /// The last entry that it knows.
  Seq base_seq = 0;
  std::vector<One> best;
};

/// The suggestions as changes; none when nothing is different. Left out is what was answered
/// already, what people have linked or grouped themselves, and ideas that were taken back or
/// hidden; open suggestions that were not found again go. At most kSuggestionsMax are open.
Changes decide_suggested(const State& state, const FoundSuggestions& found);

inline constexpr std::size_t kSuggestionsMax = 63;

}  // namespace rebond
