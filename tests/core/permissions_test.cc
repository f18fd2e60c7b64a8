// What a step allows besides writing ideas, and the lock of a café (rules SC2 to SC4).
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/founding.h"
#include "tests/core/commands.h"
#include "tests/core/evening_commands.h"
#include "tests/core/matchers.h"

namespace rebond::test {
namespace {

struct Permissions : ::testing::Test {
  /// The café is in that step, and no round is in its grace.
  void be_in(const std::string& slug) {
    if (cafe.current_step().slug() != slug) cafe.go_to(slug);
    cafe.pass(100'000);
  }
  Outcome append(Person& person, Id card) {
    return person.send(edit(card, {insert(person.new_id(), "x")}));
  }
  Outcome tie(Person& person) { return person.send(link(person.new_id(), own, other)); }
  Outcome heap(Person& person) { return person.send(group(person.new_id(), "eau", {own})); }

  CafeBuilder cafe;
  Person& captain = cafe.as_captain(1);
  Person& ana = cafe.as_guest("Ana");
  Person& facilitator = cafe.as_facilitator();
  Id own = captain.add_card("récupérer l'eau");
  Id other = cafe.as_captain(2).add_card("récupérer la pluie");
  Id hers = ana.add_card("à moi");
};

TEST_F(Permissions, SC2InTheMoveSentencesAreFinishedAndNothingIsLinked) {
  be_in("move-1");
  EXPECT_THAT(append(captain, own), Accepted());
  EXPECT_THAT(append(ana, hers), Accepted());
  EXPECT_THAT(tie(captain), Rejected(kRoundClosed, "add_link"));
  EXPECT_THAT(tie(ana), Rejected(kRoundClosed, "add_link"));
  EXPECT_THAT(heap(captain), Rejected(kRoundClosed, "add_group"));
}

TEST_F(Permissions, SC2TheExpertsStepIsForCaptainsToTidy) {
  be_in("expert");
  EXPECT_THAT(tie(captain), Accepted());
  EXPECT_THAT(heap(captain), Accepted());
  EXPECT_THAT(tie(ana), Rejected(kRoundClosed, "add_link"));
  EXPECT_THAT(append(ana, hers), Accepted());
}

TEST_F(Permissions, SC2AtTheEndNothingIsWritten) {
  for (const char* slug : {"thanks", "closed", "welcome"}) {
    SCOPED_TRACE(slug);
    be_in(slug);
    EXPECT_THAT(append(captain, own), Rejected(kRoundClosed, "edit_text"));
    EXPECT_THAT(append(ana, hers), Rejected(kRoundClosed, "edit_text"));
    EXPECT_THAT(captain.send(set_card(own)), Rejected(kRoundClosed, "set_card"));
    EXPECT_THAT(captain.send(withdraw(v1::RECORD_KIND_CARD, own)),
                Rejected(kRoundClosed, "withdraw"));
    EXPECT_THAT(tie(captain), Rejected(kRoundClosed, "add_link"));
    EXPECT_THAT(heap(captain), Rejected(kRoundClosed, "add_group"));
    EXPECT_THAT(append(facilitator, own), Accepted());
    EXPECT_THAT(tie(facilitator), Accepted());
  }
}

TEST_F(Permissions, SC2WhatARoleMayNeverDoIsForbiddenAsEver) {
  be_in("thanks");
  EXPECT_THAT(append(captain, other), Rejected(kForbidden, "edit_text.text"));
  EXPECT_THAT(ana.send(withdraw(v1::RECORD_KIND_CARD, own)),
              Rejected(kForbidden, "withdraw.what.id"));
}

TEST_F(Permissions, SC2AStepWithoutPermissionsForbidsNothing) {
  be_in("thanks");
  ASSERT_THAT(facilitator.send(set_rights(cafe.step("thanks"), rights({}))), Accepted());
  EXPECT_THAT(append(captain, own), Accepted());
  EXPECT_THAT(tie(ana), Accepted());
  EXPECT_THAT(heap(captain), Accepted());
}

TEST_F(Permissions, SC2TheFacilitatorOpensAndClosesAsTheEveningGoes) {
  const auto only_captains = rights({v1::ROLE_CAPTAIN}, {{v1::ACT_EDIT, {v1::ROLE_CAPTAIN}}});
  ASSERT_THAT(facilitator.send(set_rights(cafe.step("round-1"), only_captains)), Accepted());
  EXPECT_THAT(ana.send(ana.adding("mot")), Rejected(kRoundClosed, "add_card"));
  EXPECT_THAT(append(ana, hers), Rejected(kRoundClosed, "edit_text"));
  EXPECT_THAT(append(captain, own), Accepted());
  EXPECT_THAT(tie(captain), Rejected(kRoundClosed, "add_link"));
}

TEST_F(Permissions, SC2AnIdeaIntoAGroupNeedsBoth) {
  const Id eau = captain.add_group("eau");
  const auto no_groups = rights({v1::ROLE_CAPTAIN}, {{v1::ACT_EDIT, {v1::ROLE_CAPTAIN}}});
  ASSERT_THAT(facilitator.send(set_rights(cafe.step("round-1"), no_groups)), Accepted());
  v1::Command add = captain.adding("encore");
  add.mutable_add_card()->set_group(eau);
  EXPECT_THAT(captain.send(add), Rejected(kRoundClosed, "add_card.group"));
}

TEST_F(Permissions, SC3TheEndOfASentenceIsWelcomeInTheGrace) {
  cafe.go_to("thanks");
  cafe.pass(30'000);
  EXPECT_THAT(append(ana, hers), Accepted());
  EXPECT_THAT(tie(captain), Accepted());
  cafe.pass(30'000);
  EXPECT_THAT(append(ana, hers), Rejected(kRoundClosed, "edit_text"));
}

TEST_F(Permissions, SC3ATabletThatWasAwayBringsItsEdits) {
  const Seq in_round = cafe.state.seq();
  be_in("thanks");
  v1::Command late = edit(own, {insert(captain.new_id(), "la fin")});
  late.set_base_seq(in_round);
  EXPECT_THAT(captain.send(late), Accepted());
  v1::Command tied = link(captain.new_id(), own, other);
  tied.set_base_seq(in_round);
  EXPECT_THAT(captain.send(tied), Accepted());
  v1::Command of_guest = edit(hers, {insert(ana.new_id(), "la fin")});
  of_guest.set_base_seq(in_round);
  EXPECT_THAT(ana.send(of_guest), Rejected(kRoundClosed, "edit_text"));
}

TEST_F(Permissions, SC4ALockedCafeIsTheFacilitatorsAlone) {
  ASSERT_THAT(facilitator.send(lock_cafe()), Accepted());
  EXPECT_THAT(captain.send(captain.adding("mot")), Rejected(kRoundClosed, "add_card"));
  EXPECT_THAT(append(ana, hers), Rejected(kRoundClosed, "edit_text"));
  EXPECT_THAT(captain.send(set_table(table_id(1), "Une")), Rejected(kRoundClosed, "set_table"));
  EXPECT_THAT(append(captain, other), Rejected(kForbidden, "edit_text.text"));
  EXPECT_THAT(append(facilitator, own), Accepted());
  ASSERT_THAT(facilitator.send(lock_cafe(false)), Accepted());
  EXPECT_THAT(append(ana, hers), Accepted());
}

TEST_F(Permissions, SC4PeopleComeSitDownAndKeepTheirWordsInALockedCafe) {
  ASSERT_THAT(facilitator.send(lock_cafe()), Accepted());
  EXPECT_THAT(captain.send(salvage(own, "mes mots")), Accepted());
  EXPECT_THAT(ana.send(take_seat(ana.new_id(), ana.participant(), table_id(2))), Accepted());
  EXPECT_THAT(captain.send(add_person(captain.new_id(), "Léa", v1::ROLE_PARTICIPANT, table_id(1))),
              Accepted());
  Person& newcomer = cafe.newcomer();
  EXPECT_THAT(newcomer.send(newcomer.joining("Bob")), Accepted());
}

}  // namespace
}  // namespace rebond::test
