// Words as people write them: accents, apostrophes, capitals, pictograms, broken bytes.
#include "method/text_words.h"

#include <gmock/gmock.h>

#include "core/utf8.h"
#include "method/stemmer.h"
#include "method/word_weights.h"

namespace rebond {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> folded(std::string_view text) {
  std::vector<std::string> out;
  for (const TextWord& word : text_words(text)) out.push_back(word.folded);
  return out;
}

TEST(TextWords, PartAtBothApostrophesAndAtHyphens) {
  EXPECT_THAT(folded("l'eau, d’énergie, week-end"),
              ElementsAre("l", "eau", "d", "energie", "week", "end"));
}

TEST(TextWords, LoseCaseAccentsAndLigaturesButKeepTheWrittenForm) {
  const std::vector<TextWord> words = text_words("ÉTÉ Cœur ŒUF straße");
  ASSERT_EQ(words.size(), 4U);
  EXPECT_EQ(words[0].written, "ÉTÉ");
  EXPECT_EQ(words[0].folded, "ete");
  EXPECT_EQ(words[1].folded, "coeur");
  EXPECT_EQ(words[2].folded, "oeuf");
  EXPECT_EQ(words[3].folded, "strasse");
}

TEST(TextWords, AreTheSameComposedAndDecomposed) {
  EXPECT_EQ(folded("\u00E9nergie"), folded("e\u0301nergie"));
}

TEST(TextWords, OfPictogramsAndPunctuationAreNone) {
  EXPECT_THAT(folded("👍 !!! ++ ... °"), IsEmpty());
}

TEST(TextWords, OfBrokenBytesAreWhatStandsBetween) {
  EXPECT_THAT(folded("eau\xFF"
                     "pluie \xC3"),
              ElementsAre("eau", "pluie"));
  EXPECT_TRUE(is_utf8(repaired_utf8("eau\xFF\xC3")));
}

TEST(TextWords, OfOtherScriptsStayWhole) {
  EXPECT_THAT(folded("Вода, ماء 水"), ElementsAre("вода", "ماء", "水"));
}

TEST(TextWords, AreShortenedBetweenLetters) {
  EXPECT_EQ(shortened("éééé", 2), "éé…");
  EXPECT_EQ(shortened("éé", 2), "éé");
}

TEST(Stemmer, JoinsTheFormsOfAWord) {
  const Stemmer french("fr-FR");
  EXPECT_EQ(french.stem("dechets"), french.stem("dechet"));
  EXPECT_EQ(french.stem("recuperer"), french.stem("recuperation"));
  const Stemmer english("EN");
  EXPECT_EQ(english.stem("gardens"), english.stem("gardening"));
}

TEST(Stemmer, LeavesUnknownLanguagesAsTheyAre) {
  EXPECT_EQ(Stemmer("tlh").stem("qapla"), "qapla");
  EXPECT_EQ(Stemmer("").stem("eaux"), "eaux");
}

TEST(WordWeights, TakeOutWhatEveryWorkshopSays) {
  const WordWeights french("fr");
  for (const char* word : {"les", "permettrait", "favoriser", "developpement", "creer", "l", "7"}) {
    EXPECT_EQ(french.weight(word), 0) << word;
  }
  EXPECT_EQ(french.weight("quartier"), 0.5);
  EXPECT_EQ(french.weight("compost"), 1);
  EXPECT_EQ(WordWeights("en").weight("improving"), 0);
}

TEST(WordWeights, HalveNothingInALanguageWithoutLists) {
  EXPECT_EQ(WordWeights("it").weight("quartiere"), 1);
}

}  // namespace
}  // namespace rebond
