// Rule AN2 on the wire: what everybody sees of an anonymous idea, and what its author is told.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/founding.h"
#include "tests/live/hall.h"

namespace rebond::test {
namespace {

struct AnonymousLive : ::testing::Test {
  AnonymousLive() {
    for (Guest* one : {&facilitator, &guest, &screen}) one->enter();
    v1::Command join;
    join.mutable_join()->set_participant(guest.new_id());
    join.mutable_join()->set_token(std::string(kSecretBytes, 'p'));
    guest.command(join);
    v1::Command anonymous;
    anonymous.mutable_set_step()->set_step(guest.copy.find<v1::Cafe>(1)->step());
    anonymous.mutable_set_step()->set_anonymous(true);
    facilitator.command(anonymous);
    hall.settle();
  }

  /// The idea that the café holds; 0 when it holds none.
  Id card() const {
    Id found = 0;
    screen.copy.records().each<v1::Card>([&](Id id, const v1::Card&) { found = id; });
    return found;
  }

  Hall hall;
  Guest& facilitator = hall.facilitator();
  Guest& guest = hall.guest();
  Guest& screen = hall.screen();
};

TEST_F(AnonymousLive, AN2TheAuthorAloneIsToldWhatBecameOfTheCommand) {
  const CommandNumber number = guest.add_card("on a peur", table_id(1));
  hall.settle();
  const v1::Result* result = guest.result(number);
  ASSERT_NE(result, nullptr);
  EXPECT_EQ(result->accepted().seq(), guest.copy.seq());
  EXPECT_THAT(result->accepted().ids(), ::testing::Contains(card()));
  EXPECT_EQ(device_of(card()), 0U);
  EXPECT_TRUE(screen.copy.find<v1::Card>(card())->anonymous());
  EXPECT_TRUE(facilitator.results.empty());
  EXPECT_TRUE(screen.results.empty());
}

TEST_F(AnonymousLive, AN2NothingIsToldBeforeItIsDurable) {
  const CommandNumber number = guest.add_card("on a peur", table_id(1));
  hall.deliver();
  EXPECT_EQ(guest.result(number), nullptr);
  EXPECT_EQ(card(), 0U);
  hall.settle();
  EXPECT_NE(guest.result(number), nullptr);
}

TEST_F(AnonymousLive, AN2WhoAsksAgainGetsTheSameResult) {
  v1::Command adding;
  adding.mutable_add_card()->set_card(guest.new_id());
  adding.mutable_add_card()->set_run(guest.new_id());
  adding.mutable_add_card()->set_table(table_id(1));
  adding.mutable_add_card()->set_text("on a peur");
  const CommandNumber number = guest.command(adding);
  hall.settle();
  const v1::Result first = *guest.result(number);
  hall.crash();
  for (Guest* one : {&facilitator, &guest, &screen}) one->enter();
  hall.settle();
  guest.results.clear();
  guest.command(adding, number);
  hall.settle();
  ASSERT_NE(guest.result(number), nullptr);
  EXPECT_EQ(guest.result(number)->SerializeAsString(), first.SerializeAsString());
  EXPECT_EQ(screen.copy.records().count<v1::Card>(), 1U);
}

TEST_F(AnonymousLive, UN3ARefusedUndoIsARejectionThatIsRemembered) {
  v1::Command show;
  show.mutable_set_show()->mutable_show()->set_tour(true);
  facilitator.command(show);
  Guest& second = hall.with_token(hall.links.facilitator);
  second.enter();
  show.mutable_set_show()->mutable_show()->set_attention(true);
  second.command(show);
  v1::Command undo;
  undo.mutable_undo();
  const CommandNumber number = facilitator.command(undo);
  hall.settle();
  ASSERT_NE(facilitator.result(number), nullptr);
  EXPECT_EQ(facilitator.result(number)->rejection().code(), v1::REJECTION_CODE_CONFLICT);
  const v1::Result first = *facilitator.result(number);
  facilitator.results.clear();
  facilitator.command(undo, number);
  hall.settle();
  EXPECT_EQ(facilitator.result(number)->SerializeAsString(), first.SerializeAsString());
  const CommandNumber next = facilitator.command(undo);
  hall.settle();
  EXPECT_EQ(facilitator.result(next), nullptr) << "the setting of the step was undone";
}

}  // namespace
}  // namespace rebond::test
