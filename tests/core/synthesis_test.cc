// Syntheses of the tables (rules SY).
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/founding.h"
#include "tests/core/commands.h"
#include "tests/core/harvest_commands.h"
#include "tests/core/matchers.h"

namespace rebond::test {
namespace {

using ::testing::ElementsAre;

constexpr auto kLine = v1::RECORD_KIND_SYNTHESIS_LINE;

struct SynthesisOfATable : ::testing::Test {
  Id add_line(const std::string& words, std::initializer_list<Id> cards = {}, Id after = 0) {
    const Id id = captain.new_id();
    captain.new_id();
    EXPECT_THAT(captain.send(line(id, table_id(1), words, cards, after)), Accepted());
    return id;
  }
  bool validated() const {
    const auto* synthesis = cafe.state.find<v1::Synthesis>(table_id(1));
    return synthesis != nullptr && synthesis->validated();
  }
  const v1::SynthesisLine& get(Id id) const { return *cafe.state.find<v1::SynthesisLine>(id); }

  CafeBuilder cafe;
  Person& captain = cafe.as_captain(1);
  Person& neighbour = cafe.as_captain(2);
  Id card = captain.add_card("des vélos");
};

TEST_F(SynthesisOfATable, SY1ALineHasWordsAndCitesIdeas) {
  const Id id = add_line("se déplacer autrement", {card});
  EXPECT_EQ(cafe.words(id), "se déplacer autrement");
  EXPECT_THAT(get(id).cards(), ElementsAre(card));
  EXPECT_EQ(get(id).table(), table_id(1));
}

TEST_F(SynthesisOfATable, SY1ItsWordsAreWrittenLikeThoseOfIdeas) {
  const Id id = add_line("des vélos");
  EXPECT_THAT(captain.send(edit(id, {insert(captain.new_id(), "Oui : ")})), Accepted());
  EXPECT_EQ(cafe.words(id), "Oui : des vélos");
  const Id run = cafe.state.text(card).pieces()[0].run;
  EXPECT_THAT(captain.send(copy(id, card, {range(run, 0, 3)}, captain.new_id())), Accepted());
  EXPECT_EQ(cafe.words(id), "desOui : des vélos");
  EXPECT_THAT(captain.send(line(make_id(captain.member().device, 900), table_id(1),
                                std::string(4'001, 'm'))),
              Rejected(kLimit, "add_line.text"));
}

TEST_F(SynthesisOfATable, SY1OnlyTheTableAndTheFacilitatorWriteIt) {
  const Id id = add_line("à nous");
  const Id theirs = neighbour.new_id();
  EXPECT_THAT(neighbour.send(line(theirs, table_id(1), "non")),
              Rejected(kForbidden, "add_line.table"));
  EXPECT_THAT(neighbour.send(edit(id, {insert(neighbour.new_id(), "non")})),
              Rejected(kForbidden, "edit_text.text"));
  EXPECT_THAT(neighbour.send(set_line(id, 0)), Rejected(kForbidden, "set_line.line"));
  EXPECT_THAT(neighbour.send(withdraw(kLine, id)), Rejected(kForbidden, "withdraw.what.id"));
  EXPECT_THAT(neighbour.send(validate(table_id(1))),
              Rejected(kForbidden, "validate_synthesis.table"));
  Person& facilitator = cafe.as_facilitator();
  EXPECT_THAT(facilitator.send(edit(id, {insert(facilitator.new_id(), "oui")})), Accepted());
}

TEST_F(SynthesisOfATable, SY1CitesWhatIsThereAndOnce) {
  EXPECT_THAT(captain.send(line(captain.new_id(), table_id(1), "?", {999})),
              Rejected(kNotFound, "add_line.cards"));
  EXPECT_THAT(captain.send(line(captain.new_id(), table_id(1), "?", {card, card})),
              Rejected(kConflict, "add_line.cards"));
}

TEST_F(SynthesisOfATable, SY1NoTwoThingsThatAreWrittenHaveOneId) {
  EXPECT_THAT(captain.send(line(card, table_id(1), "?")), Rejected(kConflict, "add_line.line"));
  const Id id = add_line("une ligne");
  v1::Command add = captain.adding("une idée");
  add.mutable_add_card()->set_card(id);
  EXPECT_THAT(captain.send(add), Rejected(kConflict, "add_card.card"));
}

TEST_F(SynthesisOfATable, SY2LinesAreOrderedByWhatTheyComeAfter) {
  const Id first = add_line("un");
  const Id second = add_line("deux", {}, first);
  EXPECT_EQ(get(second).after(), first);
  EXPECT_THAT(captain.send(set_line(second, 0, {card})), Accepted());
  EXPECT_EQ(get(second).after(), 0U);
  EXPECT_THAT(get(second).cards(), ElementsAre(card));
  EXPECT_THAT(captain.send(set_line(second, second)), Rejected(kConflict, "set_line.after"));
  const Id theirs = neighbour.new_id();
  ASSERT_THAT(neighbour.send(line(theirs, table_id(2), "ailleurs")), Accepted());
  EXPECT_THAT(captain.send(set_line(second, theirs)), Rejected(kNotFound, "set_line.after"));
}

TEST_F(SynthesisOfATable, SY3ATableAgreesOnItsLines) {
  add_line("un");
  ASSERT_THAT(captain.send(validate(table_id(1))), Accepted());
  EXPECT_TRUE(validated());
  EXPECT_EQ(cafe.state.find<v1::Synthesis>(table_id(1))->validated_at_ms(), cafe.now_ms);
  ASSERT_THAT(captain.send(validate(table_id(1), false)), Accepted());
  EXPECT_FALSE(validated());
}

TEST_F(SynthesisOfATable, SY3EveryChangeOfALineTakesTheAgreementBack) {
  const Id id = add_line("un");
  const Id another = captain.new_id();
  const Id run = cafe.state.text(id).pieces()[0].run;
  for (const v1::Command& change :
       {edit(id, {insert(captain.new_id(), "et ")}), edit(id, {hide({range(run, 0, 1)})}),
        copy(id, card, {range(cafe.state.text(card).pieces()[0].run, 0, 1)}, captain.new_id()),
        set_line(id, 0, {card}), withdraw(kLine, id), restore(kLine, id),
        line(another, table_id(1), "deux")}) {
    ASSERT_THAT(captain.send(validate(table_id(1))), Accepted());
    ASSERT_THAT(captain.send(change), Accepted());
    EXPECT_FALSE(validated()) << change.ShortDebugString();
  }
  EXPECT_THAT(neighbour.send(validate(table_id(2))), Accepted());
  EXPECT_THAT(captain.send(edit(another, {insert(captain.new_id(), "!")})), Accepted());
  EXPECT_TRUE(cafe.state.find<v1::Synthesis>(table_id(2))->validated());
}

}  // namespace
}  // namespace rebond::test
