// Stories of a server that goes away and comes back while people write.
#include <algorithm>
#include <gmock/gmock.h>

#include "tests/end_to_end/programs.h"

namespace rebond {
namespace {

using testing::CafeFiles;
using testing::Ended;
using testing::rebond;
using testing::Running;
using ::testing::SizeIs;
using testing::start_server;
using Json = nlohmann::json;

std::size_t times_written(const CafeFiles& cafe, const std::string& text) {
  const Json state = rebond({"state", cafe.screen()}).json();
  return static_cast<std::size_t>(
      std::count_if(state["cards"].begin(), state["cards"].end(),
                    [&](const Json& card) { return card["text"] == text; }));
}

TEST(Restart, ST1KeepsAnIdeaThatWasAddedWhileTheServerWasAway) {
  const auto server = start_server();
  const CafeFiles cafe(*server);
  server->kill();
  Running add({"add", cafe.captain(1), "pendant la panne", "--timeout", "15"});
  ASSERT_TRUE(server->start());
  const Ended added = add.wait();

  EXPECT_EQ(added.code, 0) << added.err;
  EXPECT_EQ(added.json()["seq"], 2);
  EXPECT_EQ(times_written(cafe, "pendant la panne"), 1U);
}

TEST(Restart, EO1ST1PlaysEveryIdeaOnceOverAKill) {
  const auto server = start_server();
  const CafeFiles cafe(*server);
  Running play({"play", CafeFiles::demo_plan(), "--links", cafe.links_path()});
  for (int idea = 0; idea < 5; ++idea) ASSERT_TRUE(play.line());
  server->kill();
  ASSERT_TRUE(server->start());
  const Ended played = play.wait();

  EXPECT_EQ(played.code, 0) << played.err;
  EXPECT_EQ(played.lines().back(), "acknowledged 25 of 25");
  EXPECT_THAT(rebond({"state", cafe.screen()}).json()["cards"], SizeIs(25));
}

TEST(Restart, SaysGoodbyeAndIsFoundAgain) {
  const auto server = start_server();
  const CafeFiles cafe(*server);
  Running watch({"watch", cafe.screen(), "--until", "2"});
  ASSERT_TRUE(watch.line());
  EXPECT_EQ(server->stop(), 0);
  ASSERT_TRUE(server->start());
  EXPECT_EQ(rebond({"add", cafe.captain(1), "de retour"}).code, 0);

  EXPECT_EQ(watch.wait().code, 0);
}

}  // namespace
}  // namespace rebond
