// Stories of a café from the terminal: founded, played, watched, exported.
#include <fstream>
#include <gmock/gmock.h>

#include "tests/cli/json_schema.h"
#include "tests/end_to_end/programs.h"

namespace rebond {
namespace {

using testing::broken_rules;
using testing::CafeFiles;
using testing::Ended;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::rebond;
using testing::Running;
using testing::schema_of;
using ::testing::SizeIs;
using testing::start_server;
using Json = nlohmann::json;

/// The words of the demo's ideas at each table, in the plan's order.
std::vector<std::vector<std::string>> demo_words() {
  std::ifstream file(CafeFiles::demo_plan());
  const Json plan = Json::parse(file);
  std::vector<std::vector<std::string>> words;
  for (const Json& table : plan["tables"]) {
    words.emplace_back();
    for (const Json& idea : table["ideas"]) words.back().push_back(idea["text"]);
  }
  return words;
}

std::vector<std::vector<std::string>> words_of(const Json& state) {
  std::map<std::string, std::size_t> place;
  for (const Json& table : state["tables"])
    place[table["id"]] = table["number"].get<std::size_t>() - 1;
  std::vector<std::vector<std::string>> words(place.size());
  for (const Json& card : state["cards"]) words[place.at(card["table"])].push_back(card["text"]);
  return words;
}

class Evening : public ::testing::Test {
 protected:
  Ended play() {
    return rebond({"play", CafeFiles::demo_plan(), "--links", cafe_.links_path(), "--pace", "0"});
  }

  std::unique_ptr<loadtest::OwnServer> server_ = start_server();
  CafeFiles cafe_{*server_};
};

TEST_F(Evening, HasEveryIdeaOfThePlanWordForWord) {
  const Ended played = play();
  EXPECT_EQ(played.code, 0) << played.err;
  EXPECT_EQ(played.lines().back(), "acknowledged 25 of 25");

  EXPECT_EQ(words_of(rebond({"state", cafe_.screen()}).json()), demo_words());
}

TEST_F(Evening, AddsNothingWhenItIsPlayedAgain) {
  play();
  const Ended again = play();

  EXPECT_EQ(again.lines().back(), "acknowledged 25 of 25");
  EXPECT_THAT(rebond({"state", cafe_.screen()}).json()["cards"], SizeIs(25));
}

TEST_F(Evening, DG5GivesEveryRoleTheSameDigest) {
  play();
  const std::string digest = rebond({"state", cafe_.facilitator(), "--digest"}).out;

  EXPECT_THAT(digest, ::testing::MatchesRegex("26 [0-9a-f]+\n"));
  EXPECT_EQ(rebond({"state", cafe_.captain(1), "--digest"}).out, digest);
  EXPECT_EQ(rebond({"state", cafe_.screen(), "--digest"}).out, digest);
}

TEST_F(Evening, ST1ST3IsTheSameAfterAKillAndARestart) {
  play();
  const std::string digest = rebond({"state", cafe_.screen(), "--digest"}).out;
  server_->kill();
  ASSERT_TRUE(server_->start());

  EXPECT_EQ(rebond({"state", cafe_.screen(), "--digest"}).out, digest);
}

TEST_F(Evening, CU1IsWatchedOverAKillWithoutAGap) {
  Running watch({"watch", cafe_.screen(), "--from", "0"});
  EXPECT_THAT(watch.line().value_or(""), HasSubstr("cafe_created"));
  play();
  server_->kill();
  ASSERT_TRUE(server_->start());
  EXPECT_EQ(rebond({"add", cafe_.captain(1), "après la panne"}).code, 0);

  for (int seq = 2; seq <= 27; ++seq) {
    const std::string line = watch.line().value_or("nothing");
    EXPECT_EQ(line.substr(0, line.find('\t')), std::to_string(seq));
  }
}

TEST_F(Evening, WatchesFromTheEntryBehindTheOneThatIsNamed) {
  play();
  const Ended watched =
      rebond({"watch", cafe_.screen(), "--from", "20", "--until", "22", "--json"});

  ASSERT_THAT(watched.lines(), SizeIs(2));
  EXPECT_EQ(Json::parse(watched.lines()[0])["seq"], 21);
  EXPECT_EQ(Json::parse(watched.lines()[1])["seq"], 22);
}

TEST_F(Evening, PrintsWhatTheSchemasSay) {
  play();
  for (const std::string& line :
       rebond({"watch", cafe_.facilitator(), "--until", "26", "--json"}).lines()) {
    EXPECT_THAT(broken_rules(schema_of("watch"), Json::parse(line)), IsEmpty()) << line;
  }
  EXPECT_THAT(broken_rules(schema_of("state"), rebond({"state", cafe_.screen()}).json()),
              IsEmpty());
  const Ended exported = rebond({"export", cafe_.screen(), "--format", "json"});
  EXPECT_THAT(broken_rules(schema_of("export"), exported.json()), IsEmpty());
}

TEST_F(Evening, PrintsOneDocumentForOneState) {
  play();

  EXPECT_EQ(rebond({"state", cafe_.screen()}).out, rebond({"state", cafe_.captain(2)}).out);
}

TEST_F(Evening, IsLedFromTheTerminal) {
  play();
  const std::string facilitator = cafe_.facilitator();
  EXPECT_EQ(rebond({"link", facilitator, "t2.1", "t1.5", "--kind", "same-as"}).json()["seq"], 27);
  EXPECT_EQ(rebond({"group", facilitator, "L'eau", "t1.5", "t2.1"}).json()["seq"], 28);
  EXPECT_EQ(rebond({"step", facilitator, "round 2"}).json()["step"], "round-2");
  EXPECT_EQ(rebond({"round", facilitator, "start", "--minutes", "15"}).json()["round"], 2);
  for (const char* action : {"pause", "resume", "extend", "end"}) {
    EXPECT_EQ(rebond({"round", facilitator, action}).code, 0) << action;
  }
  const Json state = rebond({"state", facilitator}).json();

  EXPECT_EQ(state["links"][0]["kind"], "same_as");
  EXPECT_EQ(state["groups"][0]["name"], "L'eau");
  EXPECT_THAT(state["memberships"], SizeIs(2));
  EXPECT_GT(state["rounds"][1]["ended_at_ms"], 0);
}

TEST_F(Evening, LeavesATraceWithEveryIdea) {
  play();
  const std::string markdown = rebond({"export", cafe_.facilitator(), "--format", "md"}).out;
  const Json json = rebond({"export", cafe_.facilitator(), "--format", "json"}).json();

  EXPECT_THAT(json["ideas"], SizeIs(25));
  EXPECT_THAT(markdown, HasSubstr("éolienne sur les toits"));
}

TEST_F(Evening, HS4LooksWithoutWritingAnything) {
  const std::string before = rebond({"state", cafe_.participant(), "--digest"}).out;
  rebond({"watch", cafe_.participant(), "--until", "1"});
  rebond({"state", cafe_.captain(1)});

  EXPECT_EQ(rebond({"state", cafe_.facilitator(), "--digest"}).out, before);
}

TEST_F(Evening, StopsCleanlyWhenItIsAskedTo) {
  EXPECT_EQ(server_->stop(), 0);
}

}  // namespace
}  // namespace rebond
