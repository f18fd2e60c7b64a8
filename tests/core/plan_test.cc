// Plans: what is read, and which field is named when something is wrong.
#include "core/plan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace rebond {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using Json = nlohmann::json;

/// Two tables with an idea each.
Json small() {
  return Json::parse(R"({"tables": [
    {"name": "Une", "ideas": [{"id": "a", "text": "eau"}]},
    {"name": "Deux", "ideas": [{"id": "b", "text": "vélo"}]}]})");
}

/// The small plan with the value at a JSON pointer replaced.
Json with(const std::string& pointer, const Json& value) {
  Json plan = small();
  plan[Json::json_pointer(pointer)] = value;
  return plan;
}

Json without(const std::string& parent, const std::string& key) {
  Json plan = small();
  plan[Json::json_pointer(parent)].erase(key);
  return plan;
}

Plan read(const Json& json) {
  Result<Plan> plan = parse_plan(json.dump());
  EXPECT_TRUE(plan.has_value()) << describe(plan.error());
  return plan ? *plan : Plan();
}

/// The field that is named; every refusal has a remedy too.
std::string wrong_field(const Json& json) {
  const Result<Plan> plan = parse_plan(json.dump());
  if (plan) return "(none: the plan was read)";
  EXPECT_EQ(plan.error().kind, ErrorKind::kInvalid);
  EXPECT_NE(plan.error().message, "");
  return plan.error().field;
}

TEST(Plan, NeedsOnlyTablesWithNamesAndIdeas) {
  const Plan plan = read(small());
  EXPECT_EQ(plan.tables.size(), 2U);
  EXPECT_EQ(plan.ideas(), 2U);
  EXPECT_EQ(plan.tables[0].name, "Une");
  EXPECT_EQ(plan.tables[0].id, "t1");
  EXPECT_EQ(plan.tables[1].ideas[0].text, "vélo");
  EXPECT_EQ(plan.language, "fr");
  EXPECT_EQ(plan.rounds, 3U);
}

TEST(Plan, TakesWhatElseIsSaid) {
  Json json = small();
  json["theme"] = "Propreté";
  json["objective"] = "Un quartier propre";
  json["language"] = "en";
  json["organisation"]["name"] = "Pas de Calais habitat";
  json["questions"] = {"Pourquoi ?", "Comment ?"};
  json["rounds"] = 4;
  json["tables"][1]["id"] = "deux";
  json["tables"][1]["capacity"] = 6;
  json["tables"][1]["remote"] = true;
  const Plan plan = read(json);
  EXPECT_EQ(plan.theme, "Propreté");
  EXPECT_EQ(plan.objective, "Un quartier propre");
  EXPECT_EQ(plan.language, "en");
  EXPECT_EQ(plan.organisation, "Pas de Calais habitat");
  EXPECT_THAT(plan.questions, ElementsAre("Pourquoi ?", "Comment ?"));
  EXPECT_EQ(plan.rounds, 4U);
  EXPECT_EQ(plan.tables[1].id, "deux");
  EXPECT_EQ(plan.tables[1].capacity, 6U);
  EXPECT_TRUE(plan.tables[1].remote);
}

TEST(Plan, HasARoundForEachQuestionAndThreeWhenNothingSaysIt) {
  EXPECT_EQ(read(with("/questions", {"Un ?", "Deux ?", "Trois ?", "Quatre ?"})).rounds, 4U);
  EXPECT_EQ(read(with("/questions", {"Un ?"})).rounds, 3U);
  Json both = with("/questions", {"Un ?", "Deux ?"});
  both["rounds"] = 1;
  EXPECT_EQ(read(both).rounds, 2U);
}

TEST(Plan, ItsLanguageMayStandInItsSource) {
  EXPECT_EQ(read(with("/source", {{"language", "en"}})).language, "en");
  EXPECT_EQ(read(with("/language", "zh-Hant-TW")).language, "zh-Hant-TW");
  Json both = with("/source", {{"language", "en"}});
  both["language"] = "fr";
  EXPECT_EQ(read(both).language, "fr");
}

TEST(Plan, IgnoresWhatItDoesNotKnow) {
  EXPECT_EQ(read(with("/invitation_words", {"énergie"})).ideas(), 2U);
}

TEST(Plan, IsJson) {
  for (const char* wrong :
       {"", "{", "[1", "{\"tables\": [}", "\xff", "{\"tables\": \"caf\xe9\"}"}) {
    EXPECT_THAT(parse_plan(wrong).error().message, HasSubstr("valid JSON")) << wrong;
  }
  for (const char* no_object : {"[]", "1", "null", "\"plan\""}) {
    EXPECT_EQ(parse_plan(no_object).error().field, "plan") << no_object;
  }
}

TEST(Plan, MayBeginWithAByteOrderMark) {
  // Editors on Windows write one.
  EXPECT_TRUE(parse_plan("\xef\xbb\xbf" + small().dump()).has_value());
}

