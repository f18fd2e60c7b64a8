// Plans that say little more than their ideas.
#include "clients/cli/plan_ideas.h"

#include <gmock/gmock.h>

namespace rebond::cli {
namespace {

using ::testing::SizeIs;

PlanIdeas read(std::string_view json) {
  Result<PlanIdeas> plan = read_plan_ideas(json);
  EXPECT_TRUE(plan.has_value()) << describe(plan.error());
  return plan ? std::move(*plan) : PlanIdeas();
}

/// The field that is wrong.
std::string refused(std::string_view json) {
  const Result<PlanIdeas> plan = read_plan_ideas(json);
  EXPECT_FALSE(plan.has_value());
  return plan ? "" : plan.error().field;
}

TEST(PlanIdeas, NeedNoNamesOfTables) {
  const PlanIdeas plan = read(R"({"tables":[{"ideas":[{"id":"a","text":"un"}]},
                                            {"ideas":[{"id":7,"text":""}]}]})");

  ASSERT_THAT(plan.ideas, SizeIs(2));
  EXPECT_EQ(plan.name(1), "a");
  EXPECT_EQ(plan.name(2), 7);
  EXPECT_EQ(plan.text(1), "un");
  EXPECT_NE(plan.ideas[0].table, plan.ideas[1].table);
}

TEST(PlanIdeas, AreFrenchUnlessThePlanSaysOtherwise) {
  EXPECT_EQ(read(R"({"tables":[{"ideas":[]}]})").language, "fr");
  EXPECT_EQ(read(R"({"source":{"language":"en"},"tables":[{"ideas":[]}]})").language, "en");
  EXPECT_EQ(
      read(R"({"language":"nl","source":{"language":"en"},"tables":[{"ideas":[]}]})").language,
      "nl");
}

TEST(PlanIdeas, HaveBrokenBytesReplaced) {
  const PlanIdeas plan =
      read("\xEF\xBB\xBF{\"tables\":[{\"ideas\":[{\"id\":\"a\",\"text\":\"\xFF\"}]}]}");

  EXPECT_EQ(plan.text(1), "\xEF\xBF\xBD");
}

TEST(PlanIdeas, AreRefusedWithTheFieldThatIsWrong) {
  EXPECT_EQ(refused("no json"), "plan");
  EXPECT_EQ(refused("[]"), "plan");
  EXPECT_EQ(refused("{}"), "tables");
  EXPECT_EQ(refused(R"({"tables":[]})"), "tables");
  EXPECT_EQ(refused(R"({"tables":[1]})"), "tables[0]");
  EXPECT_EQ(refused(R"({"tables":[{"name":"x"}]})"), "tables[0].ideas");
  EXPECT_EQ(refused(R"({"tables":[{"ideas":["x"]}]})"), "tables[0].ideas[0]");
  EXPECT_EQ(refused(R"({"tables":[{"ideas":[{"text":"x"}]}]})"), "tables[0].ideas[0].id");
  EXPECT_EQ(refused(R"({"tables":[{"ideas":[{"id":"a"}]}]})"), "tables[0].ideas[0].text");
  EXPECT_EQ(refused(R"({"tables":[{"ideas":[{"id":"a","text":"x"},{"id":"a","text":"y"}]}]})"),
            "tables[0].ideas[1].id");
  EXPECT_EQ(refused(R"({"language":5,"tables":[{"ideas":[]}]})"), "language");
  EXPECT_EQ(refused(R"({"source":{"language":""},"tables":[{"ideas":[]}]})"), "source.language");
}

}  // namespace
}  // namespace rebond::cli
