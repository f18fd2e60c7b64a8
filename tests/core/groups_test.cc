// Groups: nodes of ideas on the map (rule RU7).
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/commands.h"
#include "tests/core/matchers.h"

namespace rebond::test {
namespace {

struct Groups : ::testing::Test {
  const v1::Membership* membership(Id card) { return cafe.state.find<v1::Membership>(card); }

  CafeBuilder cafe;
  Person& captain = cafe.as_captain(1);
  Id one = captain.add_card("une");
  Id two = captain.add_card("deux");
};

TEST_F(Groups, HoldTheirIdeasInTheOrderGiven) {
  const Id water = captain.add_group("eau", {two, one});
  EXPECT_EQ(cafe.state.find<v1::Group>(water)->name(), "eau");
  ASSERT_NE(membership(one), nullptr);
  EXPECT_EQ(membership(two)->group(), water);
  EXPECT_EQ(membership(two)->after(), 0U);
  EXPECT_EQ(membership(one)->after(), two);
}

TEST_F(Groups, RU7PlacingAnIdeaAgainMovesIt) {
  const Id water = captain.add_group("eau", {one, two});
  const Id waste = captain.add_group("déchets");
  ASSERT_THAT(captain.send(place(two, waste)), Accepted());
  EXPECT_EQ(membership(two)->group(), waste);
  EXPECT_EQ(membership(one)->group(), water);
  ASSERT_THAT(captain.send(place(two, 0)), Accepted());
  EXPECT_EQ(membership(two)->group(), 0U);
}

TEST_F(Groups, RU7ANewGroupTakesItsIdeasFromTheOthers) {
  captain.add_group("eau", {one});
  const Id waste = captain.add_group("déchets", {one});
  EXPECT_EQ(membership(one)->group(), waste);
}

TEST_F(Groups, ANewIdeaCanGoStraightIntoAGroup) {
  const Id water = captain.add_group("eau");
  v1::Command add = captain.adding("trois");
  add.mutable_add_card()->set_group(water);
  ASSERT_THAT(captain.send(add), Accepted());
  EXPECT_EQ(membership(add.add_card().card())->group(), water);
}

TEST_F(Groups, RU1AGuestCannotPlaceANewIdeaEither) {
  const Id water = captain.add_group("eau");
  Person& ana = cafe.as_guest("Ana");
  v1::Command add = ana.adding("trois");
  add.mutable_add_card()->set_group(water);
  EXPECT_THAT(ana.send(add), Rejected(kForbidden, "add_card.group"));
}

TEST_F(Groups, SayWhatIsWrong) {
  EXPECT_THAT(captain.send(group(captain.new_id(), "")), Rejected(kMalformed, "add_group.name"));
  EXPECT_THAT(captain.send(group(captain.new_id(), std::string(201, 'a'))),
              Rejected(kLimit, "add_group.name"));
  EXPECT_THAT(captain.send(group(captain.new_id(), "eau", {make_id(7, 7)})),
              Rejected(kNotFound, "add_group.cards"));
  EXPECT_THAT(captain.send(group(captain.new_id(), "eau", {one, two, one})),
              Rejected(kConflict, "add_group.cards"));
  EXPECT_THAT(captain.send(set_group(make_id(7, 7), "eau")),
              Rejected(kNotFound, "set_group.group"));
  const Id water = captain.add_group("eau");
  EXPECT_THAT(captain.send(set_group(water, "")), Rejected(kMalformed, "set_group.name"));
  EXPECT_THAT(captain.send(place(make_id(7, 7), water)), Rejected(kNotFound, "place_card.card"));
  EXPECT_THAT(captain.send(place(one, make_id(7, 7))), Rejected(kNotFound, "place_card.group"));
  EXPECT_THAT(captain.send(place(one, water, make_id(7, 7))),
              Rejected(kNotFound, "place_card.after"));
  EXPECT_THAT(captain.send(place(one, water, one)), Rejected(kConflict, "place_card.after"));
}

TEST_F(Groups, RU8HaveIdsOfTheDeviceThatWrites) {
  const Id water = captain.add_group("eau");
  EXPECT_THAT(captain.send(group(water, "encore")), Rejected(kConflict, "add_group.group"));
  EXPECT_THAT(captain.send(group(make_id(99, 1), "eau")), Rejected(kConflict, "add_group.group"));
}

TEST_F(Groups, AWithdrawnOneTakesNoMoreIdeas) {
  const Id water = captain.add_group("eau");
  ASSERT_THAT(captain.send(withdraw(v1::RECORD_KIND_GROUP, water)), Accepted());
  EXPECT_THAT(captain.send(place(one, water)), Rejected(kTargetWithdrawn, "place_card.group"));
  v1::Command add = captain.adding("trois");
  add.mutable_add_card()->set_group(water);
  EXPECT_THAT(captain.send(add), Rejected(kTargetWithdrawn, "add_card.group"));
}

TEST_F(Groups, ChangeTheirName) {
  const Id water = captain.add_group("eau");
  ASSERT_THAT(cafe.as_captain(2).send(set_group(water, "eaux de pluie")), Accepted());
  EXPECT_EQ(cafe.state.find<v1::Group>(water)->name(), "eaux de pluie");
}

TEST_F(Groups, AreLimitedInNumberAndSize) {
  cafe.limits.groups = 1;
  v1::Command large = group(captain.new_id(), "trop");
  for (Id id = 1; id <= 201; ++id) large.mutable_add_group()->add_cards(id);
  EXPECT_THAT(captain.send(large), Rejected(kLimit, "add_group.cards"));
  captain.add_group("eau");
  EXPECT_THAT(captain.send(group(captain.new_id(), "déchets")), Rejected(kLimit, "add_group"));
}

}  // namespace
}  // namespace rebond::test
