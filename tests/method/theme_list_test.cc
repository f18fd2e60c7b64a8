// Theme lists as organisations write them.
#include "method/theme_list.h"

#include <gmock/gmock.h>

namespace rebond {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

ThemeList list_of(std::string_view text, std::string_view language = "fr") {
  Result<ThemeList> list = ThemeList::parse(text, language);
  EXPECT_TRUE(list.has_value()) << describe(list.error());
  return std::move(*list);
}

std::vector<std::string> themes(const ThemeList& list, std::string_view text) {
  std::vector<std::string> names;
  for (const std::uint32_t theme : list.themes_of(text_words(text))) {
    names.push_back(list.name(theme));
  }
  return names;
}

TEST(ThemeList, KnowsAWordInItsFormsWhateverTheAccents) {
  const ThemeList list = list_of("chauffage: température, pull");

  for (const char* text : {"TEMPERATURE excessive", "les températures", "deux pulls"}) {
    EXPECT_THAT(themes(list, text), ElementsAre("chauffage")) << text;
  }
  EXPECT_THAT(themes(list, "un pullman"), IsEmpty());
}

TEST(ThemeList, TakesAllWordsThatBeginAlike) {
  const ThemeList list = list_of("propreté: nettoy*");

  EXPECT_THAT(themes(list, "un nettoyage, nettoyer"), ElementsAre("propreté"));
  EXPECT_THAT(themes(list, "net"), IsEmpty());
}

TEST(ThemeList, TakesSeveralWordsInTheirOrderOnly) {
  const ThemeList list = list_of("énergies: pompe à chaleur, chauffe-eau sol*");

  EXPECT_THAT(themes(list, "des pompes à chaleur"), ElementsAre("énergies"));
  EXPECT_THAT(themes(list, "un chauffe eau solaire"), ElementsAre("énergies"));
  EXPECT_THAT(themes(list, "la chaleur à la pompe"), IsEmpty());
  EXPECT_THAT(themes(list, "une pompe"), IsEmpty());
}

TEST(ThemeList, HasALanguagesLinesAndThoseAboveAllHeadings) {
  const std::string text = "both: logo\n[fr]\neau: pluie\n# remark\n[en]\nwater: rain\n";

  EXPECT_THAT(themes(list_of(text, "fr-BE"), "logo pluie rain"), ElementsAre("both", "eau"));
  EXPECT_THAT(themes(list_of(text, "en"), "logo pluie rain"), ElementsAre("both", "water"));
}

TEST(ThemeList, ReadsWhatOfficesSave) {
  EXPECT_THAT(themes(list_of("\xEF\xBB\xBF[fr]\r\neau: pluie\r\n"), "pluie"), ElementsAre("eau"));
}

TEST(ThemeList, RefusesALineWithoutANameAndSaysWhich) {
  const Result<ThemeList> list = ThemeList::parse("# ours\neau pluie\n", "fr");

  ASSERT_FALSE(list.has_value());
  EXPECT_EQ(list.error().field, "themes, line 2");
  EXPECT_THAT(list.error().message, HasSubstr("name: word, word"));
}

TEST(ThemeList, RefusesWhatIsNoUtf8) {
  EXPECT_FALSE(ThemeList::parse("eau: \xFF", "fr").has_value());
}

TEST(ThemeList, BuiltInOnesCoverTheLandlordsSubjects) {
  const ThemeList french = ThemeList::built_in("fr");
  EXPECT_THAT(themes(french, "éolienne sur les toits"), ElementsAre("énergies renouvelables"));
  EXPECT_THAT(themes(french, "travailler sur la géothermie"),
              ::testing::Contains("énergies renouvelables"));
  EXPECT_GT(ThemeList::built_in("en").size(), 40U);
  EXPECT_EQ(ThemeList::built_in("it").size(), 0U);
}

}  // namespace
}  // namespace rebond
