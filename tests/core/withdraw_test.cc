// Taking back and bringing back (rule RU6).
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/commands.h"
#include "tests/core/matchers.h"

namespace rebond::test {
namespace {

constexpr auto kCard = v1::RECORD_KIND_CARD;
constexpr auto kLink = v1::RECORD_KIND_LINK;
constexpr auto kGroup = v1::RECORD_KIND_GROUP;

struct Withdraw : ::testing::Test {
  CafeBuilder cafe;
  Person& captain = cafe.as_captain(1);
  Id card = captain.add_card("une idée");
  Id other = cafe.as_captain(2).add_card("une autre");
  Id joined = captain.add_link(card, other);
  Id group = captain.add_group("ensemble", {card, other});
};

TEST_F(Withdraw, RU6RestoringBringsBackExactlyWhatThereWas) {
  const Digest before = cafe.state.digest();
  const std::pair<v1::RecordKind, Id> things[] = {{kCard, card}, {kLink, joined}, {kGroup, group}};
  for (const auto& [kind, id] : things) {
    EXPECT_THAT(captain.send(withdraw(kind, id)), Accepted());
    EXPECT_NE(cafe.state.digest(), before);
    EXPECT_THAT(captain.send(restore(kind, id)), Accepted());
    EXPECT_EQ(cafe.state.digest(), before);
  }
}

TEST_F(Withdraw, RU6AWithdrawnCardKeepsItsWords) {
  ASSERT_THAT(captain.send(withdraw(kCard, card)), Accepted());
  EXPECT_TRUE(cafe.card(card).withdrawn());
  EXPECT_EQ(cafe.words(card), "une idée");
}

TEST_F(Withdraw, RU6AGroupTakesNoCardWithIt) {
  ASSERT_THAT(captain.send(withdraw(kGroup, group)), Accepted());
  EXPECT_TRUE(cafe.state.find<v1::Group>(group)->withdrawn());
  EXPECT_FALSE(cafe.card(card).withdrawn());
  EXPECT_EQ(cafe.state.find<v1::Membership>(card)->group(), group);
}

TEST_F(Withdraw, RU6ALinkIsSuspendedWithItsEndAndReturnsWithIt) {
  ASSERT_THAT(captain.send(withdraw(kCard, card)), Accepted());
  // Suspended is what readers see of a link with a withdrawn end; the link itself stays as it is.
  EXPECT_FALSE(cafe.state.find<v1::Link>(joined)->withdrawn());
  ASSERT_THAT(captain.send(restore(kCard, card)), Accepted());
  EXPECT_FALSE(cafe.state.find<v1::Link>(joined)->withdrawn());
  EXPECT_EQ(cafe.state.find<v1::Link>(joined)->from(), card);
}

TEST_F(Withdraw, RU6TwiceIsAsGoodAsOnce) {
  ASSERT_THAT(captain.send(withdraw(kCard, card)), Accepted());
  const Digest once = cafe.state.digest();
  EXPECT_THAT(captain.send(withdraw(kCard, card)), Accepted());
  EXPECT_EQ(cafe.state.digest(), once);
}

TEST_F(Withdraw, RU2ACaptainTakesBackCardsOfTheOwnTable) {
  EXPECT_THAT(captain.send(withdraw(kCard, other)), Rejected(kForbidden, "withdraw.what.id"));
  EXPECT_THAT(captain.send(restore(kCard, other)), Rejected(kForbidden, "restore.what.id"));
}

TEST_F(Withdraw, RU2AGuestTakesBackTheOwnCardsAndLinks) {
  Person& ana = cafe.as_guest("Ana");
  const Id own = ana.add_card("à moi");
  const Id own_link = ana.add_link(own, card);
  EXPECT_THAT(ana.send(withdraw(kCard, own)), Accepted());
  EXPECT_THAT(ana.send(withdraw(kLink, own_link)), Accepted());
  EXPECT_THAT(ana.send(withdraw(kCard, card)), Rejected(kForbidden, "withdraw.what.id"));
  EXPECT_THAT(ana.send(withdraw(kLink, joined)), Rejected(kForbidden, "withdraw.what.id"));
  EXPECT_THAT(ana.send(withdraw(kGroup, group)), Rejected(kForbidden, "withdraw.what.kind"));
}

TEST_F(Withdraw, WhatIsNotThereIsNotFound) {
  for (const auto kind : {kCard, kLink, kGroup}) {
    EXPECT_THAT(captain.send(withdraw(kind, make_id(7, 7))),
                Rejected(kNotFound, "withdraw.what.id"));
    EXPECT_THAT(captain.send(restore(kind, make_id(7, 7))), Rejected(kNotFound, "restore.what.id"));
  }
}

TEST_F(Withdraw, OnlyIdeasLinksAndGroupsAreTakenBack) {
  for (const int kind : {0, 1, 3, 7, 11, 99}) {
    EXPECT_THAT(captain.send(withdraw(static_cast<v1::RecordKind>(kind), 1)),
                Rejected(kUnsupported, "withdraw.what.kind"));
  }
}

}  // namespace
}  // namespace rebond::test
