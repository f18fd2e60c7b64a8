// The suggestions of one live café: its ideas put to the convergence, and the answer back.
#include "method/cafe_suggester.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace rebond {
namespace {

// Groups are a help of the second rank: most places are for links.
constexpr std::size_t kGroupsMax = 12;

std::uint32_t thousandths(double score) {
  return static_cast<std::uint32_t>(std::lround(score * 1'000));
}

bool differs(const ConvergingIdea& known, const IdeasToCompare::Idea& idea) {
  return known.table != idea.table;
}

std::vector<IdeaGroup> groups_of(const IdeasToCompare& ideas) {
  std::map<Id, IdeaGroup> groups;
  for (const IdeasToCompare::Idea& idea : ideas.ideas) {
    if (idea.group == 0) continue;
    groups[idea.group].id = idea.group;
    groups[idea.group].ideas.push_back(idea.card);
  }
  std::vector<IdeaGroup> list;
  for (auto& [id, group] : groups) list.push_back(std::move(group));
  return list;
}

}  // namespace

void CafeSuggester::take(const IdeasToCompare& ideas) {
  if (convergence_ == nullptr || language_ != ideas.language) {
    language_ = ideas.language;
    convergence_ = std::make_unique<Convergence>(language_);
    held_.clear();
  }
  std::map<Id, ConvergingIdea> now;
  for (const IdeasToCompare::Idea& idea : ideas.ideas) {
    now.emplace(idea.card, ConvergingIdea{idea.card, idea.table, idea.text, idea.unconventional});
    const auto known = held_.find(idea.card);
    if (known == held_.end()) {
      convergence_->add(now.at(idea.card));
    } else if (differs(known->second, idea)) {
      convergence_->remove(idea.card);
      convergence_->add(now.at(idea.card));
    } else {
      if (known->second.text != idea.text) convergence_->change(idea.card, idea.text);
      if (known->second.unconventional != idea.unconventional) {
        convergence_->mark(idea.card, idea.unconventional);
      }
    }
  }
  for (const auto& [id, idea] : held_) {
    if (!now.contains(id)) convergence_->remove(id);
  }
  held_ = std::move(now);
  if (convergence_->refresh_due()) convergence_->refresh();
}

FoundSuggestions CafeSuggester::suggest(const IdeasToCompare& ideas) {
  take(ideas);
  IdeaPairs settled;
  for (const auto& [a, b] : ideas.settled) settled.add(a, b);
  IdeaPairs refused;
  for (const auto& [a, b] : ideas.refused) refused.add(a, b);
  FoundSuggestions found;
  found.base_seq = ideas.base_seq;
  const std::vector<GroupSuggestion> groups = convergence_->groups(groups_of(ideas), refused);
  const std::size_t kept = std::min(groups.size(), kGroupsMax);
  for (const PairSuggestion& pair : convergence_->pairs(settled, kSuggestionsMax - kept)) {
    found.best.push_back({{pair.a, pair.b}, 0, "", thousandths(pair.score), pair.reason});
  }
  for (std::size_t i = 0; i < kept; ++i) {
    const GroupSuggestion& group = groups[i];
    found.best.push_back(
        {group.ideas, group.group, group.name, thousandths(group.score), group.reason});
  }
  std::stable_sort(found.best.begin(), found.best.end(), [](const auto& a, const auto& b) {
    return a.score_thousandths > b.score_thousandths;
  });
  return found;
}

}  // namespace rebond
