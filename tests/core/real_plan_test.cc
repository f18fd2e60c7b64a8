// The real café of the demonstration, read word for word.
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sstream>

#include "core/plan.h"

namespace rebond {
namespace {

constexpr const char* kFile = "../../demo/cafe-energie.json";

struct RealPlan : ::testing::Test {
  void SetUp() override {
    std::ifstream file(kFile);
    ASSERT_TRUE(file.is_open());
    std::stringstream bytes;
    bytes << file.rdbuf();
    json = nlohmann::json::parse(bytes.str());
    Result<Plan> read = parse_plan(bytes.str());
    ASSERT_TRUE(read.has_value()) << describe(read.error());
    plan = std::move(*read);
  }

  nlohmann::json json;
  Plan plan;
};

TEST_F(RealPlan, HasItsThreeTablesAnd25Ideas) {
  ASSERT_EQ(plan.tables.size(), 3U);
  EXPECT_EQ(plan.ideas(), 25U);
  EXPECT_EQ(plan.tables[0].ideas.size(), 11U);
  EXPECT_EQ(plan.tables[1].ideas.size(), 9U);
  EXPECT_EQ(plan.tables[2].ideas.size(), 5U);
}

TEST_F(RealPlan, TX10KeepsEveryIdeaByteForByte) {
  for (std::size_t t = 0; t < plan.tables.size(); ++t) {
    const auto& table = json["tables"][t];
    EXPECT_EQ(plan.tables[t].id, table["id"].get<std::string>());
    EXPECT_EQ(plan.tables[t].name, table["name"].get<std::string>());
    for (std::size_t i = 0; i < plan.tables[t].ideas.size(); ++i) {
      EXPECT_EQ(plan.tables[t].ideas[i].id, table["ideas"][i]["id"].get<std::string>());
      EXPECT_EQ(plan.tables[t].ideas[i].text, table["ideas"][i]["text"].get<std::string>());
    }
  }
}

TEST_F(RealPlan, TX10CorrectsNobody) {
  std::string words;
  for (const PlannedTable& table : plan.tables) {
    for (const PlannedIdea& idea : table.ideas) words += idea.text + "\n";
  }
  for (const char* as_said : {"détritius", "composte", "men talités", "énergie scolaire"}) {
    EXPECT_THAT(words, ::testing::HasSubstr(as_said));
  }
}

TEST_F(RealPlan, FindsThemeObjectiveLanguageAndOrganisation) {
  EXPECT_EQ(plan.theme, "Défi énergétique");
  EXPECT_EQ(plan.objective,
            "Les économies d'énergie : c'est bien pour la PLANETE... et pour mon BUDGET");
  EXPECT_EQ(plan.language, "fr");
  EXPECT_EQ(plan.organisation, "Pas de Calais habitat");
}

}  // namespace
}  // namespace rebond
