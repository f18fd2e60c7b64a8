// Whatever the order in which ideas came, changed and went, a refresh makes it the same.
#include <gmock/gmock.h>
#include <set>

#include "base/random.h"
#include "tests/method/random_ideas.h"

namespace rebond {
namespace {

/// All that suggestions say, in a form that can be compared.
std::string told(const std::vector<PairSuggestion>& pairs) {
  std::string out;
  for (const PairSuggestion& pair : pairs) {
    out += std::to_string(pair.a) + " " + std::to_string(pair.b) + " " + std::to_string(pair.score);
    for (const std::string& word : pair.reason) out += " " + word;
    out += "\n";
  }
  return out;
}

std::string told(const std::vector<GroupSuggestion>& groups) {
  std::string out;
  for (const GroupSuggestion& group : groups) {
    out += group.name + " " + std::to_string(group.score);
    for (const Id id : group.ideas) out += " " + std::to_string(id);
    out += "\n";
  }
  return out;
}

class RandomEvenings : public ::testing::TestWithParam<std::uint64_t> {
 protected:
  SeededRandom random_{GetParam()};
  testing::RandomIdeas words_{random_};

  /// One idea comes, changes or goes.
  void happen(Convergence& convergence, Id& next) {
    const Id some = 1 + random_.below(next + 1);
    switch (random_.below(5)) {
      case 0:
        return convergence.remove(some);
      case 1:
        return convergence.change(some, words_.text());
      default:
        convergence.add({++next, random_.below(4), words_.text(), random_.below(8) == 0});
    }
  }
};

TEST_P(RandomEvenings, AreSuggestedAsIfAllIdeasHadComeAtOnce) {
  Convergence grown("fr");
  Id next = 0;
  for (int i = 0; i < 120; ++i) {
    happen(grown, next);
    if (random_.below(20) == 0) grown.refresh();
  }
  grown.refresh();
  Convergence exact("fr");
  exact.load(grown.ideas());

  EXPECT_EQ(told(grown.pairs()), told(exact.pairs()));
  EXPECT_EQ(told(grown.groups()), told(exact.groups()));
}

TEST_P(RandomEvenings, SG4SG5SG6NeverBreakTheRulesOfASuggestion) {
  Convergence convergence("fr");
  Id next = 0;
  IdeaPairs refused;
  for (int i = 0; i < 120; ++i) {
    happen(convergence, next);
    refused.add(1 + random_.below(next + 1), 1 + random_.below(next + 1));
  }
  std::map<Id, ConvergingIdea> ideas;
  for (const ConvergingIdea& idea : convergence.ideas()) ideas[idea.id] = idea;

  const auto pairs = convergence.pairs(refused);
  EXPECT_LE(pairs.size(), ideas.size() / 2);
  std::set<std::pair<Id, Id>> seen;
  for (const PairSuggestion& pair : pairs) {
    EXPECT_NE(ideas.at(pair.a).table, ideas.at(pair.b).table);
    EXPECT_LT(pair.a, pair.b);
    EXPECT_TRUE(seen.emplace(pair.a, pair.b).second);
    EXPECT_FALSE(refused.contains(pair.a, pair.b));
    EXPECT_GE(pair.score, kConvergenceThreshold);
    EXPECT_LE(pair.score, 1);
    EXPECT_FALSE(pair.reason.empty());
  }
  std::set<Id> grouped;
  for (const GroupSuggestion& group : convergence.groups({}, refused)) {
    EXPECT_FALSE(group.name.empty());
    EXPECT_GE(group.ideas.size(), 3U);
    for (const Id id : group.ideas) {
      EXPECT_FALSE(ideas.at(id).unconventional);
      EXPECT_TRUE(grouped.insert(id).second);
    }
  }
}

TEST_P(RandomEvenings, SayOfOneIdeaWhatTheySayOfAll) {
  Convergence convergence("fr");
  Id next = 0;
  for (int i = 0; i < 80; ++i) happen(convergence, next);
  for (const PairSuggestion& pair : convergence.pairs()) {
    EXPECT_NE(told(convergence.pairs_of(pair.a)).find(told({pair})), std::string::npos);
    EXPECT_NE(told(convergence.pairs_of(pair.b)).find(told({pair})), std::string::npos);
  }
}

INSTANTIATE_TEST_SUITE_P(ConvergenceProperty, RandomEvenings,
                         ::testing::Range<std::uint64_t>(1, 31));

}  // namespace
}  // namespace rebond
