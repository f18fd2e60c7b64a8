// Tests that the schema of a plan says what the server accepts.
#include <fstream>
#include <gmock/gmock.h>
#include <iterator>

#include "core/plan.h"
#include "tests/cli/json_schema.h"

namespace rebond {
namespace {

using testing::broken_rules;
using ::testing::IsEmpty;
using ::testing::Not;
using testing::schema_of;
using Json = nlohmann::json;

TEST(PlanSchema, HoldsForTheDemoCafe) {
  std::ifstream file(std::string(REBOND_SOURCE_DIR) + "/demo/cafe-energie.json");
  const std::string text{std::istreambuf_iterator<char>(file), {}};

  EXPECT_TRUE(parse_plan(text));
  EXPECT_THAT(broken_rules(schema_of("plan"), Json::parse(text)), IsEmpty());
}

TEST(PlanSchema, HoldsForTheSmallestPlan) {
  const std::string text = R"({"tables":[{"name":"A","ideas":[]}]})";

  EXPECT_TRUE(parse_plan(text));
  EXPECT_THAT(broken_rules(schema_of("plan"), Json::parse(text)), IsEmpty());
}

TEST(PlanSchema, HoldsForAPlanThatSaysEverything) {
  const std::string text = R"({
    "tables": [{"id": "une", "name": "A", "ideas": []}],
    "place": "Salle des fêtes", "date": "2026-11-25", "keywords": ["eau"], "dots_each": 3,
    "round_minutes": {"min": 15, "max": 20},
    "script": [{"slug": "welcome", "instruction": "Un café ?", "minutes": 15},
               {"slug": "round-1", "question": "Et l'eau ?", "writers": ["captain"],
                "permissions": {"edit": ["captain"]}, "views": {"screen": "round"},
                "anonymous": true, "skipped": false, "round": true}],
    "people": [{"id": 1, "name": "Léa", "group": "locataire", "captain": 1},
               {"id": "b", "stays": "une", "together": [1], "remote": true}],
    "tasks": [{"what": "Gâteaux", "owner": "Léa", "minutes": 60, "euros": 40, "done": true}],
    "costs": [{"label": "préparation", "days": 0.5, "euros": 743}],
    "programme": {"cafes": 9, "employees_each": 8, "tenants_each": 35},
    "carried": {"ideas": [{"id": "t2.7", "text": "pluie"}],
                "actions": [{"what": "Afficher", "who": "Léa", "state": "under_way"}]}})";

  EXPECT_TRUE(parse_plan(text));
  EXPECT_THAT(broken_rules(schema_of("plan"), Json::parse(text)), IsEmpty());
}

class BadPlan : public ::testing::TestWithParam<const char*> {};

TEST_P(BadPlan, HT3IsRefusedByTheServerAndByTheSchema) {
  EXPECT_FALSE(parse_plan(GetParam()));
  EXPECT_THAT(broken_rules(schema_of("plan"), Json::parse(GetParam())), Not(IsEmpty()));
}

INSTANTIATE_TEST_SUITE_P(Fields, BadPlan,
                         ::testing::Values("[]", "{}", R"({"tables":[]})",
                                           R"({"tables":[{"ideas":[]}]})",
                                           R"({"tables":[{"name":"A"}]})",
                                           R"({"tables":[{"name":"","ideas":[]}]})",
                                           R"({"tables":[{"name":"A","ideas":[{"id":"1"}]}]})",
                                           R"({"tables":[{"name":"A","ideas":[{"text":"x"}]}]})",
                                           R"({"tables":[{"name":"A","ideas":[]}],"rounds":0})",
                                           R"({"tables":[{"name":"A","ideas":[]}],"rounds":"3"})",
                                           R"({"tables":[{"name":"A","ideas":[]}],"people":35})",
                                           R"({"tables":[{"name":"A","ideas":[]}],"tasks":[{}]})",
                                           R"({"tables":[{"name":"A","ideas":[]}],"script":[]})"));

TEST(JsonSchema, PassesOverNoKeyword) {
  EXPECT_THAT(broken_rules(Json{{"multipleOf", 2}}, Json(3)), Not(IsEmpty()));
}

}  // namespace
}  // namespace rebond
