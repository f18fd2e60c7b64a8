// Finds ideas that may be put together, from how alike they are in pairs.
#include "method/group_finder.h"

#include <algorithm>
#include <set>

#include "method/group_name.h"

namespace rebond {
namespace {

/// Ideas of a group are at least this alike on average.
constexpr double kAlikeMin = 0.2;
/// Two ideas are a link; more than eight are a subject, not a node.
constexpr std::size_t kIdeasMin = 3;
constexpr std::size_t kIdeasMax = 8;
/// Only so many of an idea's best pairs start a group.
constexpr std::size_t kPairsMax = 32;

/// The words, then the subject unless it is one of the words.
std::vector<std::string> texts_of(const CommonGround& ground) {
  std::vector<std::string> texts;
  for (const CommonPart& word : ground.words) texts.push_back(word.text);
  for (const CommonPart& subject : ground.subjects) {
    if (std::find(texts.begin(), texts.end(), subject.text) == texts.end()) {
      texts.push_back(subject.text);
    }
  }
  return texts;
}

}  // namespace

std::vector<GroupSuggestion> GroupFinder::find(std::span<const IdeaGroup> existing) {
  std::set<Id> grouped;
  for (const IdeaGroup& group : existing) grouped.insert(group.ideas.begin(), group.ideas.end());
  for (const auto& [id, held] : convergence_.held_) {
    if (!held.idea.unconventional && !grouped.contains(id)) open_.emplace(id, &held);
  }
  std::vector<GroupSuggestion> out;
  fit_into(existing, out);
  gather(out);
  std::stable_sort(out.begin(), out.end(), [](const auto& x, const auto& y) {
    return x.score != y.score ? x.score > y.score : x.ideas.front() < y.ideas.front();
  });
  return out;
}

void GroupFinder::fit_into(std::span<const IdeaGroup> existing, std::vector<GroupSuggestion>& out) {
  std::map<const IdeaGroup*, Cluster> newcomers;
  std::map<const IdeaGroup*, Cluster> members;
  for (const IdeaGroup& group : existing) {
    for (const Id id : group.ideas) {
      if (convergence_.held_.contains(id)) members[&group].push_back(id);
    }
  }
  for (const auto& [id, held] : open_) {
    const IdeaGroup* best = nullptr;
    double best_score = kAlikeMin;
    for (const IdeaGroup& group : existing) {
      const double score = likeness({id}, members[&group]);
      if (score < best_score || (best != nullptr && score == best_score)) continue;
      if (refuse_each_other({id}, members[&group])) continue;
      best = &group;
      best_score = score;
    }
    if (best != nullptr) newcomers[best].push_back(id);
  }
  for (const IdeaGroup& group : existing) {
    const Cluster& ideas = newcomers[&group];
    if (ideas.empty()) continue;
    Cluster all = members[&group];
    all.insert(all.end(), ideas.begin(), ideas.end());
    out.push_back(suggestion(group.id, ideas, all, likeness(ideas, members[&group])));
    for (const Id id : ideas) open_.erase(id);
  }
}

void GroupFinder::gather(std::vector<GroupSuggestion>& out) {
  std::map<Id, std::size_t> place;
  std::vector<Cluster> clusters;
  for (const auto& [id, held] : open_) {
    place[id] = clusters.size();
    clusters.push_back({id});
  }
  for (const Pair& pair : strong_pairs()) {
    const std::size_t one = place[pair.a];
    const std::size_t other = place[pair.b];
    if (one == other || !may_merge(clusters[one], clusters[other])) continue;
    for (const Id id : clusters[other]) {
      place[id] = one;
      clusters[one].push_back(id);
    }
    clusters[other].clear();
  }
  for (Cluster& cluster : clusters) {
    if (cluster.size() < kIdeasMin) continue;
    std::sort(cluster.begin(), cluster.end());
    out.push_back(suggestion(0, cluster, cluster, likeness(cluster, cluster)));
  }
}

/// Best first, each once.
std::vector<GroupFinder::Pair> GroupFinder::strong_pairs() const {
  std::vector<Pair> pairs;
  for (const auto& [id, held] : open_) {
    std::size_t taken = 0;
    for (const Likeness& other : held->alike) {
      if (taken == kPairsMax || other.score < kAlikeMin) break;
      if (!open_.contains(other.idea)) continue;
      ++taken;
      pairs.push_back({std::min(id, other.idea), std::max(id, other.idea), other.score});
    }
  }
  std::sort(pairs.begin(), pairs.end(), [](const Pair& x, const Pair& y) {
    if (x.score != y.score) return x.score > y.score;
    return x.a != y.a ? x.a < y.a : x.b < y.b;
  });
  return pairs;
}

bool GroupFinder::may_merge(const Cluster& one, const Cluster& other) const {
  return one.size() + other.size() <= kIdeasMax && likeness(one, other) >= kAlikeMin &&
         !refuse_each_other(one, other);
}

double GroupFinder::likeness(const Cluster& one, const Cluster& other) const {
  double sum = 0;
  std::size_t pairs = 0;
  for (const Id a : one) {
    for (const Id b : other) {
      const auto& held = convergence_.held_;
      if (held.at(a).idea.table == held.at(b).idea.table) continue;
      ++pairs;
      sum += convergence_.score_of(a, b);
    }
  }
  return pairs == 0 ? 0 : sum / static_cast<double>(pairs);
}

bool GroupFinder::refuse_each_other(const Cluster& one, const Cluster& other) const {
  return std::any_of(one.begin(), one.end(), [&](Id a) {
    return std::any_of(other.begin(), other.end(), [&](Id b) { return refused_.contains(a, b); });
  });
}

GroupSuggestion GroupFinder::suggestion(Id group, const Cluster& newcomers, const Cluster& all,
                                        double score) const {
  const CommonGround ground = convergence_.similarity_->common_ground(all);
  std::vector<std::string> reason = texts_of(ground);
  // Words that only look alike are no common ground, but they joined the first two.
  if (reason.empty()) reason = convergence_.similarity_->reasons(all.front(), all.back());
  std::string name = group_name(ground, all.size());
  if (name.empty() && !reason.empty()) name = reason.front();
  return {group, std::move(name), newcomers, score, std::move(reason)};
}

std::vector<GroupSuggestion> Convergence::groups(std::span<const IdeaGroup> existing,
                                                 const IdeaPairs& refused) const {
  return GroupFinder(*this, refused).find(existing);
}

std::string Convergence::name_of(std::span<const Id> ideas) const {
  return group_name(similarity_->common_ground(ideas), ideas.size());
}

}  // namespace rebond
