// The trace as Markdown: readable as it is, and every word comes back.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/trace/hostile_words.h"
#include "tests/trace/markdown_reader.h"
#include "tests/trace/told_cafe.h"
#include "trace/markdown_text.h"
#include "trace/markdown_writer.h"

namespace rebond::trace {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::ElementsAreArray;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;
using ::testing::StartsWith;

std::vector<Section> sections_of(const ToldCafe& cafe) {
  return read_sections(write_markdown(cafe.document()));
}

Section section(const ToldCafe& cafe, std::string_view title) {
  for (const Section& one : sections_of(cafe)) {
    if (one.title == title) return one;
  }
  ADD_FAILURE() << "no section " << title;
  return {};
}

TEST(Markdown, HoldsTheRealCafeWordForWord) {
  const Plan plan = real_plan();
  ToldCafe cafe(plan);
  tell_ideas(plan, cafe);

  const std::vector<std::string> items = items_at(sections_of(cafe), 2);
  EXPECT_THAT(items, SizeIs(25));
  EXPECT_THAT(items, ElementsAreArray(words_of(plan)));
}

TEST(Markdown, KeepsHostileWordsCharacterForCharacter) {
  ToldCafe cafe(plan_with_tables({"Lilas"}));
  for (const std::string& words : hostile_words()) cafe.say(1, words);

  EXPECT_THAT(section(cafe, "Lilas").items, ElementsAreArray(hostile_words()));
}

TEST(Markdown, LeavesOrdinaryWordsAsTheyAre) {
  for (const std::string& words : words_of(real_plan())) EXPECT_EQ(markdown_text(words), words);
}

TEST(Markdown, BeginsWithItsTitleAndLanguage) {
  Plan plan = plan_with_tables({"Lilas"});
  plan.theme = "L'\"eau\"";
  EXPECT_THAT(
      write_markdown(ToldCafe(plan).document()),
      StartsWith("---\ntitle: \"L'\\\"eau\\\"\"\nlang: \"fr\"\ndate: \"2026-03-14\"\n---\n"));
}

TEST(Markdown, ANameWithSeveralLinesStaysOneHeading) {
  const ToldCafe cafe(plan_with_tables({"Lilas\n# Rose {#x} ##"}));
  EXPECT_THAT(sections_of(cafe)[1].title, "Lilas\n# Rose {#x} ##");
}

TEST(Markdown, SaysTheMarksBelowTheWords) {
  ToldCafe cafe(plan_with_tables({"Lilas"}));
  v1::Marks marks;
  marks.set_unanimous(true);
  marks.add_tags("eau *froide*");
  cafe.say(1, "une idée\nde deux lignes", marks);

  EXPECT_THAT(write_markdown(cafe.document()),
              HasSubstr("- une idée\\\n  de deux lignes\\\n"
                        "  *à l’unanimité · \\#eau \\*froide\\**\n"));
}

TEST(Markdown, APropositionReadsAsASentence) {
  ToldCafe cafe(plan_with_tables({"Lilas", "Rose"}));
  const Id from = cafe.say(1, "récupérer l'eau");
  const Id to = cafe.say(2, "nettoyer");
  cafe.link(from, to, v1::LINK_KIND_LEADS_TO);

  EXPECT_THAT(section(cafe, "Propositions").items,
              ElementsAre("récupérer l'eau — *permet* — nettoyer"));
}

TEST(Markdown, AGroupSaysHowManyTablesCarriedIt) {
  ToldCafe cafe(plan_with_tables({"Lilas", "Rose"}));
  const Id one = cafe.say(1, "eau");
  const Id two = cafe.say(2, "pluie");
  cafe.say(2, "bancs");
  cafe.group("Eaux de pluie", {one, two});

  EXPECT_THAT(write_markdown(cafe.document()), HasSubstr("2 idées, portées par 2 tables"));
  EXPECT_THAT(section(cafe, "Eaux de pluie").items, ElementsAre("eau", "pluie"));
  EXPECT_THAT(section(cafe, "Eaux de pluie").notes, ElementsAre("Lilas", "Rose"));
  EXPECT_THAT(section(cafe, "En dehors des nœuds").items, ElementsAre("bancs"));
}

TEST(Markdown, SeveralRoundsHaveAHeadingEach) {
  ToldCafe cafe(plan_with_tables({"Lilas"}));
  cafe.say(1, "d'abord");
  cafe.go_to_step("round-2");
  cafe.say(1, "ensuite");

  EXPECT_THAT(section(cafe, "Tour 1").items, ElementsAre("d'abord"));
  EXPECT_THAT(section(cafe, "Tour 2").items, ElementsAre("ensuite"));
}

TEST(Markdown, KeepsAtTheEndWhatWasTakenBack) {
  ToldCafe cafe(plan_with_tables({"Lilas"}));
  cafe.withdraw(v1::RECORD_KIND_CARD, cafe.say(1, "retirée"));

  EXPECT_THAT(section(cafe, "Ce qui a été retiré").items, ElementsAre("retirée"));
}

TEST(Markdown, CountsWhatIsHiddenWithoutAWordOfIt) {
  ToldCafe cafe(plan_with_tables({"Lilas"}));
  cafe.hide(cafe.say(1, "secret"));

  const std::string markdown = write_markdown(cafe.document());
  EXPECT_THAT(markdown, HasSubstr("1 idée masquée par l’animateur ne figure pas ici."));
  EXPECT_THAT(markdown, Not(HasSubstr("secret")));
}

TEST(Markdown, AnIdeaWhoseWordsWereTakenAwayHasItsPlace) {
  ToldCafe cafe(plan_with_tables({"Lilas"}));
  cafe.blank(cafe.say(1, "effacée"));

  EXPECT_THAT(section(cafe, "Lilas").items, ElementsAre("*(sans mots)*"));
}

TEST(Markdown, AnEmptyCafeSaysSoAtEachTable) {
  const std::string markdown = write_markdown(ToldCafe(plan_with_tables({"Lilas"})).document());
  EXPECT_THAT(markdown, HasSubstr("## Lilas\n\n*Aucune idée pour l’instant.*\n"));
  EXPECT_THAT(markdown, HasSubstr("1 table, 0 idée, 0 proposition, 0 nœud d’idées"));
}

TEST(Markdown, SpeaksEnglishInAnEnglishCafe) {
  Plan plan = plan_with_tables({"Lilac"});
  plan.language = "en";
  ToldCafe cafe(plan);
  cafe.link(cafe.say(1, "rain"), cafe.say(1, "garden"), v1::LINK_KIND_LEADS_TO);

  EXPECT_THAT(write_markdown(cafe.document()), HasSubstr("lang: \"en\""));
  EXPECT_THAT(section(cafe, "Propositions").items, ElementsAre("rain — *leads to* — garden"));
  EXPECT_THAT(section(cafe, "How this trace was made").level, 2);
}

}  // namespace
}  // namespace rebond::trace
