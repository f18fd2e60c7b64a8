// Which pairs are suggested, why, and which are not.
#include "method/convergence.h"

#include <gmock/gmock.h>

namespace rebond {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::IsEmpty;
using ::testing::SizeIs;

/// Ideas 1, 2, 3, …, each at the table of its place.
Convergence at_tables(const std::vector<std::pair<Id, std::string>>& ideas,
                      std::string_view language = "fr") {
  std::vector<ConvergingIdea> list;
  for (const auto& [table, text] : ideas) list.push_back({list.size() + 1, table, text, false});
  Convergence convergence(language);
  convergence.load(std::move(list));
  return convergence;
}

auto pair_of(Id a, Id b) {
  return AllOf(Field(&PairSuggestion::a, a), Field(&PairSuggestion::b, b));
}

TEST(Convergence, SG5JoinsWhatTwoTablesSayAndTellsTheSharedWords) {
  const Convergence convergence = at_tables({
      {1, "récupérer les eaux de pluie, la traiter, utiliser l'énergie scolaire"},
      {1, "pas d'éclairage permanent"},
      {2, "récupérer eaux de pluie pour nettoyage des parties communes"},
      {2, "plus de bancs pour profiter de la nature"},
  });
  const auto pairs = convergence.pairs();

  ASSERT_THAT(pairs, ElementsAre(pair_of(1, 3)));
  EXPECT_THAT(pairs[0].reason, ::testing::IsSupersetOf({"récupérer", "eaux", "pluie"}));
}

TEST(Convergence, SG4NeverJoinsIdeasOfOneTable) {
  EXPECT_THAT(at_tables({{1, "des bancs"}, {1, "des bancs"}, {2, "un compost"}}).pairs(),
              IsEmpty());
}

TEST(Convergence, ScoresTheSameTextAsOneAndPutsItFirst) {
  const Convergence convergence = at_tables({{1, "jardin partagé avec les enfants"},
                                             {1, "plus de bancs"},
                                             {2, "PLUS DE BANCS !"},
                                             {2, "un jardin pour les enfants"}});
  const auto pairs = convergence.pairs();

  ASSERT_THAT(pairs, SizeIs(2));
  EXPECT_THAT(pairs[0], pair_of(2, 3));
  EXPECT_EQ(pairs[0].score, 1);
  EXPECT_LT(pairs[1].score, 1);
}

TEST(Convergence, SG5NamesTheSubjectThatJoinsIdeasWithoutACommonWord) {
  const auto pairs = at_tables({{1, "éolienne sur les toits"},
                                {2, "travailler sur la géothermie"},
                                {3, "des bancs au soleil"}})
                         .pairs();

  ASSERT_THAT(pairs, ElementsAre(pair_of(1, 2)));
  EXPECT_THAT(pairs[0].reason, ElementsAre("énergies renouvelables"));
}

TEST(Convergence, ReadsOverTypingErrors) {
  const auto pairs = at_tables({{1, "réduction des jets de détritius"},
                                {2, "chacun ramasse les détritus"},
                                {2, "un thermostat"},
                                {1, "une voiture"}})
                         .pairs();

  ASSERT_THAT(pairs, ElementsAre(pair_of(1, 2)));
  EXPECT_THAT(pairs[0].reason, Contains("détritius"));
}

TEST(Convergence, ReadsEnglish) {
  const auto pairs = at_tables({{1, "we should develop more gardens"},
                                {2, "a shared garden behind the school"},
                                {2, "we should develop the buses"}},
                               "en")
                         .pairs();

  EXPECT_THAT(pairs, ElementsAre(pair_of(1, 2)));
}

TEST(Convergence, IsNotMovedByWhatEveryWorkshopSays) {
  EXPECT_THAT(at_tables({{1, "il faudrait permettre de développer les bancs"},
                         {2, "il faudrait permettre de développer le théâtre"}})
                  .pairs(),
              IsEmpty());
}

TEST(Convergence, SG4SuggestsAtMostHalfAsManyPairsAsIdeasBestFirst) {
  std::vector<std::pair<Id, std::string>> ideas;
  for (Id table = 1; table <= 4; ++table) {
    for (const char* text : {"des bancs", "des bancs au parc", "des bancs au parc fleuri"}) {
      ideas.emplace_back(table, text);
    }
  }
  const Convergence convergence = at_tables(ideas);
  const auto pairs = convergence.pairs();

  EXPECT_THAT(pairs, SizeIs(6));
  EXPECT_TRUE(std::is_sorted(pairs.begin(), pairs.end(),
                             [](const auto& x, const auto& y) { return x.score > y.score; }));
  EXPECT_THAT(convergence.pairs({}, 2), SizeIs(2));
}

TEST(Convergence, SG2GivesThePlaceOfARefusedPairToTheNextOne) {
  const Convergence convergence = at_tables({{1, "des bancs au parc"},
                                             {2, "des bancs au parc"},
                                             {3, "les bancs du square"},
                                             {1, "lire"}});
  IdeaPairs refused;
  refused.add(2, 1);
  const auto pairs = convergence.pairs(refused);

  EXPECT_THAT(pairs, Not(Contains(pair_of(1, 2))));
  EXPECT_THAT(pairs, Contains(pair_of(1, 3)));
}

TEST(Convergence, TellsWhatANewIdeaMeets) {
  Convergence convergence = at_tables({{1, "des bancs au parc"}, {1, "un compost"}, {2, "le bus"}});
  convergence.add({9, 2, "plus de bancs", false});

  EXPECT_THAT(convergence.pairs_of(9), ElementsAre(pair_of(1, 9)));
  EXPECT_THAT(convergence.pairs_of(2), IsEmpty());
  EXPECT_THAT(convergence.pairs_of(77), IsEmpty());
}

TEST(Convergence, FollowsNewWordsAndDepartures) {
  Convergence convergence = at_tables({{1, "des bancs"}, {2, "le bus"}, {2, "la danse"}});
  convergence.change(2, "plus de bancs");
  EXPECT_THAT(convergence.pairs(), ElementsAre(pair_of(1, 2)));

  convergence.remove(1);
  EXPECT_THAT(convergence.pairs(), IsEmpty());
  EXPECT_THAT(convergence.ideas(), SizeIs(2));
}

TEST(Convergence, AsksForARefreshAfterTheRootOfItsIdeas) {
  Convergence convergence("fr");
  std::vector<ConvergingIdea> ideas;
  for (Id id = 1; id <= 90; ++id)
    ideas.push_back({id, id % 3, "idée " + std::to_string(id), false});
  convergence.load(std::move(ideas));
  EXPECT_FALSE(convergence.refresh_due());

  for (Id id = 101; id <= 109; ++id) convergence.add({id, 1, "un compost", false});
  EXPECT_FALSE(convergence.refresh_due());
  convergence.add({110, 1, "un compost", false});
  EXPECT_TRUE(convergence.refresh_due());

  convergence.refresh();
  EXPECT_FALSE(convergence.refresh_due());
}

TEST(Convergence, TakesAnOrganisationsOwnThemes) {
  Result<ThemeList> themes = ThemeList::parse("loisirs: pétanque, belote", "fr");
  ASSERT_TRUE(themes.has_value());
  Convergence convergence("fr", std::move(*themes));
  convergence.load({{1, 1, "un terrain de pétanque", false}, {2, 2, "tournoi de belote", false}});

  const auto pairs = convergence.pairs();
  ASSERT_THAT(pairs, SizeIs(1));
  EXPECT_THAT(pairs[0].reason, ElementsAre("loisirs"));
}

}  // namespace
}  // namespace rebond
