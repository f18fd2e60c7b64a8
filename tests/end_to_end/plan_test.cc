// Stories of rebond plan: seats without a server.
#include <fstream>
#include <gmock/gmock.h>
#include <map>
#include <set>

#include "tests/end_to_end/programs.h"

namespace rebond {
namespace {

using ::testing::AllOf;
using testing::Ended;
using ::testing::HasSubstr;
using testing::rebond;

class Plan : public ::testing::Test {
 protected:
  std::string file(const std::string& text) {
    const std::string path = folder_.path() + "/people.csv";
    std::ofstream(path) << text;
    return path;
  }

  loadtest::TempFolder folder_;
};

/// Meetings of two people beyond their first, counted from the document.
std::size_t repeats_in(const nlohmann::json& plan) {
  std::map<std::pair<nlohmann::json, nlohmann::json>, std::size_t> met;
  std::size_t repeats = 0;
  for (const auto& round : plan["rounds"]) {
    for (const auto& table : round) {
      for (std::size_t a = 0; a < table.size(); ++a) {
        for (std::size_t b = 0; b < a; ++b) {
          if (met[std::minmax(table[a], table[b])]++ > 0) ++repeats;
        }
      }
    }
  }
  return repeats;
}

TEST_F(Plan, TravellersMeetNobodyTwice) {
  const Ended ended =
      rebond({"plan", "--travellers", "28", "--tables", "7", "--rounds", "4", "--json"});

  ASSERT_EQ(ended.code, 0) << ended.err;
  ASSERT_EQ(ended.lines().size(), 1U);
  const nlohmann::json plan = ended.json();
  EXPECT_EQ(plan["rounds"].size(), 4U);
  EXPECT_EQ(plan["repeats"], 0);
  EXPECT_EQ(plan["revisits"], 0);
  EXPECT_EQ(plan["optimal"], true);
  EXPECT_EQ(repeats_in(plan), 0U);
  for (const auto& round : plan["rounds"]) {
    std::set<int> seated;
    for (const auto& table : round) {
      EXPECT_EQ(table.size(), 4U);
      for (const auto& id : table) seated.insert(id.get<int>());
    }
    EXPECT_EQ(seated.size(), 28U);
  }
}

TEST_F(Plan, RepeatsAreThoseOfTheDocument) {
  const Ended ended =
      rebond({"plan", "--travellers", "31", "--tables", "4", "--rounds", "3", "--json"});

  EXPECT_EQ(ended.json()["repeats"], repeats_in(ended.json()));
}

TEST_F(Plan, SameSeedGivesTheSamePlan) {
  const std::vector<std::string> usual = {
      "plan", "--travellers", "35", "--tables", "6", "--rounds", "4", "--json", "--seed", "3"};
  std::vector<std::string> other = usual;
  other.back() = "4";

  EXPECT_EQ(rebond(usual).out, rebond(usual).out);
  EXPECT_NE(rebond(usual).out, rebond(other).out);
}

TEST_F(Plan, PeopleOfAFileKeepTheirIdsAndWishes) {
  const std::string people = file(
      "id;name;group;stays;together;apart\r\n"
      "10;Ana;tenant;2;;\r\n11;Bob;tenant;;;12\r\n12;Chloé;tenant;;;\r\n"
      "13;Dan;employee;;14;\r\n14;Eve;tenant;;;\r\n15;Fay;employee;;;\r\n"
      "16;Guy;tenant;;;\r\n17;Hugo;tenant;;;\r\n18;Ines;tenant;;;\r\n");
  const Ended ended = rebond({"plan", people, "--tables", "3", "--rounds", "3", "--json"});

  ASSERT_EQ(ended.code, 0) << ended.err;
  for (const auto& round : ended.json()["rounds"]) {
    std::map<int, std::size_t> table_of;
    for (std::size_t t = 0; t < round.size(); ++t) {
      for (const auto& id : round[t]) table_of[id] = t;
    }
    EXPECT_EQ(table_of.size(), 9U);
    EXPECT_EQ(table_of[10], 1U);
    EXPECT_EQ(table_of[13], table_of[14]);
    EXPECT_NE(table_of[11], table_of[12]);
  }
  EXPECT_THAT(rebond({"plan", people, "--tables", "3"}).out,
              AllOf(HasSubstr("Chloé"), HasSubstr("encounters")));
}

TEST_F(Plan, CaptainOfAFileWithMistakesIsToldWhere) {
  const std::vector<std::pair<std::string, std::string>> mistakes = {
      {"id;stays\n1;\n2;9\n", "line 3, stays"},
      {"id;together;apart\n1;2;\n2;;1\n", "line 2, apart"},
      {"id;together;stays\n1;2;1\n2;;2\n", "line 3, stays"},
      {"id;name\n1;\"Ana\n", "line 2"},
      {"name\nAna\n", "line 1, id"}};
  for (const auto& [text, place] : mistakes) {
    const Ended ended = rebond({"plan", file(text), "--tables", "2"});
    EXPECT_EQ(ended.code, 2);
    EXPECT_THAT(ended.err, HasSubstr(place));
    EXPECT_EQ(ended.out, "");
  }
}

TEST_F(Plan, WrongNumbersAreOneSentence) {
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"plan"},
        {"plan", "--travellers", "5"},
        {"plan", "--travellers", "5001", "--tables", "100"},
        {"plan", "--travellers", "-1", "--tables", "3"},
        {"plan", "--travellers", "9", "--tables", "0"},
        {"plan", "--travellers", "9", "--tables", "3", "--rounds", "13"},
        {"plan", "--travellers", "9", "--tables", "3", "--rounds", "0"},
        {"plan", "--travellers", "9", "--tables", "3", "--capacity", "2"},
        {"plan", "--travellers", "9", "--tables", "3", "--capacity", "3,3"},
        {"plan", "--travellers", "9", "--tables", "3", "--remote", "4"},
        {"plan", "--travellers", "9", "--tables", "3", "people.csv"},
        {"plan", "/nowhere/people.csv", "--tables", "3"}}) {
    const Ended ended = rebond(arguments);
    EXPECT_EQ(ended.code, 2) << ::testing::PrintToString(arguments);
    EXPECT_EQ(ended.err.find('\n'), ended.err.size() - 1) << ended.err;
    EXPECT_EQ(ended.out, "");
  }
}

