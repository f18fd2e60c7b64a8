// What a trace says, whatever it is written in.
#include "trace/document.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/founding.h"
#include "tests/trace/told_cafe.h"

namespace rebond::trace {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

/// The words of ideas, to read what a test expects.
std::vector<std::string> texts(const Document& document, const std::vector<Id>& ids) {
  std::vector<std::string> out;
  out.reserve(ids.size());
  for (const Id id : ids) out.push_back(document.idea(id).text);
  return out;
}

TEST(Document, TellsTheTablesInTheOrderOfTheRoom) {
  const Document document = ToldCafe(plan_with_tables({"Lilas", "Rose", "Iris"})).document();

  std::vector<std::string> names;
  for (const Table& table : document.tables) names.push_back(table.name);
  EXPECT_THAT(names, ElementsAre("Lilas", "Rose", "Iris"));
}

TEST(Document, TellsTheIdeasOfATableInTheOrderSaid) {
  ToldCafe cafe(plan_with_tables({"Lilas", "Rose"}));
  cafe.say(2, "un");
  cafe.say(1, "ailleurs");
  cafe.say(2, "deux");

  const Document document = cafe.document();
  ASSERT_THAT(document.tables[1].conversations, SizeIs(1));
  EXPECT_THAT(texts(document, document.tables[1].conversations[0].ideas),
              ElementsAre("un", "deux"));
}

TEST(Document, SetsTheRoundsOfATableApart) {
  ToldCafe cafe(plan_with_tables({"Lilas"}));
  cafe.say(1, "au premier tour");
  cafe.go_to_step("round-2");
  cafe.say(1, "au deuxième tour");
  v1::Card outside;
  outside.set_table(table_id(1));
  cafe.put(outside);

  const Document document = cafe.document();
  const std::vector<Conversation>& conversations = document.tables[0].conversations;
  ASSERT_THAT(conversations, SizeIs(3));
  EXPECT_EQ(document.round(conversations[0].round)->number, 1U);
  EXPECT_EQ(document.round(conversations[1].round)->number, 2U);
  EXPECT_EQ(document.round(conversations[2].round), nullptr);
}

TEST(Document, KeepsTheMarksThatATableGave) {
  ToldCafe cafe(plan_with_tables({"Lilas"}));
  v1::Marks marks;
  marks.set_unconventional(true);
  marks.set_question(true);
  marks.set_unanimous(true);
  marks.add_tags("eau");
  const Id id = cafe.say(1, "une idée", marks, "t1.1");

  const Document document = cafe.document();
  const Idea& idea = document.idea(id);
  EXPECT_TRUE(idea.unconventional && idea.question && idea.unanimous);
  EXPECT_FALSE(idea.late);
  EXPECT_THAT(idea.tags, ElementsAre("eau"));
  EXPECT_EQ(idea.plan_ref, "t1.1");
}

TEST(Document, KeepsWhatWasTakenBackInItsOwnPlace) {
  ToldCafe cafe(plan_with_tables({"Lilas"}));
  const Id kept = cafe.say(1, "gardée");
  const Id taken_back = cafe.say(1, "retirée");
  cafe.link(kept, taken_back, v1::LINK_KIND_BUILDS_ON);
  cafe.withdraw(v1::RECORD_KIND_CARD, taken_back);

  const Document document = cafe.document();
  EXPECT_THAT(document.tables[0].conversations[0].ideas, ElementsAre(kept));
  EXPECT_THAT(document.ungrouped, ElementsAre(kept));
  EXPECT_THAT(document.withdrawn.ideas, ElementsAre(taken_back));
  EXPECT_THAT(document.propositions, IsEmpty());
  EXPECT_THAT(document.withdrawn.propositions, SizeIs(1));
}

TEST(Document, CountsWhatIsHiddenAndTellsNothingOfIt) {
  ToldCafe cafe(plan_with_tables({"Lilas"}));
  const Id kept = cafe.say(1, "gardée");
  const Id hidden = cafe.say(1, "masquée");
  cafe.group("nœud", {hidden, kept});
  cafe.link(kept, hidden, v1::LINK_KIND_BUILDS_ON);
  cafe.hide(hidden);

  const Document document = cafe.document();
  EXPECT_THAT(document.ideas, SizeIs(1));
  EXPECT_THAT(document.groups[0].ideas, ElementsAre(kept));
  EXPECT_THAT(document.propositions, IsEmpty());
  EXPECT_EQ(document.hidden.ideas, 1U);
  EXPECT_EQ(document.hidden.propositions, 1U);
}

TEST(Document, HidesAnIdeaThatWasAlsoTakenBack) {
  ToldCafe cafe(plan_with_tables({"Lilas"}));
  const Id idea = cafe.say(1, "retirée et masquée");
  cafe.withdraw(v1::RECORD_KIND_CARD, idea);
  cafe.hide(idea);

  EXPECT_THAT(cafe.document().withdrawn.ideas, IsEmpty());
  EXPECT_EQ(cafe.document().hidden.ideas, 1U);
}

TEST(Document, CountsTheTablesThatCarriedAGroup) {
  ToldCafe cafe(plan_with_tables({"Lilas", "Rose", "Iris"}));
  const Id first = cafe.say(1, "eau");
  const Id again = cafe.say(1, "eau encore");
  const Id elsewhere = cafe.say(2, "pluie");
  const Id alone = cafe.say(3, "bancs");
  cafe.group("Eaux de pluie", {elsewhere, first, again});

  const Document document = cafe.document();
  EXPECT_THAT(document.groups[0].ideas, ElementsAre(elsewhere, first, again));
  EXPECT_EQ(document.groups[0].tables, 2U);
  EXPECT_THAT(document.ungrouped, ElementsAre(alone));
}

TEST(Document, AGroupThatWasTakenBackFreesItsIdeas) {
  ToldCafe cafe(plan_with_tables({"Lilas"}));
  const Id idea = cafe.say(1, "eau");
  const Id group = cafe.group("Eaux", {idea});
  cafe.withdraw(v1::RECORD_KIND_GROUP, group);

  const Document document = cafe.document();
  EXPECT_THAT(document.groups, IsEmpty());
  EXPECT_THAT(document.withdrawn.groups, SizeIs(1));
  EXPECT_THAT(document.ungrouped, ElementsAre(idea));
}

TEST(Document, AnIdeaOfATableThatIsGoneKeepsAPlace) {
  ToldCafe cafe(plan_with_tables({"Lilas"}));
  v1::Card card;
  card.set_table(table_id(77));
  cafe.put(card);

  EXPECT_THAT(cafe.document().tables, SizeIs(2));
}

}  // namespace
}  // namespace rebond::trace
