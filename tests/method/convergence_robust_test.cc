// Texts as they come: empty, endless, broken, in any script.
#include <gmock/gmock.h>

#include "core/utf8.h"
#include "method/convergence.h"

namespace rebond {
namespace {

using ::testing::Each;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

std::vector<PairSuggestion> pairs_of_two(const std::string& one, const std::string& other) {
  Convergence convergence("fr");
  convergence.load({{1, 1, one, false}, {2, 2, other, false}});
  return convergence.pairs();
}

class AnyText : public ::testing::TestWithParam<std::string> {};

TEST_P(AnyText, SG5MeetsItselfAtAnotherTableWithAScoreOfOneAndAReason) {
  const auto pairs = pairs_of_two(GetParam(), GetParam());

  ASSERT_THAT(pairs, SizeIs(1));
  EXPECT_EQ(pairs[0].score, 1);
  ASSERT_THAT(pairs[0].reason, Not(IsEmpty()));
  EXPECT_LE(pairs[0].reason.size(), 4U);
  for (const std::string& word : pairs[0].reason) {
    EXPECT_TRUE(is_utf8(word));
    EXPECT_LE(code_points(word), 61U);
    EXPECT_NE(word, "");
  }
}

INSTANTIATE_TEST_SUITE_P(Convergence, AnyText,
                         ::testing::Values("oui", "pas d'accord", "25", "7", "l'", "👍",
                                           "👩‍👩‍👧", "?", "水を大切に", "Вода для всех",
                                           "ماء للجميع", "पानी", "eau\xFFpluie", "\xFF\xFE", "ß",
                                           "\"balcons fleuris", "+++ de communication",
                                           std::string(2'000, 'a'), "=1+1",
                                           std::string("nul\0nul", 7)));

TEST(ConvergenceRobust, EmptyIdeasMeetNobody) {
  EXPECT_THAT(pairs_of_two("", ""), IsEmpty());
  EXPECT_THAT(pairs_of_two(" \n\t", " "), IsEmpty());
  EXPECT_THAT(pairs_of_two("", "un compost"), IsEmpty());
}

TEST(ConvergenceRobust, UnlikeTextsMeetNobody) {
  EXPECT_THAT(pairs_of_two("👍", "👎"), IsEmpty());
  EXPECT_THAT(pairs_of_two(std::string(2'000, 'a'), "un compost"), IsEmpty());
}

TEST(ConvergenceRobust, ManyCopiesOfOneTextAreSuggestedOnceEachWay) {
  std::vector<ConvergingIdea> ideas;
  for (Id id = 1; id <= 40; ++id) ideas.push_back({id, id % 4, "plus de bancs", false});
  Convergence convergence("fr");
  convergence.load(std::move(ideas));
  const auto pairs = convergence.pairs();

  EXPECT_THAT(pairs, SizeIs(20));
  EXPECT_THAT(pairs, Each(::testing::Field(&PairSuggestion::score, 1)));
  EXPECT_EQ(pairs[0].a, 1U);
  EXPECT_EQ(pairs[0].b, 2U);
}

TEST(ConvergenceRobust, AnEmptyCafeHasNoSuggestions) {
  Convergence convergence("fr");
  convergence.refresh();

  EXPECT_FALSE(convergence.refresh_due());
  EXPECT_THAT(convergence.pairs(), IsEmpty());
  EXPECT_THAT(convergence.groups(), IsEmpty());
}

}  // namespace
}  // namespace rebond