TEST_F(Plan, EveryCafeHasAPlan) {
  for (const std::string travellers : {"0", "1", "2", "500"}) {
    for (const std::string tables : {"1", "7", "100"}) {
      for (const std::string rounds : {"1", "6"}) {
        if (travellers == "500" && tables == "7") continue;
        const Ended ended = rebond(
            {"plan", "--travellers", travellers, "--tables", tables, "--rounds", rounds, "--json"});
        ASSERT_EQ(ended.code, 0) << ended.err;
        EXPECT_EQ(ended.json()["rounds"].size(), rounds == "1" ? 1U : 6U);
        EXPECT_EQ(ended.json()["rounds"][0].size(), std::stoul(tables));
      }
    }
  }
}

TEST_F(Plan, CapacitiesRemoteTablesAndTheWayHomeAreKept) {
  const Ended ended =
      rebond({"plan", "--travellers", "20", "--tables", "5", "--rounds", "3", "--capacity",
              "5,5,8,8,3", "--remote", "4", "--return-home", "--json"});

  ASSERT_EQ(ended.code, 0) << ended.err;
  const nlohmann::json plan = ended.json();
  EXPECT_EQ(plan["rounds"][2], plan["rounds"][0]);
  for (const auto& round : plan["rounds"]) {
    EXPECT_LE(round[4].size(), 3U);
    EXPECT_EQ(round[3].size(), 0U);
  }
}

}  // namespace
}  // namespace rebond
