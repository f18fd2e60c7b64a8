// Finds ideas that may be put together, from how alike they are in pairs.
#pragma once

#include <map>
#include <span>
#include <vector>

#include "method/convergence.h"

namespace rebond {

/// One search for groups in a Convergence, which must outlive it.
///
/// An idea joins a group when it is alike to it on average: over all its pairs with members of
/// other tables. Ideas of one table are never compared, so a group always joins tables.
class GroupFinder {
 public:
  GroupFinder(const Convergence& convergence, const IdeaPairs& refused)
      : convergence_(convergence), refused_(refused) {}

  std::vector<GroupSuggestion> find(std::span<const IdeaGroup> existing);

 private:
  using Cluster = std::vector<Id>;
  struct Pair {
    Id a = 0;
    Id b = 0;
    double score = 0;
  };

  void fit_into(std::span<const IdeaGroup> existing, std::vector<GroupSuggestion>& out);
  void gather(std::vector<GroupSuggestion>& out);
  std::vector<Pair> strong_pairs() const;
  bool may_merge(const Cluster& one, const Cluster& other) const;
  /// The mean likeness of the pairs between the two, 0 when they are of one table.
  double likeness(const Cluster& one, const Cluster& other) const;
  bool refuse_each_other(const Cluster& one, const Cluster& other) const;
  GroupSuggestion suggestion(Id group, const Cluster& newcomers, const Cluster& all,
                             double score) const;

  const Convergence& convergence_;
  const IdeaPairs& refused_;
  /// The ideas that may still join a group.
  std::map<Id, const Convergence::Held*> open_;
};

}  // namespace rebond
