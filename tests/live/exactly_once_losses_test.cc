// Rules EO under every loss: of the request, the answer, the server, the device's memory; and when
// two connections of one device send the same command.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "tests/live/hall.h"

namespace rebond::test {
namespace {

using ::testing::Each;
using ::testing::Le;

/// One device of the first table's captain, over any number of connections and pages.
class ExactlyOnceLosses : public ::testing::Test {
 protected:
  static Limits limits() {
    Limits limits;
    limits.commands_burst = 1'000;
    limits.snapshot_entries = 5;
    return limits;
  }

  /// Another page on the same device; it remembers nothing but the device's key.
  Guest& page() {
    hall.guests.push_back(
        std::make_unique<Guest>(hall, hall.links.captains[0], std::string(16, 'k')));
    return *hall.guests.back();
  }

  v1::Command idea(Guest& guest, const std::string& text) {
    v1::Command add;
    add.mutable_add_card()->set_card(guest.new_id());
    add.mutable_add_card()->set_run(guest.new_id());
    add.mutable_add_card()->set_table(guest.welcome.table());
    add.mutable_add_card()->set_text(text);
    return add;
  }

  /// The texts of all ideas, as the screen has them.
  std::multiset<std::string> ideas() {
    Guest& screen = hall.screen();
    screen.enter();
    std::multiset<std::string> texts;
    screen.copy.records().each<v1::Card>(
        [&](Id id, const v1::Card&) { texts.insert(screen.copy.text(id).visible()); });
    return texts;
  }

  /// How many outcomes the disk holds of each device.
  std::map<DeviceNumber, std::size_t> outcomes_on_the_disk() const {
    std::map<DeviceNumber, std::size_t> counts;
    const Result<StoredCafe> stored = hall.journal->load(hall.links.cafe);
    for (const PrivateWrite& record : stored->private_records) {
      if (record.kind == v1::PRIVATE_KIND_OUTCOME) ++counts[device_of(record.id)];
    }
    return counts;
  }

