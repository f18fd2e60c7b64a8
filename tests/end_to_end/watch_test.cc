// Stories of somebody who watches: from any place, over gaps, into the future.
#include <csignal>
#include <gmock/gmock.h>

#include "tests/end_to_end/programs.h"

namespace rebond {
namespace {

using testing::CafeFiles;
using testing::Ended;
using ::testing::HasSubstr;
using testing::rebond;
using testing::Running;
using ::testing::SizeIs;
using testing::start_server;
using ::testing::StartsWith;

TEST(Watch, CU2SaysWhichEntriesAreOnlyInASnapshot) {
  const auto server = start_server({"resume_entries=5", "ring_entries=5"});
  const CafeFiles cafe(*server);
  rebond({"play", CafeFiles::demo_plan(), "--links", cafe.links_path()});
  const Ended watched = rebond({"watch", cafe.screen(), "--from", "1", "--until", "26"});

  EXPECT_EQ(watched.code, 1);
  EXPECT_THAT(watched.err, HasSubstr("--from 26"));
}

TEST(Watch, GoesOnBehindWhatIsOnlyInASnapshot) {
  const auto server = start_server({"resume_entries=5", "ring_entries=5"});
  const CafeFiles cafe(*server);
  rebond({"play", CafeFiles::demo_plan(), "--links", cafe.links_path()});
  Running watch({"watch", cafe.screen()});
  // Ideas are added until the watcher, which comes when it comes, has seen one.
  std::optional<std::string> line;
  for (int i = 0; i < 100 && !line; ++i) {
    rebond({"add", cafe.captain(1), "encore"});
    line = watch.line(std::chrono::milliseconds(100));
  }
  watch.signal(SIGTERM);

  EXPECT_THAT(line.value_or("nothing"), HasSubstr("card_added\tencore"));
  EXPECT_THAT(watch.wait().err, HasSubstr("going on behind them"));
}

TEST(Watch, WaitsForAnEntryThatIsStillToCome) {
  const auto server = start_server();
  const CafeFiles cafe(*server);
  Running watch({"watch", cafe.screen(), "--from", "2", "--until", "3"});
  for (const char* text : {"une", "deux"}) rebond({"add", cafe.captain(1), text});
  const Ended watched = watch.wait();

  ASSERT_THAT(watched.lines(), SizeIs(1));
  EXPECT_THAT(watched.lines()[0], StartsWith("3\t"));
}

TEST(Watch, NamesWhatHappensAsItIsCalledThen) {
  const auto server = start_server();
  const CafeFiles cafe(*server);
  Running watch({"watch", cafe.screen(), "--from", "1"});
  rebond({"play", CafeFiles::demo_plan(), "--links", cafe.links_path()});
  rebond({"link", cafe.captain(1), "t1.4", "t1.9", "--phrase", "comme"});
  std::string line;
  for (int entry = 2; entry <= 27; ++entry) line = watch.line().value_or("nothing");

  EXPECT_THAT(line, HasSubstr("link_added\tpas d'éclairage permanent — comme — fermer les "
                              "appareils électriques"));
}

}  // namespace
}  // namespace rebond
