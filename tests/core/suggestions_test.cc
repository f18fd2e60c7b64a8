// The server suggests ideas that converge; only people link and group (rules SG).
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/suggested.h"
#include "tests/core/commands.h"
#include "tests/core/evening_commands.h"
#include "tests/core/matchers.h"

namespace rebond::test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

struct Suggestions : ::testing::Test {
  void SetUp() override {
    ASSERT_THAT(cafe.as_facilitator().send(ask_suggestions(true)), Accepted());
  }
  FoundSuggestions found(std::vector<std::vector<Id>> sets) const {
    FoundSuggestions all;
    all.base_seq = cafe.state.seq();
    for (std::vector<Id>& cards : sets)
      all.best.push_back({std::move(cards), 0, "eau", 700, {"eau"}});
    return all;
  }
  void suggest(std::vector<std::vector<Id>> sets) {
    const Changes changes = decide_suggested(cafe.state, found(std::move(sets)));
    if (!changes.changes.empty()) cafe.take_over(changes);
  }
  std::vector<Id> suggestions() const {
    std::vector<Id> ids;
    cafe.state.records().each<v1::Suggestion>(
        [&](Id id, const v1::Suggestion&) { ids.push_back(id); });
    return ids;
  }
  const v1::Suggestion& suggestion(Id id) const { return *cafe.state.find<v1::Suggestion>(id); }
  const v1::SuggestionRun& run() const { return *cafe.state.find<v1::SuggestionRun>(1); }

  CafeBuilder cafe;
  Person& captain = cafe.as_captain(1);
  Id rain = captain.add_card("récupérer les eaux de pluie");
  Id water = cafe.as_captain(2).add_card("récupérateur d'eau");
  Id bike = cafe.as_captain(3).add_card("vélo");
};

TEST_F(Suggestions, SG1AreAskedFor) {
  EXPECT_EQ(cafe.entries.back().what(), v1::WHAT_SUGGESTIONS_ASKED);
  EXPECT_TRUE(run().automatic());
  EXPECT_EQ(run().wanted_seq(), cafe.state.seq());
  suggest({{rain, water}});
  EXPECT_EQ(cafe.entries.back().what(), v1::WHAT_SUGGESTED);
  EXPECT_EQ(cafe.entries.back().device(), 0U);
  EXPECT_EQ(run().wanted_seq(), 0U);
  ASSERT_EQ(suggestions().size(), 1U);
  EXPECT_EQ(device_of(suggestions()[0]), 0U);
  const v1::Suggestion& open = suggestion(suggestions()[0]);
  EXPECT_THAT(open.cards(), ElementsAre(rain, water));
  EXPECT_THAT(open.reasons(), ElementsAre("eau"));
  EXPECT_EQ(open.score_thousandths(), 700U);
  EXPECT_EQ(open.state(), v1::SUGGESTION_STATE_OPEN);
}

TEST_F(Suggestions, SG1AcceptingMakesTheLink) {
  suggest({{rain, water}});
  const Id id = suggestions()[0];
  const Id made = captain.new_id();
  ASSERT_THAT(captain.send(accept_link(id, made)), Accepted());
  EXPECT_EQ(cafe.entries.back().what(), v1::WHAT_SUGGESTION_ACCEPTED);
  const v1::Link& link = *cafe.state.find<v1::Link>(made);
  EXPECT_EQ(link.from(), rain);
  EXPECT_EQ(link.to(), water);
  EXPECT_EQ(link.kind(), v1::LINK_KIND_SAME_AS);
  EXPECT_EQ(link.suggestion(), id);
  EXPECT_EQ(link.device(), captain.member().device);
  EXPECT_EQ(suggestion(id).state(), v1::SUGGESTION_STATE_ACCEPTED);
}

TEST_F(Suggestions, SG1AcceptingMakesTheGroupUnderItsNameOrTheirOwn) {
  suggest({{rain, water, bike}});
  const Id made = captain.new_id();
  ASSERT_THAT(captain.send(accept_group(suggestions()[0], made)), Accepted());
  EXPECT_EQ(cafe.state.find<v1::Group>(made)->name(), "eau");
  for (const Id card : {rain, water, bike}) {
    EXPECT_EQ(cafe.state.find<v1::Membership>(card)->group(), made);
  }
  CafeBuilder other;
  const Id a = other.as_captain(1).add_card("a");
  const Id b = other.as_captain(1).add_card("b");
  ASSERT_THAT(other.as_facilitator().send(ask_suggestions()), Accepted());
  FoundSuggestions pair;
  pair.base_seq = other.state.seq();
  pair.best = {{{a, b}, 0, "eau", 1, {}}};
  const Changes changes = decide_suggested(other.state, pair);
  other.take_over(changes);
  const Id named = other.as_captain(1).new_id();
  ASSERT_THAT(other.as_captain(1).send(accept_group(changes.changes[1].put().id(), named, "pluie")),
              Accepted());
  EXPECT_EQ(other.state.find<v1::Group>(named)->name(), "pluie");
}

TEST_F(Suggestions, SG1IdeasMayJoinAGroupThatIsThere) {
  const Id eau = captain.add_group("eau", {rain});
  FoundSuggestions more = found({{rain, water}});
  more.best[0].group = eau;
  cafe.take_over(decide_suggested(cafe.state, more));
  ASSERT_THAT(captain.send(accept_group(suggestions()[0])), Accepted());
  EXPECT_EQ(cafe.state.find<v1::Membership>(water)->group(), eau);
  EXPECT_EQ(cafe.state.find<v1::Membership>(water)->after(), rain);
}

