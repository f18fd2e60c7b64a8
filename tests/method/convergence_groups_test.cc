// Groups that are suggested, and their names.
#include <gmock/gmock.h>

#include "method/convergence.h"

namespace rebond {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

const std::vector<ConvergingIdea> kIdeas = {
    {1, 1, "composte pour les déchets avec les poules", false},
    {2, 2, "les poules du composte, on les mange tous ensemble", false},
    {3, 3, "composte : tout n'est pas à composter", false},
    {4, 1, "thermostat dans chaque logement", false},
    {5, 2, "un thermostat plutôt qu'ouvrir les fenêtres", false},
    {6, 3, "plus de bancs", false},
    {7, 3, "thermostat et isolation", false},
};

Convergence with(std::vector<ConvergingIdea> ideas) {
  Convergence convergence("fr");
  convergence.load(std::move(ideas));
  return convergence;
}

auto ideas_are(const std::vector<Id>& ids) {
  return Field(&GroupSuggestion::ideas, ids);
}

TEST(ConvergenceGroups, GatherWhatTablesSayUnderANameOfTheirOwnWords) {
  const auto groups = with(kIdeas).groups();

  ASSERT_THAT(groups, SizeIs(2));
  EXPECT_THAT(groups, Contains(AllOf(ideas_are({1, 2, 3}),
                                     Field(&GroupSuggestion::name, "composte · poules"))));
  EXPECT_THAT(groups,
              Contains(AllOf(ideas_are({4, 5, 7}), Field(&GroupSuggestion::name, "thermostat"))));
  for (const GroupSuggestion& group : groups) {
    EXPECT_EQ(group.group, 0U);
    EXPECT_THAT(group.reason, Not(IsEmpty()));
  }
}

TEST(ConvergenceGroups, SG6LeaveUnconventionalIdeasAlone) {
  Convergence convergence = with(kIdeas);
  convergence.mark(2, true);
  EXPECT_THAT(convergence.groups(), ElementsAre(ideas_are({4, 5, 7})));

  convergence.mark(2, false);
  EXPECT_THAT(convergence.groups(), Contains(ideas_are({1, 2, 3})));
}

TEST(ConvergenceGroups, OfferAnIdeaToTheGroupThatItFitsInto) {
  const std::vector<IdeaGroup> existing = {{70, {1, 3}}, {71, {6}}};
  const auto groups = with(kIdeas).groups(existing);

  EXPECT_THAT(groups, Contains(AllOf(Field(&GroupSuggestion::group, 70), ideas_are({2}))));
  EXPECT_THAT(groups, Contains(AllOf(Field(&GroupSuggestion::group, 0), ideas_are({4, 5, 7}))));
  EXPECT_THAT(groups, SizeIs(2));
}

TEST(ConvergenceGroups, SG6TakeNothingOutOfAGroup) {
  const std::vector<IdeaGroup> existing = {
      {70, {1}}, {71, {2}}, {72, {3}}, {73, {4, 99}}, {74, {}}};
  const auto groups = with(kIdeas).groups(existing);

  EXPECT_THAT(groups, ElementsAre(AllOf(Field(&GroupSuggestion::group, 73), ideas_are({5, 7}))));
}

TEST(ConvergenceGroups, KeepARefusedPairApart) {
  IdeaPairs refused;
  refused.add(4, 5);
  refused.add(1, 2);
  for (const GroupSuggestion& group : with(kIdeas).groups({}, refused)) {
    EXPECT_THAT(group, Not(ideas_are({4, 5, 7})));
    EXPECT_THAT(group, Not(ideas_are({1, 2, 3})));
  }
}

TEST(ConvergenceGroups, SG6HoldAtMostEightIdeas) {
  std::vector<ConvergingIdea> ideas;
  for (Id id = 1; id <= 30; ++id) ideas.push_back({id, id % 5, "plus de bancs", false});
  const auto groups = with(std::move(ideas)).groups();

  EXPECT_THAT(groups, SizeIs(::testing::Ge(4U)));
  for (const GroupSuggestion& group : groups) EXPECT_LE(group.ideas.size(), 8U);
}

TEST(ConvergenceGroups, AreNamedAfterTheirSubjectWhenTheyShareNoWord) {
  const Convergence convergence =
      with({{1, 1, "éolienne sur les toits", false}, {2, 2, "la géothermie", false}});

  const std::vector<Id> both = {1, 2};
  EXPECT_EQ(convergence.name_of(both), "énergies renouvelables");
}

TEST(ConvergenceGroups, HaveNoNameWithoutCommonGround) {
  const Convergence convergence =
      with({{1, 1, "éolienne sur les toits", false}, {2, 2, "des bancs", false}});

  const std::vector<Id> both = {1, 2, 3};
  EXPECT_EQ(convergence.name_of(both), "");
}

}  // namespace
}  // namespace rebond