TEST(Plan, DeepNestingIsRefusedNotFatal) {
  EXPECT_FALSE(parse_plan(std::string(500'000, '[')).has_value());
  EXPECT_FALSE(parse_plan(std::string(300'000, '[') + std::string(300'000, ']')).has_value());
}

TEST(Plan, NamesTheFieldThatIsMissing) {
  EXPECT_EQ(wrong_field(without("", "tables")), "tables");
  EXPECT_EQ(wrong_field(without("/tables/1", "name")), "tables[1].name");
  EXPECT_EQ(wrong_field(without("/tables/1", "ideas")), "tables[1].ideas");
  EXPECT_EQ(wrong_field(without("/tables/1/ideas/0", "id")), "tables[1].ideas[0].id");
  EXPECT_EQ(wrong_field(without("/tables/1/ideas/0", "text")), "tables[1].ideas[0].text");
}

TEST(Plan, NamesTheFieldThatIsOfAnotherKind) {
  for (const char* line : {"theme", "objective", "language", "organisation", "questions", "rounds",
                           "source", "tables"}) {
    EXPECT_EQ(wrong_field(with("/" + std::string(line), 12.5)), line);
  }
  EXPECT_EQ(wrong_field(with("/organisation", {{"name", 1}})), "organisation.name");
  EXPECT_EQ(wrong_field(with("/source", {{"language", 1}})), "source.language");
  EXPECT_EQ(wrong_field(with("/questions", {"Un ?", 2})), "questions[1]");
  EXPECT_EQ(wrong_field(with("/tables", Json::array())), "tables");
  EXPECT_EQ(wrong_field(with("/tables/1", "Deux")), "tables[1]");
  EXPECT_EQ(wrong_field(with("/tables/1/name", 2)), "tables[1].name");
  EXPECT_EQ(wrong_field(with("/tables/1/name", "")), "tables[1].name");
  EXPECT_EQ(wrong_field(with("/tables/1/id", 2)), "tables[1].id");
  EXPECT_EQ(wrong_field(with("/tables/1/capacity", "six")), "tables[1].capacity");
  EXPECT_EQ(wrong_field(with("/tables/1/capacity", -1)), "tables[1].capacity");
  EXPECT_EQ(wrong_field(with("/tables/1/remote", "oui")), "tables[1].remote");
  EXPECT_EQ(wrong_field(with("/tables/1/ideas", "vélo")), "tables[1].ideas");
  EXPECT_EQ(wrong_field(with("/tables/1/ideas/0", "vélo")), "tables[1].ideas[0]");
  EXPECT_EQ(wrong_field(with("/tables/1/ideas/0/id", 1)), "tables[1].ideas[0].id");
  EXPECT_EQ(wrong_field(with("/tables/1/ideas/0/text", "")), "tables[1].ideas[0].text");
}

TEST(Plan, NamesTheFieldThatIsTooLongOrTooMany) {
  const std::string line(1'001, 'a');
  EXPECT_EQ(wrong_field(with("/theme", line)), "theme");
  EXPECT_EQ(wrong_field(with("/objective", line)), "objective");
  EXPECT_EQ(wrong_field(with("/organisation", {{"name", line}})), "organisation.name");
  EXPECT_EQ(wrong_field(with("/questions", {"Un ?", line})), "questions[1]");
  EXPECT_EQ(wrong_field(with("/questions", Json(13, "Un ?"))), "questions");
  EXPECT_EQ(wrong_field(with("/rounds", 0)), "rounds");
  EXPECT_EQ(wrong_field(with("/rounds", 13)), "rounds");
  EXPECT_EQ(wrong_field(with("/rounds", -3)), "rounds");
  for (const char* no_tag : {"", "f", "français", "fr_FR", "le français"}) {
    EXPECT_EQ(wrong_field(with("/language", no_tag)), "language") << no_tag;
  }
  EXPECT_EQ(wrong_field(with("/language", std::string(36, 'a'))), "language");
  EXPECT_EQ(wrong_field(with("/tables/1/name", std::string(201, 'a'))), "tables[1].name");
  EXPECT_EQ(wrong_field(with("/tables/1/id", std::string(201, 'a'))), "tables[1].id");
  EXPECT_EQ(wrong_field(with("/tables/1/capacity", 1'001)), "tables[1].capacity");
  EXPECT_EQ(wrong_field(with("/tables/1/ideas/0/id", std::string(201, 'a'))),
            "tables[1].ideas[0].id");
  EXPECT_EQ(wrong_field(with("/tables", Json(101, small()["tables"][0]))), "tables");
}

TEST(Plan, AnIdeaIsNoLongerThanACard) {
  const std::string longest(4'000, 'a');
  EXPECT_EQ(read(with("/tables/1/ideas/0/text", longest)).tables[1].ideas[0].text, longest);
  EXPECT_EQ(wrong_field(with("/tables/1/ideas/0/text", longest + "a")), "tables[1].ideas[0].text");
  std::string bytes;
  while (bytes.size() <= 4'096) bytes += "é";
  EXPECT_EQ(wrong_field(with("/tables/1/ideas/0/text", bytes)), "tables[1].ideas[0].text");
}

TEST(Plan, ItsNamesAreGivenOnce) {
  EXPECT_EQ(wrong_field(with("/tables/1/ideas/0/id", "a")), "tables[1].ideas[0].id");
  Json tables = with("/tables/0/id", "une");
  tables["tables"][1]["id"] = "une";
  EXPECT_EQ(wrong_field(tables), "tables[1].id");
  EXPECT_EQ(wrong_field(with("/tables/0/id", "t2")), "tables[1].id");
}

}  // namespace
}  // namespace rebond