TEST_F(Suggestions, SG1SayWhatIsWrong) {
  suggest({{rain, water, bike}});
  const Id id = suggestions()[0];
  EXPECT_THAT(captain.send(accept_link(make_id(7, 7), captain.new_id())),
              Rejected(kNotFound, "accept_suggestion.suggestion"));
  EXPECT_THAT(captain.send(refuse(make_id(7, 7))),
              Rejected(kNotFound, "refuse_suggestion.suggestion"));
  EXPECT_THAT(captain.send(accept_link(id, captain.new_id())),
              Rejected(kConflict, "accept_suggestion.link"));
  EXPECT_THAT(captain.send(accept_group(id)), Rejected(kMalformed, "accept_suggestion.link"));
  EXPECT_THAT(captain.send(accept_group(id, make_id(77, 1))),
              Rejected(kConflict, "accept_suggestion.group"));
  ASSERT_THAT(captain.send(withdraw(v1::RECORD_KIND_CARD, rain)), Accepted());
  EXPECT_THAT(captain.send(accept_group(id, captain.new_id())),
              Rejected(kTargetWithdrawn, "accept_suggestion.suggestion"));
}

TEST_F(Suggestions, SC2AreAnsweredWhereTheStepAllowsIt) {
  suggest({{rain, water}, {rain, bike}});
  cafe.go_to("thanks");
  cafe.pass(100'000);
  EXPECT_THAT(captain.send(accept_link(suggestions()[0], captain.new_id())),
              Rejected(kRoundClosed, "accept_suggestion"));
  EXPECT_THAT(captain.send(refuse(suggestions()[0])), Rejected(kRoundClosed, "refuse_suggestion"));
}

TEST_F(Suggestions, SG2WhatWasRefusedNeverComesBack) {
  suggest({{rain, water}});
  const Id id = suggestions()[0];
  ASSERT_THAT(captain.send(refuse(id)), Accepted());
  EXPECT_EQ(cafe.entries.back().what(), v1::WHAT_SUGGESTION_REFUSED);
  EXPECT_EQ(suggestion(id).state(), v1::SUGGESTION_STATE_REFUSED);
  suggest({{water, rain}, {rain, bike}});
  EXPECT_EQ(suggestions().size(), 2U);
  EXPECT_EQ(suggestion(id).state(), v1::SUGGESTION_STATE_REFUSED) << "and it is remembered";
  EXPECT_THAT(captain.send(accept_link(id, captain.new_id())),
              Rejected(kConflict, "accept_suggestion.suggestion"));
}

TEST_F(Suggestions, SG2NothingThatPeopleHaveDoneThemselves) {
  const Id tie = captain.add_link(water, rain);
  captain.add_group("roues", {bike, rain});
  EXPECT_THAT(suggestions(), IsEmpty());
  suggest({{rain, water}, {rain, bike}});
  EXPECT_THAT(suggestions(), IsEmpty());
  ASSERT_THAT(captain.send(withdraw(v1::RECORD_KIND_LINK, tie)), Accepted());
  suggest({{rain, water}});
  EXPECT_EQ(suggestions().size(), 1U);
}

TEST_F(Suggestions, SG2NoIdeaThatWasTakenBackOrHidden) {
  ASSERT_THAT(captain.send(withdraw(v1::RECORD_KIND_CARD, rain)), Accepted());
  ASSERT_THAT(cafe.as_facilitator().send(hide_card(bike)), Accepted());
  suggest({{rain, water}, {bike, water}, {water, make_id(7, 7)}, {water, water}, {water}});
  EXPECT_THAT(suggestions(), IsEmpty());
}

TEST_F(Suggestions, SG3ThoseThatAreNotFoundAnyMoreGo) {
  suggest({{rain, water}, {rain, bike}});
  const std::vector<Id> before = suggestions();
  suggest({{rain, water}});
  EXPECT_THAT(suggestions(), ElementsAre(before[0]));
}

TEST_F(Suggestions, SG3TheSameAgainIsNoEntry) {
  suggest({{rain, water}});
  EXPECT_THAT(decide_suggested(cafe.state, found({{rain, water}})).changes, IsEmpty());
}

TEST_F(Suggestions, SG3AtMost63AreOpen) {
  std::vector<std::vector<Id>> pairs;
  for (int i = 0; i < 80; ++i) pairs.push_back({rain, captain.add_card("idée")});
  suggest(pairs);
  EXPECT_EQ(suggestions().size(), 63U);
  suggest({pairs.begin() + 10, pairs.end()});
  EXPECT_EQ(suggestions().size(), 63U);
}

TEST_F(Suggestions, SG3ComeOnlyWhenSomebodyAsked) {
  CafeBuilder quiet;
  FoundSuggestions some;
  some.base_seq = quiet.state.seq();
  EXPECT_THAT(decide_suggested(quiet.state, some).changes, IsEmpty());
}

TEST_F(Suggestions, CompareIdeasThatAreShown) {
  const Id gone = captain.add_card("reprise");
  ASSERT_THAT(captain.send(withdraw(v1::RECORD_KIND_CARD, gone)), Accepted());
  const Id eau = captain.add_group("eau", {rain});
  const IdeasToCompare ideas = ideas_to_compare(cafe.state);
  EXPECT_EQ(ideas.base_seq, cafe.state.seq());
  EXPECT_EQ(ideas.language, "fr");
  std::vector<Id> cards;
  for (const auto& idea : ideas.ideas) cards.push_back(idea.card);
  EXPECT_THAT(cards, UnorderedElementsAre(rain, water, bike));
  EXPECT_EQ(ideas.ideas[0].card, rain);
  EXPECT_EQ(ideas.ideas[0].group, eau);
  EXPECT_EQ(ideas.ideas[0].text, "récupérer les eaux de pluie");
}

}  // namespace
}  // namespace rebond::test
