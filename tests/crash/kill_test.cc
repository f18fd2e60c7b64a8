// A few rounds of kill -9 in every test run, and the proof that a loss would be found.
#include <gmock/gmock.h>

#include "tests/crash/rounds.h"

namespace rebond::crash {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;

RoundsOptions options() {
  RoundsOptions options;
  options.server = REBOND_SERVER;
  options.terminal = REBOND_CLI;
  return options;
}

TEST(Kill, ST1ST3EO1KeepsEveryAcknowledgedCommandOnceAndAllThatWasSeen) {
  const RoundsReport report = play_rounds(options());

  EXPECT_THAT(report.findings, ::testing::IsEmpty());
  EXPECT_EQ(report.rounds, options().rounds);
  EXPECT_GT(report.accepted, report.rounds);
  EXPECT_GT(report.rejected, 0U);
}

TEST(Kill, ST1FindsALossWhenAnOlderDataFolderIsPutBack) {
  RoundsOptions planted = options();
  planted.rounds = 3;
  planted.plant_old_folder = true;

  EXPECT_THAT(play_rounds(planted).findings, Contains(HasSubstr("is lost")));
}

}  // namespace
}  // namespace rebond::crash