  Hall hall{limits()};
};

TEST_F(ExactlyOnceLosses, EO1ARequestThatWasLostIsAppliedWhenItComesAgain) {
  Guest& captain = page();
  captain.enter();
  const v1::Command lost = idea(captain, "éolienne");
  captain.disconnect();
  captain.enter();
  ASSERT_EQ(captain.welcome.last_command(), 0U);
  captain.command(lost, 1);
  hall.settle();

  EXPECT_EQ(ideas(), (std::multiset<std::string>{"éolienne"}));
}

TEST_F(ExactlyOnceLosses, EO1AnAnswerThatWasLostIsGivenAgainAndNothingIsDoneAgain) {
  Guest& captain = page();
  captain.enter();
  captain.reads = false;
  const v1::Command add = idea(captain, "éolienne");
  captain.command(add, 1);
  hall.settle();
  captain.disconnect();
  captain.reads = true;
  captain.enter();
  captain.command(add, 1);
  hall.settle();

  ASSERT_NE(captain.result(1), nullptr);
  EXPECT_TRUE(captain.result(1)->has_accepted());
  EXPECT_EQ(ideas(), (std::multiset<std::string>{"éolienne"}));
}

TEST_F(ExactlyOnceLosses, EO1ACommandThatDiedWithItsServerIsAppliedWhenItComesAgain) {
  Guest& captain = page();
  captain.enter();
  const v1::Command add = idea(captain, "éolienne");
  captain.command(add, 1);
  hall.crash(/*written=*/0);
  captain.enter();
  ASSERT_EQ(captain.welcome.last_command(), 0U);
  captain.command(add, 1);
  hall.settle();

  EXPECT_EQ(ideas(), (std::multiset<std::string>{"éolienne"}));
}

TEST_F(ExactlyOnceLosses, EO1AReloadedPageSendsItsStoredCommandsUnderTheirNumbers) {
  Guest& before = page();
  before.enter();
  const v1::Command first = idea(before, "un");
  const v1::Command second = idea(before, "deux");
  before.command(first, 1);
  hall.settle();
  before.disconnect();
  // The first was decided and the page never learned it; the second was never sent.
  Guest& after = page();
  after.enter();
  EXPECT_EQ(after.welcome.device(), before.welcome.device());
  after.command(first, 1);
  after.command(second, 2);
  hall.settle();

  EXPECT_EQ(ideas(), (std::multiset<std::string>{"un", "deux"}));
  ASSERT_NE(after.result(1), nullptr);
  EXPECT_TRUE(after.result(1)->has_accepted());
}

TEST_F(ExactlyOnceLosses, EO1ADeviceThatForgotItsCommandsGoesOnBehindThem) {
  Guest& before = page();
  before.enter();
  before.add_card("un");
  before.add_card("deux");
  hall.settle();
  before.disconnect();
  Guest& after = page();
  after.enter();

  EXPECT_EQ(after.welcome.last_command(), 2U);
  EXPECT_EQ(after.copy.records().count<v1::Card>(), 2U);
}

TEST_F(ExactlyOnceLosses, EO1HS5TwoPagesThatSendOneCommandAtOnceApplyItOnce) {
  Guest& first = page();
  first.enter();
  const v1::Command add = idea(first, "éolienne");
  Guest& second = page();
  second.connect();
  first.command(add, 1);
  second.hello(0, 0);
  first.command(add, 1);
  hall.settle();
  second.command(add, 1);
  hall.settle();

  EXPECT_EQ(ideas(), (std::multiset<std::string>{"éolienne"}));
  EXPECT_EQ(first.closed, v1::CLOSE_CODE_SUPERSEDED);
  ASSERT_NE(second.result(1), nullptr);
  EXPECT_TRUE(second.result(1)->has_accepted());
}

TEST_F(ExactlyOnceLosses, EO1HS5AnOldPageTakesNoNumberThatTheNewOneWasPromised) {
  Guest& first = page();
  first.enter();
  // Something is on its way to the disk, so that the answer to Hello has to wait for it.
  Guest& other = hall.captain(2);
  other.enter();
  other.add_card("autre");
  Guest& second = page();
  second.connect();
  second.hello(0, 0);
  first.command(idea(first, "vieille page"), 1);
  hall.settle();
  second.command(idea(first, "nouvelle page"), second.welcome.last_command() + 1);
  hall.settle();

  EXPECT_EQ(ideas().count("nouvelle page"), 1U);
}

TEST_F(ExactlyOnceLosses, EO7OutcomesSurviveRestartsAndSnapshots) {
  Guest& captain = page();
  captain.enter();
  std::vector<v1::Command> sent;
  for (int i = 0; i < 23; ++i) {
    sent.push_back(idea(captain, "idée " + std::to_string(i)));
    captain.command(sent.back());
  }
  v1::Command forbidden;
  forbidden.mutable_end_round();
  sent.push_back(forbidden);
  captain.command(forbidden);
  hall.settle();
  ASSERT_GT(hall.journal->load(hall.links.cafe)->snapshot_seq, 0U);
  hall.crash();
  hall.crash();
  captain.results.clear();
  captain.enter();
  for (std::size_t i = 0; i < sent.size(); ++i) {
    captain.command(sent[i], static_cast<CommandNumber>(i + 1));
  }
  hall.settle();

  EXPECT_EQ(captain.copy.records().count<v1::Card>(), 23U);
  ASSERT_EQ(captain.results.size(), sent.size());
  for (std::size_t i = 0; i + 1 < sent.size(); ++i) {
    EXPECT_EQ(captain.results[i].accepted().seq(), i + 2);
  }
  EXPECT_EQ(captain.results.back().rejection().code(), v1::REJECTION_CODE_FORBIDDEN);
}

TEST_F(ExactlyOnceLosses, EO7TheDiskHoldsAtMost256OutcomesOfADevice) {
  Guest& captain = page();
  captain.enter();
  for (int i = 0; i < 700; ++i) captain.add_card("idée");
  hall.settle();
  const auto before = outcomes_on_the_disk();
  hall.crash();
  captain.enter();
  for (int i = 0; i < 10; ++i) captain.command({});
  hall.settle();

  ASSERT_EQ(before.size(), 1U);
  EXPECT_EQ(before.begin()->second, kOutcomesKept);
  EXPECT_THAT(outcomes_on_the_disk(), Each(::testing::Pair(::testing::_, Le(kOutcomesKept))));
}

}  // namespace
}  // namespace rebond::test
