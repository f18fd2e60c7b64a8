// Merging groups (rules MG).
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/group_order.h"
#include "tests/core/commands.h"
#include "tests/core/harvest_commands.h"
#include "tests/core/matchers.h"

namespace rebond::test {
namespace {

using ::testing::ElementsAre;

constexpr auto kGroup = v1::RECORD_KIND_GROUP;

struct Merge : ::testing::Test {
  std::vector<Id> ideas_of(Id group) const {
    std::vector<Place> places;
    cafe.state.records().each<v1::Membership>([&](Id card, const v1::Membership& membership) {
      if (membership.group() == group) places.push_back({card, membership.after()});
    });
    return in_group_order(places);
  }
  const v1::Group& get(Id group) const { return *cafe.state.find<v1::Group>(group); }

  CafeBuilder cafe;
  Person& captain = cafe.as_captain(1);
  Id one = captain.add_card("un");
  Id two = captain.add_card("deux");
  Id three = captain.add_card("trois");
  Id four = captain.add_card("quatre");
  Id water = captain.add_group("Eau", {two, one});
  Id rain = captain.add_group("Pluie", {four, three});
};

TEST_F(Merge, MG1AllIdeasMoveBehindTheOthersInTheirOrder) {
  ASSERT_THAT(captain.send(merge(rain, water)), Accepted());
  EXPECT_THAT(ideas_of(water), ElementsAre(two, one, four, three));
  EXPECT_THAT(ideas_of(rain), ElementsAre());
  EXPECT_TRUE(get(rain).withdrawn());
  EXPECT_EQ(get(rain).merged_into(), water);
}

TEST_F(Merge, MG1NeitherIsTheOtherOrWithdrawn) {
  EXPECT_THAT(captain.send(merge(rain, rain)), Rejected(kConflict, "merge_groups.into"));
  EXPECT_THAT(captain.send(merge(999, water)), Rejected(kNotFound, "merge_groups.from"));
  ASSERT_THAT(captain.send(withdraw(kGroup, rain)), Accepted());
  EXPECT_THAT(captain.send(merge(rain, water)), Rejected(kTargetWithdrawn, "merge_groups.from"));
  EXPECT_THAT(captain.send(merge(water, rain)), Rejected(kTargetWithdrawn, "merge_groups.into"));
}

TEST_F(Merge, MG2NoNameIsLost) {
  const Id sea = captain.add_group("Mer");
  ASSERT_THAT(captain.send(merge(rain, sea)), Accepted());
  ASSERT_THAT(captain.send(merge(sea, water)), Accepted());
  EXPECT_EQ(get(water).name(), "Eau");
  EXPECT_THAT(get(water).other_names(), ElementsAre("Mer", "Pluie"));
}

TEST_F(Merge, MG2NoWordAndNoMarkIsLost) {
  v1::Command mark = set_card(four);
  mark.mutable_set_card()->mutable_marks()->set_unconventional(true);
  ASSERT_THAT(captain.send(mark), Accepted());
  ASSERT_THAT(captain.send(merge(rain, water)), Accepted());
  EXPECT_TRUE(cafe.card(four).unconventional());
  EXPECT_FALSE(cafe.card(four).withdrawn());
  EXPECT_EQ(cafe.words(three), "trois");
  EXPECT_EQ(cafe.words(four), "quatre");
}

TEST_F(Merge, MG3AMergedGroupComesBackEmpty) {
  ASSERT_THAT(captain.send(merge(rain, water)), Accepted());
  ASSERT_THAT(captain.send(restore(kGroup, rain)), Accepted());
  EXPECT_FALSE(get(rain).withdrawn());
  EXPECT_EQ(get(rain).merged_into(), 0U);
  EXPECT_THAT(ideas_of(rain), ElementsAre());
  EXPECT_EQ(ideas_of(water).size(), 4U);
}

}  // namespace
}  // namespace rebond::test
