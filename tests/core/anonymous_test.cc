// Ideas that are nobody's (rules AN).
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/founding.h"
#include "core/personal.h"
#include "tests/core/commands.h"
#include "tests/core/harvest_commands.h"
#include "tests/core/history_of.h"
#include "tests/core/matchers.h"

namespace rebond::test {
namespace {

using ::testing::ElementsAre;

constexpr auto kCard = v1::RECORD_KIND_CARD;

struct AnonymousIdeas : ::testing::Test {
  AnonymousIdeas() {
    EXPECT_THAT(facilitator.send(set_anonymous(cafe.step("round-1"))), Accepted());
  }
  /// The ids of what was said: card, run, and a link when there was one.
  std::vector<Id> said(Person& person, const v1::Command& adding) {
    const Outcome outcome = person.send(adding);
    EXPECT_THAT(outcome, Accepted());
    return outcome.changes.ids;
  }

  CafeBuilder cafe;
  Person& facilitator = cafe.as_facilitator();
  Person& captain = cafe.as_captain(1);
  Person& ana = cafe.as_guest("Ana");
  Person& bob = cafe.as_guest("Bob");
};

TEST_F(AnonymousIdeas, AN1AGuestsIdeaIsNobodysInAnAnonymousStep) {
  const Id id = said(ana, ana.adding("on a peur"))[0];
  EXPECT_TRUE(cafe.card(id).anonymous());
  EXPECT_EQ(cafe.words(id), "on a peur");
  EXPECT_EQ(cafe.card(id).table(), table_id(1));
  EXPECT_EQ(cafe.card(id).round(), cafe.round_id(1));
  cafe.go_to("round-2");
  cafe.pass(100'000);
  const Id open = ana.add_card("c'est moi");
  EXPECT_FALSE(cafe.card(open).anonymous());
  EXPECT_EQ(cafe.card(open).scribe(), ana.participant());
}

TEST_F(AnonymousIdeas, AN1ItStaysSoWhenItComesAfterItsRound) {
  v1::Command late = ana.adding("on a peur");
  late.set_base_seq(cafe.state.seq());
  cafe.go_to("move-1");
  const Id id = said(ana, late)[0];
  EXPECT_TRUE(cafe.card(id).anonymous());
  EXPECT_EQ(cafe.card(id).round(), cafe.round_id(1));
}

TEST_F(AnonymousIdeas, AN1ACaptainNamesNobodyAndIsTheTable) {
  v1::Command adding = captain.adding("quelqu'un a peur");
  adding.mutable_add_card()->set_voice(ana.participant());
  ASSERT_THAT(captain.send(adding), Accepted());
  const v1::Card& card = cafe.card(adding.add_card().card());
  EXPECT_EQ(card.voice(), 0U);
  EXPECT_FALSE(card.anonymous());
  EXPECT_EQ(card.device(), captain.member().device);
}

TEST_F(AnonymousIdeas, AN2NothingThatIsToldLeadsToTheAuthor) {
  const Id to = captain.add_card("avant");
  const Id before = cafe.state.seq();
  v1::Command rebound = ana.adding("je rebondis");
  v1::AddCard& add = *rebound.mutable_add_card();
  add.set_voice(ana.participant());
  add.set_plan_ref("ana.1");
  add.mutable_rebound()->set_link(ana.new_id());
  add.mutable_rebound()->set_to(to);
  add.mutable_rebound()->set_kind(v1::LINK_KIND_BUILDS_ON);
  const std::vector<Id> ids = said(ana, rebound);
  ASSERT_EQ(ids.size(), 3U);
  for (const Id id : ids) EXPECT_EQ(device_of(id), 0U);
  EXPECT_EQ(cafe.state.find<v1::Link>(ids[2])->from(), ids[0]);
  EXPECT_EQ(cafe.state.find<v1::Link>(ids[2])->to(), to);

  ASSERT_EQ(cafe.state.seq(), before + 1);
  const v1::Entry& entry = cafe.entries.back();
  EXPECT_EQ(entry.device(), 0U);
  EXPECT_EQ(entry.command(), 0U);
  EXPECT_EQ(entry.actor(), 0U);
  History told;
  told.entries.push_back(entry_element(entry));
  EXPECT_FALSE(holds_number(told, ana.participant()));
  EXPECT_FALSE(holds_device(told, ana.member().device));
  EXPECT_EQ(cafe.card(ids[0]).plan_ref(), "");
}

TEST_F(AnonymousIdeas, AN2ANewDeviceIsNotIntroducedByIt) {
  Member phone = ana.member();
  phone.device += 50;
  EXPECT_EQ(cafe.state.find<v1::Device>(phone.device), nullptr);
  const Context context{cafe.state,           cafe.private_state, cafe.limits,      phone,
                        cafe.state.seq() + 1, cafe.now_ms,        cafe.state.seq(), 1};
  v1::Command adding = ana.adding("on a peur");
  adding.mutable_add_card()->set_card(make_id(phone.device, 1));
  adding.mutable_add_card()->set_run(make_id(phone.device, 2));
  const Decision decision = decide(adding, context);
  ASSERT_TRUE(std::holds_alternative<Changes>(decision));
  for (const v1::Change& change : std::get<Changes>(decision).changes) {
    EXPECT_NE(change.put().kind(), v1::RECORD_KIND_DEVICE);
  }
}

TEST_F(AnonymousIdeas, AN2TheAuthorAloneIsToldWhichItIs) {
  const Id id = said(ana, ana.adding("on a peur"))[0];
  EXPECT_THAT(personal_of(ana.member(), cafe.private_state).cards(), ElementsAre(id));
  EXPECT_THAT(personal_of(bob.member(), cafe.private_state).cards(), ElementsAre());
  EXPECT_THAT(personal_of(facilitator.member(), cafe.private_state).cards(), ElementsAre());
}

TEST_F(AnonymousIdeas, AN3TheAuthorTakesItBackWithoutBeingKnown) {
  const Id id = said(ana, ana.adding("on a peur"))[0];
  ASSERT_THAT(ana.send(withdraw(kCard, id)), Accepted());
  EXPECT_TRUE(cafe.card(id).withdrawn());
  EXPECT_EQ(cafe.entries.back().device(), 0U);
  EXPECT_EQ(cafe.entries.back().actor(), 0U);
  ASSERT_THAT(ana.send(restore(kCard, id)), Accepted());
  EXPECT_FALSE(cafe.card(id).withdrawn());
  EXPECT_EQ(cafe.entries.back().device(), 0U);
  EXPECT_THAT(bob.send(withdraw(kCard, id)), Rejected(kForbidden, "withdraw.what.id"));
}

TEST_F(AnonymousIdeas, AN3NobodyIsNamedForItLater) {
  const Id id = said(ana, ana.adding("on a peur"))[0];
  EXPECT_THAT(ana.send(edit(id, {insert(ana.new_id(), "très ")})),
              Rejected(kForbidden, "edit_text.text"));
  EXPECT_THAT(ana.send(set_card(id)), Rejected(kForbidden, "set_card.card"));
  v1::Command naming = set_card(id, {"peur"});
  EXPECT_THAT(captain.send(naming), Accepted());
  naming.mutable_set_card()->set_voice(ana.participant());
  EXPECT_THAT(captain.send(naming), Rejected(kConflict, "set_card.voice"));
}

TEST_F(AnonymousIdeas, AN3ItIsNotOnTheStackOfWhatCanBeUndone) {
  said(ana, ana.adding("on a peur"));
  EXPECT_THAT(ana.send(undo()), Rejected(v1::REJECTION_CODE_NOTHING_TO_UNDO, "undo"));
}

}  // namespace
}  // namespace rebond::test
