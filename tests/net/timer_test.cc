// The alarms of cafés on the event loop.
#include <boost/asio/io_context.hpp>
#include <gtest/gtest.h>

#include "net/asio_wakeup.h"

namespace rebond {
namespace {

constexpr int kNeverMs = 1'000'000;

TEST(Timer, ForgetsWhatItWasStartedForBefore) {
  boost::asio::io_context io;
  Timer timer(io.get_executor());
  std::string calls;
  timer.start(0, [&] { calls += "first "; });
  timer.start(0, [&] { calls += "second "; });
  io.run();

  EXPECT_EQ(calls, "second ");
}

TEST(Timer, NeverCallsForAnOwnerThatIsGone) {
  boost::asio::io_context io;
  bool called = false;
  {
    Timer timer(io.get_executor());
    timer.start(0, [&] { called = true; });
  }
  io.run();

  EXPECT_FALSE(called);
}

TEST(Timer, CanBeStartedFromItsOwnCall) {
  boost::asio::io_context io;
  Timer timer(io.get_executor());
  int calls = 0;
  std::function<void()> again = [&] {
    if (++calls < 3) timer.start(0, again);
  };
  timer.start(0, again);
  io.run();

  EXPECT_EQ(calls, 3);
}

class WakeupTest : public testing::Test {
 protected:
  boost::asio::io_context io_;
  ManualClock clock_;
  int ticks_ = 0;
  AsioWakeup wakeup_{io_.get_executor(), clock_, [this] { ++ticks_; }};
};

TEST_F(WakeupTest, NeverTicksFromInsideTheRequest) {
  wakeup_.wake_in(0);
  EXPECT_EQ(ticks_, 0);

  io_.run();
  EXPECT_EQ(ticks_, 1);
}

TEST_F(WakeupTest, TicksOnceForManyRequests) {
  for (const MonotonicMs delay : {kNeverMs, 0, kNeverMs, 0}) wakeup_.wake_in(delay);
  io_.run();

  EXPECT_EQ(ticks_, 1);
}

TEST_F(WakeupTest, KeepsTheEarlierRequest) {
  wakeup_.wake_in(0);
  wakeup_.wake_in(kNeverMs);
  io_.run_one();

  EXPECT_EQ(ticks_, 1);
}

TEST_F(WakeupTest, TicksAgainWhenAskedAgain) {
  wakeup_.wake_in(0);
  io_.run();
  io_.restart();
  wakeup_.wake_in(0);
  io_.run();

  EXPECT_EQ(ticks_, 2);
}

}  // namespace
}  // namespace rebond
