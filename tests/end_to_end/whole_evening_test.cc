// A whole evening of the real café from the terminal, and what is left of it.
#include <gmock/gmock.h>
#include <map>

#include "tests/end_to_end/programs.h"

namespace rebond {
namespace {

using testing::CafeFiles;
using testing::Ended;
using ::testing::HasSubstr;
using testing::rebond;
using ::testing::SizeIs;
using testing::start_server;
using Json = nlohmann::json;

/// The objects that a list prints with --json.
std::vector<Json> rows(const std::string& command, const std::string& link) {
  const Ended ended = rebond({command, link, "list", "--json"});
  EXPECT_EQ(ended.code, 0) << command << ": " << ended.err;
  std::vector<Json> rows;
  for (const std::string& line : ended.lines()) rows.push_back(Json::parse(line));
  return rows;
}

/// Played once for all tests: none of them changes it.
class WholeEvening : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    server_ = start_server();
    cafe_ = std::make_unique<CafeFiles>(*server_);
    played_ = rebond({"play", CafeFiles::demo_plan(), "--links", cafe_->links_path(), "--evening"});
  }
  static void TearDownTestSuite() {
    cafe_.reset();
    server_.reset();
  }

  static Json state() { return rebond({"state", cafe_->screen()}).json(); }

  static inline std::unique_ptr<loadtest::OwnServer> server_;
  static inline std::unique_ptr<CafeFiles> cafe_;
  static inline Ended played_;
};

TEST_F(WholeEvening, IsPlayedFromThePreparationToTheThanks) {
  EXPECT_EQ(played_.code, 0) << played_.err;
  EXPECT_EQ(played_.lines().back(), "acknowledged 25 of 25");
  const Json now = state();
  EXPECT_THAT(now["cards"], SizeIs(25));
  const Json script = rows("script", cafe_->screen());
  EXPECT_EQ(std::count_if(script.begin(), script.end(),
                          [](const Json& step) { return step["now"] && step["slug"] == "thanks"; }),
            1);
}

TEST_F(WholeEvening, SeatsEverybodyWhoIsThereOnceInEachRound) {
  std::size_t rounds = 0;
  for (const Json& round : rows("seats", cafe_->screen())) {
    std::map<std::string, int> seats;
    for (const Json& person : round["people"]) ++seats[person];
    EXPECT_GE(seats.size(), 12U);
    for (const auto& [person, count] : seats) EXPECT_EQ(count, 1) << person;
    ++rounds;
  }
  EXPECT_EQ(rounds, 3U);
}

TEST_F(WholeEvening, TwoPeopleCameLateAndOneLeft) {
  std::map<std::string, int> count;
  for (const Json& person : rows("person", cafe_->screen())) ++count[person["attendance"]];
  EXPECT_EQ(count["left"], 1);
  EXPECT_EQ(count["here"], 13);
  EXPECT_EQ(count["expected"], 0);
}

TEST_F(WholeEvening, HasAValidatedSynthesisOfEachTableInItsOwnWords) {
  std::map<std::string, int> lines;
  for (const Json& line : rows("synthesis", cafe_->screen())) {
    EXPECT_TRUE(line["validated"]) << line;
    EXPECT_THAT(line["cards"], SizeIs(1));
    ++lines[line["table"]];
  }
  EXPECT_EQ(lines.size(), 3U);
}

TEST_F(WholeEvening, HasSupportAnAnswerAnActionAndOpinions) {
  EXPECT_THAT(rows("support", cafe_->screen()), SizeIs(3));
  EXPECT_THAT(rows("action", cafe_->screen()), SizeIs(1));
  EXPECT_THAT(rows("expert", cafe_->screen()), SizeIs(1));
  EXPECT_EQ(rows("evaluation", cafe_->screen())[0]["yes"], 3);
}

TEST_F(WholeEvening, COCostsWhatWasPublished) {
  std::map<std::string, Json> totals;
  for (const Json& row : rows("cost", cafe_->screen())) {
    if (row.contains("total")) totals[row["total"]] = row;
  }
  EXPECT_EQ(totals["café"]["euros"], 2658);
  EXPECT_EQ(totals["programme"]["euros"], 23922);
  EXPECT_EQ(totals["employee"]["euros"], 332);
  EXPECT_EQ(totals["tenant"]["euros"], 76);
}

TEST_F(WholeEvening, IsTheTemplateOfAnotherOne) {
  const Ended plan = rebond({"export", cafe_->facilitator(), "--format", "template"});
  ASSERT_EQ(plan.code, 0) << plan.err;
  EXPECT_THAT(plan.json()["script"], SizeIs(14));
  EXPECT_FALSE(plan.json().contains("carried"));
}

TEST_F(WholeEvening, WhatIsUnfinishedSeedsTheNextCafe) {
  loadtest::TempFolder folder;
  const std::string path = folder.path() + "/next.json";
  const Ended plan = rebond({"export", cafe_->facilitator(), "--format", "next", "-o", path});
  ASSERT_EQ(plan.code, 0) << plan.err;
  const CafeFiles next(*server_, path);
  const Json begun = rebond({"state", next.screen()}).json();
  EXPECT_THAT(begun["cards"], SizeIs(24));  // one has become an action
  EXPECT_THAT(rows("action", next.screen()), SizeIs(1));
}

TEST_F(WholeEvening, IsNotPlayedOverACafeThatHasIdeas) {
  const CafeFiles used(*server_);
  ASSERT_EQ(rebond({"add", used.captain(1), "une idée"}).code, 0);
  const Ended refused =
      rebond({"play", CafeFiles::demo_plan(), "--links", used.links_path(), "--evening"});
  EXPECT_EQ(refused.code, 1);
  EXPECT_THAT(refused.err, HasSubstr("create a new one"));
}

}  // namespace
}  // namespace rebond
