// Rule ER6: a café is removed when its time is over, and only when the clock can be believed.
#include "live/retention.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/live/hall.h"

namespace rebond::test {
namespace {

constexpr MonotonicMs kHour = 3'600'000;
constexpr double kDay = 24.0 * 3'600'000.0;

/// One café that is kept for 30 days after its last entry.
class KeptFor30Days : public testing::Test {
 protected:
  KeptFor30Days() { retention_.found_at_start(last_entry_); }

  bool look() { return retention_.is_over("CAFE", {last_entry_, 30, somebody_}); }

  ManualClock clock_;
  Retention retention_{clock_};
  const double last_entry_ = clock_.wall_ms() - 31.0 * kDay;
  bool somebody_ = false;
};

TEST_F(KeptFor30Days, ER6IsOverWhenSeenTwiceAnHourApart) {
  EXPECT_FALSE(look());
  clock_.advance(kHour - 1);
  EXPECT_FALSE(look());
  clock_.advance(1);
  EXPECT_TRUE(look());
}

TEST_F(KeptFor30Days, ER6IsNotOverBeforeItsTime) {
  clock_.set_wall(last_entry_ + 29.0 * kDay);
  EXPECT_FALSE(look());
  clock_.advance(kHour);
  EXPECT_FALSE(look());
}

TEST_F(KeptFor30Days, ER6AJumpOfTheClockBeginsTheWaitingAnew) {
  EXPECT_FALSE(look());
  clock_.advance(kHour);
  clock_.set_wall(clock_.wall_ms() + 2.0 * kDay);
  EXPECT_FALSE(look());
  clock_.advance(kHour);
  EXPECT_TRUE(look());
}

TEST_F(KeptFor30Days, ER6AClockThatIsYearsAheadIsNotBelieved) {
  clock_.set_wall(last_entry_ + 800.0 * kDay);
  for (int hour = 0; hour < 48; ++hour) {
    EXPECT_FALSE(look());
    clock_.advance(kHour);
  }
}

TEST_F(KeptFor30Days, ER6IsNeverRemovedUnderPeople) {
  EXPECT_FALSE(look());
  clock_.advance(kHour);
  somebody_ = true;
  EXPECT_FALSE(look());
  clock_.advance(kHour);
  somebody_ = false;
  EXPECT_FALSE(look());
  clock_.advance(kHour);
  EXPECT_TRUE(look());
}

TEST_F(KeptFor30Days, ER6WithoutANumberOfDaysItStays) {
  EXPECT_FALSE(retention_.is_over("CAFE", {0, 0, false}));
  EXPECT_EQ(retention_.next_look_ms("CAFE"), std::nullopt);
}

/// The facilitator has said how long the café is kept, and everybody has gone home.
class RetentionInHall : public testing::Test {
 protected:
  RetentionInHall() {
    hall_.rooms->on_retired([this](const CafeId& cafe) { retired_.push_back(cafe); });
    Guest& facilitator = hall_.facilitator();
    facilitator.enter();
    v1::Command command;
    command.mutable_set_retention()->set_days(30);
    facilitator.command(command);
    hall_.settle();
    facilitator.disconnect();
  }

  Hall hall_;
  std::vector<CafeId> retired_;
};

TEST_F(RetentionInHall, ER6TheCafeIsRemovedAndItsIdTold) {
  hall_.pass(kHour);
  hall_.pass(static_cast<MonotonicMs>(30 * kDay));
  EXPECT_NE(hall_.rooms->find(hall_.links.cafe), nullptr);
  hall_.pass(kHour);

  EXPECT_EQ(hall_.rooms->find(hall_.links.cafe), nullptr);
  EXPECT_THAT(retired_, testing::ElementsAre(hall_.links.cafe));
}

TEST_F(RetentionInHall, ER6NotWhileSomebodyIsThere) {
  Guest& screen = hall_.screen();
  screen.enter();
  for (int days = 0; days < 40; ++days) hall_.pass(static_cast<MonotonicMs>(kDay));

  EXPECT_NE(hall_.rooms->find(hall_.links.cafe), nullptr);
  EXPECT_FALSE(screen.closed);
}

TEST_F(RetentionInHall, ER6ARestartCountsFromTheLastEntry) {
  hall_.pass(static_cast<MonotonicMs>(31 * kDay));
  hall_.crash();
  hall_.rooms->on_retired([this](const CafeId& cafe) { retired_.push_back(cafe); });
  hall_.settle();
  hall_.pass(kHour);

  EXPECT_THAT(retired_, testing::ElementsAre(hall_.links.cafe));
}

}  // namespace
}  // namespace rebond::test
