// Taking back one's own last action (rules UN).
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/founding.h"
#include "tests/core/commands.h"
#include "tests/core/harvest_commands.h"
#include "tests/core/matchers.h"

namespace rebond::test {
namespace {

constexpr auto kCard = v1::RECORD_KIND_CARD;
constexpr auto kNothing = v1::REJECTION_CODE_NOTHING_TO_UNDO;

struct TakingBack : ::testing::Test {
  Id run_of(Id card) const { return cafe.state.text(card).pieces()[0].run; }

  CafeBuilder cafe;
  Person& captain = cafe.as_captain(1);
  Person& neighbour = cafe.as_captain(2);
  Person& facilitator = cafe.as_facilitator();
};

TEST_F(TakingBack, UN1GoesBackStepByStepToTheFirst) {
  EXPECT_THAT(captain.send(undo()), Rejected(kNothing, "undo"));
  const Id card = captain.add_card("une");
  ASSERT_THAT(captain.send(set_card(card, {"eau"})), Accepted());
  ASSERT_THAT(captain.send(set_card(card, {"feu"})), Accepted());
  ASSERT_THAT(captain.send(undo()), Accepted());
  EXPECT_EQ(cafe.card(card).tags(0), "eau");
  EXPECT_EQ(cafe.entries.back().what(), v1::WHAT_UNDONE);
  EXPECT_EQ(cafe.entries.back().device(), captain.member().device);
  ASSERT_THAT(captain.send(undo()), Accepted());
  EXPECT_TRUE(cafe.card(card).tags().empty());
  ASSERT_THAT(captain.send(undo()), Accepted());
  EXPECT_TRUE(cafe.card(card).withdrawn());
  EXPECT_EQ(cafe.words(card), "une");
  EXPECT_THAT(captain.send(undo()), Rejected(kNothing, "undo"));
}

TEST_F(TakingBack, UN1OnlyTheOwnActions) {
  captain.add_card("une");
  EXPECT_THAT(neighbour.send(undo()), Rejected(kNothing, "undo"));
  EXPECT_THAT(facilitator.send(undo()), Rejected(kNothing, "undo"));
}

TEST_F(TakingBack, UN1TheLastTwentyAreKept) {
  const Id card = captain.add_card("une");
  for (int i = 0; i < 25; ++i) {
    ASSERT_THAT(captain.send(set_card(card, {std::to_string(i)})), Accepted());
  }
  for (int i = 0; i < 20; ++i) EXPECT_THAT(captain.send(undo()), Accepted());
  EXPECT_EQ(cafe.card(card).tags(0), "4");
  EXPECT_THAT(captain.send(undo()), Rejected(kNothing, "undo"));
}

TEST_F(TakingBack, UN1AtMost32KiBAreKept) {
  const Id card = captain.add_card("une");
  v1::Command long_tags = set_card(card);
  for (int i = 0; i < 12; ++i) {
    long_tags.mutable_set_card()->mutable_marks()->add_tags(std::string(100, 'm'));
  }
  for (int i = 0; i < 40; ++i) {
    long_tags.mutable_set_card()->mutable_marks()->set_tags(0, std::to_string(i));
    ASSERT_THAT(captain.send(long_tags), Accepted());
    EXPECT_LE(cafe.private_state.undo_of(captain.member().device).ByteSizeLong(), 32U * 1024);
  }
  EXPECT_THAT(captain.send(undo()), Accepted());
}

TEST_F(TakingBack, UN2WrittenWordsAreHiddenAndHiddenOnesShown) {
  const Id card = captain.add_card("une idée");
  const Id run = run_of(card);
  const Id more = captain.new_id();
  ASSERT_THAT(
      captain.send(edit(card, {insert(more, "vraiment ", at(run, 3)), hide({range(run, 0, 4)})})),
      Accepted());
  EXPECT_EQ(cafe.words(card), "vraiment idée");
  ASSERT_THAT(captain.send(undo()), Accepted());
  EXPECT_EQ(cafe.words(card), "une idée");
  EXPECT_TRUE(cafe.state.text(card).has_run(more));
}

TEST_F(TakingBack, UN2WhatWasHiddenBeforeStaysHidden) {
  const Id card = captain.add_card("une idée");
  const Id run = run_of(card);
  ASSERT_THAT(facilitator.send(edit(card, {hide({range(run, 0, 4)})})), Accepted());
  ASSERT_THAT(captain.send(edit(card, {hide({range(run, 2, 6)})})), Accepted());
  EXPECT_EQ(cafe.words(card), "ée");
  ASSERT_THAT(captain.send(undo()), Accepted());
  EXPECT_EQ(cafe.words(card), "idée");
  ASSERT_THAT(captain.send(edit(card, {show({range(run, 0, 6)})})), Accepted());
  ASSERT_THAT(captain.send(undo()), Accepted());
  EXPECT_EQ(cafe.words(card), "idée");
}

TEST_F(TakingBack, UN2WordsOfOthersStayWhenMineGo) {
  const Id card = captain.add_card("une idée");
  const Id mine = captain.new_id();
  ASSERT_THAT(captain.send(edit(card, {insert(mine, "ma ")})), Accepted());
  ASSERT_THAT(facilitator.send(edit(card, {insert(facilitator.new_id(), "[!]", at(mine, 0))})),
              Accepted());
  ASSERT_THAT(captain.send(undo()), Accepted());
  EXPECT_EQ(cafe.words(card), "[!]une idée");
}

TEST_F(TakingBack, UN2AReboundGoesWithItsLink) {
  const Id to = neighbour.add_card("avant");
  v1::Command rebound = captain.adding("après");
  v1::AddLink& link = *rebound.mutable_add_card()->mutable_rebound();
  link.set_link(captain.new_id());
  link.set_to(to);
  link.set_kind(v1::LINK_KIND_BUILDS_ON);
  ASSERT_THAT(captain.send(rebound), Accepted());
  ASSERT_THAT(captain.send(undo()), Accepted());
  EXPECT_TRUE(cafe.card(rebound.add_card().card()).withdrawn());
  EXPECT_TRUE(cafe.state.find<v1::Link>(link.link())->withdrawn());
}

TEST_F(TakingBack, UN2IdeasGoBackToWhereTheyWere) {
  const Id one = captain.add_card("un");
  const Id two = captain.add_card("deux");
  const Id water = captain.add_group("Eau", {one});
  const Id rain = captain.add_group("Pluie", {two, one});
  ASSERT_THAT(captain.send(undo()), Accepted());
  EXPECT_TRUE(cafe.state.find<v1::Group>(rain)->withdrawn());
  EXPECT_EQ(cafe.state.find<v1::Membership>(one)->group(), water);
  EXPECT_EQ(cafe.state.find<v1::Membership>(two)->group(), 0U);
}

TEST_F(TakingBack, UN2AMergeComesApart) {
  const Id one = captain.add_card("un");
  const Id water = captain.add_group("Eau");
  const Id rain = captain.add_group("Pluie", {one});
  ASSERT_THAT(captain.send(merge(rain, water)), Accepted());
  ASSERT_THAT(captain.send(undo()), Accepted());
  EXPECT_FALSE(cafe.state.find<v1::Group>(rain)->withdrawn());
  EXPECT_TRUE(cafe.state.find<v1::Group>(water)->other_names().empty());
  EXPECT_EQ(cafe.state.find<v1::Membership>(one)->group(), rain);
}

TEST_F(TakingBack, UN2TheFirstShowIsAsIfThereWereNone) {
  ASSERT_THAT(facilitator.send(show_view(v1::VIEW_MAP)), Accepted());
  ASSERT_THAT(facilitator.send(undo()), Accepted());
  EXPECT_EQ(cafe.state.find<v1::Show>(1)->view(), v1::VIEW_UNSPECIFIED);
}

TEST_F(TakingBack, UN2ATableAgreesAgainOnALineThatCameBack) {
  const Id id = captain.new_id();
  captain.new_id();
  ASSERT_THAT(captain.send(line(id, table_id(1), "un")), Accepted());
  ASSERT_THAT(captain.send(edit(id, {insert(captain.new_id(), "et ")})), Accepted());
  ASSERT_THAT(captain.send(validate(table_id(1))), Accepted());
  ASSERT_THAT(captain.send(undo()), Accepted());
  EXPECT_EQ(cafe.words(id), "un");
  EXPECT_FALSE(cafe.state.find<v1::Synthesis>(table_id(1))->validated());
  ASSERT_THAT(captain.send(validate(table_id(1))), Accepted());
  ASSERT_THAT(captain.send(undo()), Accepted());
  EXPECT_TRUE(cafe.state.find<v1::SynthesisLine>(id)->withdrawn());
  EXPECT_FALSE(cafe.state.find<v1::Synthesis>(table_id(1))->validated());
}

TEST_F(TakingBack, UN3NobodysLaterChangeIsUndone) {
  const Id card = captain.add_card("une");
  ASSERT_THAT(captain.send(set_card(card, {"eau"})), Accepted());
  ASSERT_THAT(facilitator.send(set_card(card, {"feu"})), Accepted());
  const Digest before = cafe.state.digest();
  const Outcome refused = captain.send(undo());
  EXPECT_THAT(refused, Rejected(kConflict, "undo.card"));
  EXPECT_THAT(refused.rejection->remedy(), ::testing::HasSubstr(std::to_string(card)));
  EXPECT_EQ(cafe.state.digest(), before);
}

TEST_F(TakingBack, UN3ThatStepIsDroppedAndTheOneBeforeIsNext) {
  const Id one = captain.add_card("un");
  const Id two = captain.add_card("deux");
  ASSERT_THAT(facilitator.send(set_card(two, {"feu"})), Accepted());
  ASSERT_THAT(captain.send(undo()), Rejected(kConflict, "undo.card"));
  ASSERT_THAT(captain.send(undo()), Accepted());
  EXPECT_TRUE(cafe.card(one).withdrawn());
  EXPECT_FALSE(cafe.card(two).withdrawn());
}

TEST_F(TakingBack, UN4GoingBackToAStepTurnsNoClockBack) {
  const Id first = cafe.step("round-1");
  cafe.go_to("move-1");
  const v1::Round ended = cafe.round(1);
  ASSERT_GT(ended.ended_at_ms(), 0);
  ASSERT_THAT(facilitator.send(undo()), Accepted());
  EXPECT_EQ(cafe.state.find<v1::Cafe>(1)->step(), first);
  EXPECT_EQ(cafe.round(1).SerializeAsString(), ended.SerializeAsString());
}

TEST_F(TakingBack, UN4AQuestionComesBackAndTheClockStays) {
  ASSERT_THAT(facilitator.send(set_cafe("Eau", "", true)), Accepted());
  ASSERT_THAT(facilitator.send(pause_round()), Accepted());
  ASSERT_THAT(facilitator.send(undo()), Accepted());
  EXPECT_EQ(cafe.state.find<v1::Cafe>(1)->theme(), "Propreté");
  EXPECT_TRUE(cafe.round(1).paused());
}

}  // namespace
}  // namespace rebond::test
