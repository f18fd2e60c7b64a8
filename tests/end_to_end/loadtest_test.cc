// Stories of the load test: each scenario, small, and what it refuses.
#include <gmock/gmock.h>

#include "tests/end_to_end/programs.h"

namespace rebond {
namespace {

using testing::Ended;
using ::testing::HasSubstr;
using testing::rebond_loadtest;
using testing::start_server;
using Json = nlohmann::json;

TEST(LoadTest, DeliversEveryEntryOfAHallToEverybody) {
  const Ended ended = rebond_loadtest({"hall", "20", "--rate", "50", "--seconds", "1", "--json"});

  ASSERT_EQ(ended.code, 0) << ended.err;
  const Json report = ended.json();
  EXPECT_EQ(report["acknowledged"], 50);
  EXPECT_EQ(report["deliveries"], 50 * 21);
  EXPECT_GT(report["server_memory_bytes"], 0);
}

TEST(LoadTest, DG5AgreesAtTheEndOfAnEvening) {
  const Json report = rebond_loadtest({"evening", "--seconds", "1", "--json"}).json();

  // Whoever comes late in so short a round is at the wrong table, and is told so.
  EXPECT_EQ(report["acknowledged"].get<int>() + report["rejected"].get<int>(), report["sent"]);
  EXPECT_EQ(report["deliveries"], report["deliveries_expected"]);
  EXPECT_EQ(report["trouble"], "");
}

TEST(LoadTest, HoldsConnectionsOnWhichNothingHappens) {
  const Ended ended = rebond_loadtest({"idle", "20", "--seconds", "0.2", "--json"});

  EXPECT_EQ(ended.code, 0) << ended.err;
  EXPECT_EQ(ended.json()["clients"], 20);
}

TEST(LoadTest, UsesAServerThatRunsAlready) {
  const auto server = start_server();
  const Ended ended =
      rebond_loadtest({"hall", "3", "--rate", "10", "--seconds", "0.5", "--server", server->url()});

  EXPECT_EQ(ended.code, 0) << ended.err;
  EXPECT_THAT(ended.out, HasSubstr("5 sent, 5 acknowledged"));
}

TEST(LoadTest, RefusesAServerElsewhere) {
  const Ended ended = rebond_loadtest({"idle", "1", "--server", "http://192.0.2.1:8080"});

  EXPECT_EQ(ended.code, 2);
  EXPECT_THAT(ended.err, HasSubstr("only a server on this machine"));
}

TEST(LoadTest, SaysThatTheServerIsMissing) {
  const Ended ended = rebond_loadtest({"idle", "1", "--server-binary", "/nowhere/server"});

  EXPECT_EQ(ended.code, 3);
  EXPECT_THAT(ended.err, HasSubstr("/nowhere/server"));
}

}  // namespace
}  // namespace rebond
