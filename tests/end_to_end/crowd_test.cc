// Stories of many people at once, and of those who do not play along.
#include <gmock/gmock.h>
#include <set>

#include "tests/end_to_end/programs.h"
#include "tests/end_to_end/stubborn_reader.h"

namespace rebond {
namespace {

using ::testing::AnyOf;
using testing::CafeFiles;
using testing::Ended;
using testing::rebond;
using ::testing::SizeIs;
using testing::start_server;
using testing::StubbornReader;
using Json = nlohmann::json;

TEST(Crowd, EO1EO3DG5WritesTwoThousandIdeasEachOnce) {
  const auto server = start_server({"commands_per_second=1000", "commands_burst=2000"});
  const CafeFiles cafe(*server);
  const Ended ended = rebond({"simulate", cafe.links_path(), "--clients", "38", "--rate", "500",
                              "--seconds", "4", "--json"});
  EXPECT_EQ(ended.code, 0) << ended.err;
  const Json report = ended.json();
  EXPECT_EQ(report["acknowledged"], 2'000);
  EXPECT_EQ(report["digests_agree"], true);

  const Json state = rebond({"state", cafe.screen()}).json();
  std::set<std::string> texts;
  for (const Json& card : state["cards"]) texts.insert(card["text"]);
  EXPECT_THAT(state["cards"], SizeIs(2'000));
  EXPECT_THAT(texts, SizeIs(2'000));
  EXPECT_EQ(report["digest"], state["digest"]);
}

TEST(Crowd, EO6SlowsDownInsteadOfLosingIdeas) {
  const auto server = start_server({"commands_per_second=50", "commands_burst=5"});
  const CafeFiles cafe(*server);
  const Ended ended = rebond({"simulate", cafe.links_path(), "--clients", "2", "--rate", "400",
                              "--seconds", "0.5", "--json"});

  EXPECT_EQ(ended.json()["acknowledged"], 200) << ended.err;
}

TEST(Crowd, CU7ClosesWhoDoesNotReadAndServesTheOthers) {
  const auto server =
      start_server({"write_timeout_ms=500", "commands_per_second=100000", "commands_burst=100000"});
  const CafeFiles cafe(*server);
  StubbornReader stubborn(cafe.screen());
  ASSERT_TRUE(stubborn.is_greeted());
  // Enough to fill what the kernel keeps for a socket that nobody reads.
  const Ended ended = rebond({"simulate", cafe.links_path(), "--clients", "4", "--rate", "2000",
                              "--seconds", "2", "--json"});

  EXPECT_EQ(ended.json()["acknowledged"], 4'000) << ended.err;
  EXPECT_EQ(ended.json()["digests_agree"], true);
  // Who reads again within the server's grace finds the close frame; later, a cut line.
  EXPECT_THAT(stubborn.read_until_closed(), AnyOf(4003, StubbornReader::kCut));
}

}  // namespace
}  // namespace rebond
