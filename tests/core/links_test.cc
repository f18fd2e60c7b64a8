// Propositions: idea, phrase, idea.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/commands.h"
#include "tests/core/matchers.h"

namespace rebond::test {
namespace {

struct Links : ::testing::Test {
  const v1::Link& link_of(Id id) { return *cafe.state.find<v1::Link>(id); }

  CafeBuilder cafe;
  Person& captain = cafe.as_captain(1);
  Id rain = captain.add_card("récupérer l'eau de pluie");
  Id garden = cafe.as_captain(2).add_card("arroser le jardin");
};

TEST_F(Links, JoinIdeasOfAnyTable) {
  const Id id = captain.new_id();
  ASSERT_THAT(captain.send(link(id, rain, garden, v1::LINK_KIND_LEADS_TO, "permet d'")),
              Accepted());
  EXPECT_EQ(link_of(id).from(), rain);
  EXPECT_EQ(link_of(id).to(), garden);
  EXPECT_EQ(link_of(id).kind(), v1::LINK_KIND_LEADS_TO);
  EXPECT_EQ(link_of(id).phrase(), "permet d'");
  EXPECT_EQ(link_of(id).device(), captain.member().device);
  EXPECT_EQ(link_of(id).created_at_ms(), cafe.now_ms);
}

TEST_F(Links, NeedAKindOrAPhrase) {
  const auto none = v1::LINK_KIND_UNSPECIFIED;
  EXPECT_THAT(captain.send(link(captain.new_id(), rain, garden, none)),
              Rejected(kMalformed, "add_link.kind"));
  EXPECT_THAT(captain.send(link(captain.new_id(), rain, garden, none, "fait pousser")), Accepted());
  EXPECT_THAT(captain.send(link(captain.new_id(), rain, garden, static_cast<v1::LinkKind>(99))),
              Rejected(kUnsupported, "add_link.kind"));
  EXPECT_THAT(captain.send(link(captain.new_id(), rain, garden, none, std::string(201, 'a'))),
              Rejected(kLimit, "add_link.phrase"));
}

TEST_F(Links, NeedTwoDifferentIdeas) {
  EXPECT_THAT(captain.send(link(captain.new_id(), rain, rain)), Rejected(kConflict, "add_link.to"));
  EXPECT_THAT(captain.send(link(captain.new_id(), rain, make_id(7, 7))),
              Rejected(kNotFound, "add_link.to"));
  EXPECT_THAT(captain.send(link(captain.new_id(), make_id(7, 7), rain)),
              Rejected(kNotFound, "add_link.from"));
}

TEST_F(Links, RU8HaveIdsOfTheDeviceThatWrites) {
  const Id id = captain.add_link(rain, garden);
  EXPECT_THAT(captain.send(link(id, garden, rain)), Rejected(kConflict, "add_link.link"));
  EXPECT_THAT(captain.send(link(make_id(99, 1), garden, rain)),
              Rejected(kConflict, "add_link.link"));
}

TEST_F(Links, AreLimitedInNumber) {
  cafe.limits.links = 1;
  captain.add_link(rain, garden);
  EXPECT_THAT(captain.send(link(captain.new_id(), garden, rain)), Rejected(kLimit, "add_link"));
}

TEST_F(Links, AReboundIsAnIdeaAndItsLinkInOneTap) {
  v1::Command add = captain.adding("et la partager");
  v1::AddLink& rebound = *add.mutable_add_card()->mutable_rebound();
  rebound.set_link(captain.new_id());
  rebound.set_from(garden);  // a rebound always begins at the new idea
  rebound.set_to(rain);
  rebound.set_kind(v1::LINK_KIND_BUILDS_ON);
  ASSERT_THAT(captain.send(add), Accepted());
  EXPECT_EQ(link_of(rebound.link()).from(), add.add_card().card());
  EXPECT_EQ(link_of(rebound.link()).to(), rain);
}

TEST_F(Links, AReboundThatCannotBeIsRejectedWithItsIdea) {
  v1::Command add = captain.adding("et la partager");
  v1::AddLink& rebound = *add.mutable_add_card()->mutable_rebound();
  rebound.set_link(captain.new_id());
  rebound.set_to(add.add_card().card());
  rebound.set_kind(v1::LINK_KIND_BUILDS_ON);
  EXPECT_THAT(captain.send(add), Rejected(kNotFound, "add_card.rebound.to"));
  rebound.set_to(rain);
  rebound.set_kind(v1::LINK_KIND_UNSPECIFIED);
  EXPECT_THAT(captain.send(add), Rejected(kMalformed, "add_card.rebound.kind"));
}

TEST_F(Links, ChangeTheirKindAndPhrase) {
  const Id id = captain.add_link(rain, garden);
  ASSERT_THAT(captain.send(set_link(id, v1::LINK_KIND_OPPOSES, "n'est pas")), Accepted());
  EXPECT_EQ(link_of(id).kind(), v1::LINK_KIND_OPPOSES);
  EXPECT_EQ(link_of(id).phrase(), "n'est pas");
  EXPECT_THAT(captain.send(set_link(make_id(7, 7), v1::LINK_KIND_ASKS)),
              Rejected(kNotFound, "set_link.link"));
  EXPECT_THAT(captain.send(set_link(id, v1::LINK_KIND_UNSPECIFIED)),
              Rejected(kMalformed, "set_link.kind"));
}

TEST_F(Links, AGuestChangesTheOwnOnes) {
  Person& ana = cafe.as_guest("Ana");
  const Id own = ana.add_link(rain, garden);
  EXPECT_EQ(link_of(own).author(), ana.participant());
  EXPECT_THAT(ana.send(set_link(own, v1::LINK_KIND_ASKS)), Accepted());
  const Id other = captain.add_link(rain, garden);
  EXPECT_THAT(ana.send(set_link(other, v1::LINK_KIND_ASKS)), Rejected(kForbidden, "set_link.link"));
}

}  // namespace
}  // namespace rebond::test
