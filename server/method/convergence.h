// What ideas of different tables have in common: suggestions for links and for groups.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "method/idea_pairs.h"
#include "method/similarity.h"
#include "method/theme_list.h"

namespace rebond {

/// Pairs below this likeness are never suggested.
inline constexpr double kConvergenceThreshold = 0.12;
/// A pair is suggested when one idea is among this many best of the other.
inline constexpr std::size_t kConvergenceBest = 2;

/// What convergence knows of an idea.
struct ConvergingIdea {
  Id id = 0;
  Id table = 0;
  /// Any bytes.
  std::string text;
  /// Stands for itself: never put into a group by suggestion.
  bool unconventional = false;
};

/// Two ideas of different tables that may be worth a link.
struct PairSuggestion {
  /// a < b.
  Id a = 0;
  Id b = 0;
  /// 0 to 1.
  double score = 0;
  /// Words that people wrote and names of subjects, most telling first; 1 to 4 of them.
  std::vector<std::string> reason;
};

/// A group that exists.
struct IdeaGroup {
  Id id = 0;
  std::vector<Id> ideas;
};

/// Ideas that may be put together.
struct GroupSuggestion {
  /// The group that exists and would take the ideas in; 0 for a new one.
  Id group = 0;
  /// A name from the ideas' own words, such as "poules · composte".
  std::string name;
  /// In ascending order; without those that the group has already.
  std::vector<Id> ideas;
  /// The mean likeness, 0 to 1.
  double score = 0;
  std::vector<std::string> reason;
};

/// The suggestions of one café, kept up while ideas come. It suggests, people decide.
///
/// How rare a word is in this café is learnt at refresh() and frozen between: so a new idea is
/// cheap (it is compared with those that share something with it). After a refresh the suggestions
/// are those of a fresh object with the same ideas, whatever happened before. Pure: no clock, no
/// chance; ties go to the lower id. Not thread-safe.
class Convergence {
 public:
  /// By shared words and by the built-in theme list; `language` is a tag such as "fr" or "en-GB".
  explicit Convergence(std::string_view language);
  Convergence(std::string_view language, ThemeList themes);
  explicit Convergence(std::unique_ptr<Similarity> similarity);

  /// The exact suggestions' object for these ideas; their ids must differ. One refresh.
  void load(std::vector<ConvergingIdea> ideas);

  /// Takes a new idea in. Its id must be new.
  void add(ConvergingIdea idea);
  /// The idea's new words; nothing when it is not there.
  void change(Id id, std::string_view text);
  /// The idea's mark; nothing when it is not there.
  void mark(Id id, bool unconventional);
  /// Forgets an idea; nothing when it is not there.
  void remove(Id id);

  /// True when as many ideas came, changed or went since the last refresh as the root of their
  /// number.
  bool refresh_due() const;
  /// Learns anew what is rare and compares all with all: for 2 000 ideas some tenths of a second.
  /// A live café does this aside, on an object of its own: load(ideas()), then the ideas that came
  /// meanwhile, then swap.
  void refresh();

  /// All ideas, by ascending id.
  std::vector<ConvergingIdea> ideas() const;

  /// The best pairs, best first, at most half as many as there are ideas and at most `count_max`;
  /// none of `excluded`, which leave their places to the next ones.
  std::vector<PairSuggestion> pairs(const IdeaPairs& excluded = {},
                                    std::size_t count_max = SIZE_MAX) const;

  /// The same, of one idea: with its best ones, and with those for which it is among the best.
  std::vector<PairSuggestion> pairs_of(Id id, const IdeaPairs& excluded = {}) const;

  /// New groups of 3 to 8 ideas that are in no group, and ideas that fit into one that exists;
  /// best first. Never an unconventional idea, never a pair of `refused` together.
  std::vector<GroupSuggestion> groups(std::span<const IdeaGroup> existing = {},
                                      const IdeaPairs& refused = {}) const;

  /// A name for a group from its ideas' own words, 1 to 3 of them: "poules · composte". Empty when
  /// the ideas say nothing in common.
  std::string name_of(std::span<const Id> ideas) const;

 private:
  friend class GroupFinder;
  struct Held {
    ConvergingIdea idea;
    /// Of other tables and at least at the threshold; best first, then by ascending id.
    std::vector<Likeness> alike;
  };

  void meet(Held& held);
  void part(const Held& held);
  std::vector<Likeness> best_of(const Held& held, const IdeaPairs& excluded) const;
  bool is_best_of(Id id, Id other, const IdeaPairs& excluded) const;
  PairSuggestion suggestion(Id a, Id b, double score) const;
  /// 0 when they are of one table or below the threshold.
  double score_of(Id a, Id b) const;

  std::unique_ptr<Similarity> similarity_;
  std::map<Id, Held> held_;
  /// Ideas that came, changed or went since the last refresh.
  std::size_t news_ = 0;
};

}  // namespace rebond
