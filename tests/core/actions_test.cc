// The action plan (rules AP).
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/commands.h"
#include "tests/core/harvest_commands.h"
#include "tests/core/matchers.h"

namespace rebond::test {
namespace {

using ::testing::ElementsAre;

constexpr auto kAction = v1::RECORD_KIND_ACTION;

struct ActionPlan : ::testing::Test {
  ActionPlan() { cafe.go_to("action-plan"); }

  Id added(const std::string& what) {
    const Id id = captain.new_id();
    EXPECT_THAT(captain.send(action(id, what, {card, group})), Accepted());
    return id;
  }
  const v1::Action& get(Id id) const { return *cafe.state.find<v1::Action>(id); }

  CafeBuilder cafe;
  Person& captain = cafe.as_captain(1);
  Person& facilitator = cafe.as_facilitator();
  Id card = captain.add_card("un composteur");
  Id group = captain.add_group("déchets", {card});
};

TEST_F(ActionPlan, AP1AnActionComesFromIdeasAndGroups) {
  const Id id = added("poser un composteur");
  EXPECT_EQ(get(id).what(), "poser un composteur");
  EXPECT_EQ(get(id).state(), v1::ACTION_STATE_PROPOSED);
  EXPECT_THAT(get(id).sources(), ElementsAre(card, group));
  EXPECT_THAT(captain.send(action(captain.new_id(), "?", {999})),
              Rejected(kNotFound, "add_action.sources"));
  EXPECT_THAT(captain.send(action(captain.new_id(), "?", {card, card})),
              Rejected(kConflict, "add_action.sources"));
  EXPECT_THAT(captain.send(action(captain.new_id(), "")), Rejected(kMalformed, "add_action.what"));
}

TEST_F(ActionPlan, AP1WhatIsAbsentStays) {
  const Id id = added("poser un composteur");
  v1::Command set;
  v1::SetAction& change = *set.mutable_set_action();
  change.set_action(id);
  change.set_who("Zoé");
  change.set_due("avant l'hiver");
  change.set_euros(120);
  change.set_commitment(18);
  change.mutable_sources();
  ASSERT_THAT(facilitator.send(set), Accepted());
  ASSERT_THAT(captain.send(set_action_state(id, v1::ACTION_STATE_DECIDED)), Accepted());
  EXPECT_EQ(get(id).what(), "poser un composteur");
  EXPECT_EQ(get(id).who(), "Zoé");
  EXPECT_EQ(get(id).due(), "avant l'hiver");
  EXPECT_EQ(get(id).euros(), 120U);
  EXPECT_EQ(get(id).commitment(), 18U);
  EXPECT_TRUE(get(id).sources().empty());
  EXPECT_EQ(get(id).state(), v1::ACTION_STATE_DECIDED);
  EXPECT_THAT(captain.send(set_action_state(id, v1::ACTION_STATE_UNSPECIFIED)),
              Rejected(kMalformed, "set_action.state"));
  EXPECT_THAT(captain.send(set_action_state(999, v1::ACTION_STATE_DONE)),
              Rejected(kNotFound, "set_action.action"));
}

TEST_F(ActionPlan, AP1ItIsTakenBackAndBroughtBack) {
  const Id id = added("poser un composteur");
  ASSERT_THAT(captain.send(withdraw(kAction, id)), Accepted());
  EXPECT_TRUE(get(id).withdrawn());
  ASSERT_THAT(facilitator.send(restore(kAction, id)), Accepted());
  EXPECT_FALSE(get(id).withdrawn());
  EXPECT_THAT(cafe.as_guest("Ana").send(withdraw(kAction, id)),
              Rejected(kForbidden, "withdraw.what.kind"));
}

TEST_F(ActionPlan, AP2WhatBecameOfItIsToldWhenTheCafeIsOver) {
  const Id id = added("poser un composteur");
  v1::Command only_experts;
  only_experts.mutable_set_step()->set_step(cafe.step("closed"));
  v1::StepPermission& permission =
      *only_experts.mutable_set_step()->mutable_rights()->add_permissions();
  permission.set_act(v1::ACT_ANSWER);
  permission.add_roles(v1::ROLE_EXPERT);
  ASSERT_THAT(facilitator.send(only_experts), Accepted());
  cafe.go_to("closed");
  cafe.pass(100'000);
  EXPECT_THAT(facilitator.send(follow_up(id, "posé en mai")), Accepted());
  EXPECT_EQ(get(id).follow_up(), "posé en mai");
  EXPECT_THAT(captain.send(follow_up(id, "non")), Rejected(kRoundClosed, "set_action"));
}

}  // namespace
}  // namespace rebond::test
