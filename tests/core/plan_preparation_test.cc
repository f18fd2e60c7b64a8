// Plans that say where and when, what is to be done, what it costs, and what is carried over.
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "core/founding.h"
#include "tests/core/cafe_builder.h"

namespace rebond::test {
namespace {

using ::testing::ElementsAre;
using Json = nlohmann::json;

/// One table with an idea "a", and that member.
Json with(const char* key, const Json& value) {
  return {{"tables", {{{"name", "Une"}, {"ideas", {{{"id", "a"}, {"text", "eau"}}}}}}},
          {key, value}};
}

Plan read(const Json& json) {
  Result<Plan> plan = parse_plan(json.dump());
  EXPECT_TRUE(plan.has_value()) << describe(plan.error());
  return plan ? *plan : Plan();
}

std::string wrong_field(const char* key, const Json& value) {
  const Result<Plan> plan = parse_plan(with(key, value).dump());
  return plan ? "(none: the plan was read)" : plan.error().field;
}

template <typename Record>
std::vector<Record> all(const CafeBuilder& cafe) {
  std::vector<Record> records;
  cafe.state.records().each<Record>([&](Id, const Record& record) { records.push_back(record); });
  return records;
}

TEST(PlanPreparation, SaysWhereAndWhenAndAboutWhat) {
  Json json = with("place", "Salle des fêtes");
  json["date"] = "2026-11-25T14:00";
  json["keywords"] = {"énergie", "eau"};
  json["dots_each"] = 5;
  const CafeBuilder cafe(read(json));
  const v1::Cafe& record = *cafe.state.find<v1::Cafe>(1);
  EXPECT_EQ(record.place(), "Salle des fêtes");
  EXPECT_EQ(record.date(), "2026-11-25T14:00");
  EXPECT_THAT(record.keywords(), ElementsAre("énergie", "eau"));
  EXPECT_EQ(record.dots_each(), 5U);
}

TEST(PlanPreparation, HasAChecklist) {
  const CafeBuilder cafe(read(
      with("tasks",
           {{{"what", "Gâteaux"}, {"owner", "Léa"}, {"minutes", 60}, {"euros", 40}, {"done", true}},
            {{"what", "Musique"}}})));
  const auto tasks = all<v1::Task>(cafe);
  ASSERT_EQ(tasks.size(), 2U);
  EXPECT_EQ(tasks[0].what(), "Gâteaux");
  EXPECT_EQ(tasks[0].owner(), "Léa");
  EXPECT_EQ(tasks[0].minutes(), 60U);
  EXPECT_EQ(tasks[0].euros(), 40U);
  EXPECT_TRUE(tasks[0].done());
  EXPECT_EQ(tasks[1].position(), 2U);
}

TEST(PlanPreparation, HasACostSheet) {
  Json json = with("costs", {{{"label", "préparation"}, {"days", 0.5}, {"euros", 743}}});
  json["programme"] = {{"cafes", 9}, {"employees_each", 8}, {"tenants_each", 35}};
  const CafeBuilder cafe(read(json));
  const auto costs = all<v1::CostLine>(cafe);
  ASSERT_EQ(costs.size(), 1U);
  EXPECT_EQ(costs[0].label(), "préparation");
  EXPECT_EQ(costs[0].days_hundredths(), 50U);
  EXPECT_EQ(costs[0].euros(), 743U);
  EXPECT_EQ(costs[0].position(), 1U);
  const v1::Cafe& record = *cafe.state.find<v1::Cafe>(1);
  EXPECT_EQ(record.programme_cafes(), 9U);
  EXPECT_EQ(record.employees_each(), 8U);
  EXPECT_EQ(record.tenants_each(), 35U);
}

TEST(PlanPreparation, TheRealCafeBringsItsCosts) {
  std::ifstream file("../../demo/cafe-energie.json");
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  Result<Plan> plan = parse_plan(text);
  ASSERT_TRUE(plan.has_value()) << describe(plan.error());
  const CafeBuilder cafe(*plan);
  std::uint32_t euros = 0;
  std::uint32_t days = 0;
  for (const v1::CostLine& line : all<v1::CostLine>(cafe)) {
    euros += line.euros();
    days += line.days_hundredths();
  }
  EXPECT_EQ(euros, 2'658U);
  EXPECT_EQ(days, 200U);
  const v1::Cafe& record = *cafe.state.find<v1::Cafe>(1);
  EXPECT_EQ(record.programme_cafes(), 9U);
  EXPECT_EQ(record.employees_each(), 8U);
  EXPECT_EQ(record.tenants_each(), 35U);
  EXPECT_EQ(cafe.current_step().minutes(), 20U);
  EXPECT_EQ(cafe.state.records().count<v1::Card>(), 0U);
}

TEST(PlanPreparation, CarriesOverWhatAnEarlierCafeLeft) {
  const CafeBuilder cafe(
      read(with("carried", {{"ideas", {{{"id", "t2.7"}, {"text", "récupérer l'eau"}}}},
                            {"actions",
                             {{{"what", "Poser des récupérateurs"},
                               {"who", "Léa"},
                               {"due", "avant l'hiver"},
                               {"euros", 500},
                               {"partners", "la commune"},
                               {"commitment", 18},
                               {"state", "under_way"}},
                              {{"what", "Afficher"}}}}})));
  const auto cards = all<v1::Card>(cafe);
  ASSERT_EQ(cards.size(), 1U);
  EXPECT_EQ(cards[0].table(), table_id(1));
  EXPECT_EQ(cards[0].round(), 0U);
  EXPECT_EQ(cards[0].plan_ref(), "t2.7");
  EXPECT_EQ(cards[0].device(), 0U);
  EXPECT_EQ(cafe.state.texts().begin()->second.visible(), "récupérer l'eau");
  const auto actions = all<v1::Action>(cafe);
  ASSERT_EQ(actions.size(), 2U);
  EXPECT_EQ(actions[0].what(), "Poser des récupérateurs");
  EXPECT_EQ(actions[0].who(), "Léa");
  EXPECT_EQ(actions[0].due(), "avant l'hiver");
  EXPECT_EQ(actions[0].euros(), 500U);
  EXPECT_EQ(actions[0].partners(), "la commune");
  EXPECT_EQ(actions[0].commitment(), 18U);
  EXPECT_EQ(actions[0].state(), v1::ACTION_STATE_UNDER_WAY);
  EXPECT_EQ(actions[1].state(), v1::ACTION_STATE_PROPOSED);
}

TEST(PlanPreparation, HT3NamesTheFieldThatIsWrong) {
  EXPECT_EQ(wrong_field("place", 1), "place");
  EXPECT_EQ(wrong_field("date", 1), "date");
  EXPECT_EQ(wrong_field("keywords", "eau"), "keywords");
  EXPECT_EQ(wrong_field("keywords", {"eau", 1}), "keywords[1]");
  EXPECT_EQ(wrong_field("dots_each", "trois"), "dots_each");
  EXPECT_EQ(wrong_field("tasks", "gâteaux"), "tasks");
  EXPECT_EQ(wrong_field("tasks", {{{"what", ""}}}), "tasks[0].what");
  EXPECT_EQ(wrong_field("tasks", {{{"what", "a"}, {"minutes", -1}}}), "tasks[0].minutes");
  EXPECT_EQ(wrong_field("tasks", {{{"what", "a"}, {"done", 1}}}), "tasks[0].done");
  EXPECT_EQ(wrong_field("costs", 12), "costs");
  EXPECT_EQ(wrong_field("costs", {{{"label", "a"}, {"days", "un"}}}), "costs[0].days");
  EXPECT_EQ(wrong_field("costs", {{{"label", "a"}, {"euros", 1.5}}}), "costs[0].euros");
  EXPECT_EQ(wrong_field("programme", 9), "programme");
  EXPECT_EQ(wrong_field("programme", {{"cafes", "neuf"}}), "programme.cafes");
  EXPECT_EQ(wrong_field("carried", 1), "carried");
  EXPECT_EQ(wrong_field("carried", {{"ideas", 1}}), "carried.ideas");
  EXPECT_EQ(wrong_field("carried", {{"ideas", {{{"id", "a"}, {"text", "eau"}}}}}),
            "carried.ideas[0].id")
      << "an idea of a table has that name";
  EXPECT_EQ(wrong_field("carried", {{"actions", {{{"who", "Léa"}}}}}), "carried.actions[0].what");
  EXPECT_EQ(wrong_field("carried", {{"actions", {{{"what", "a"}, {"state", "bientôt"}}}}}),
            "carried.actions[0].state");
}

TEST(PlanPreparation, DescriptionsThatAreOtherwiseMadeAreLeftOut) {
  Json json = with("cost", "beaucoup");
  json["derived"] = 3;
  EXPECT_TRUE(read(json).costs.empty());
  json["cost"] = {{"phases", {{{"label", "a"}, {"cost", "cher"}}, {{"label", "b"}, {"cost", 2}}}}};
  EXPECT_EQ(read(json).costs.size(), 1U);
}

TEST(PlanPreparation, IsAtMostWhatOneEntryHolds) {
  Json ideas = Json::array();
  for (int i = 0; i < 100; ++i) {
    ideas.push_back({{"id", "i" + std::to_string(i)}, {"text", std::string(4'000, 'a')}});
  }
  EXPECT_EQ(wrong_field("carried", {{"ideas", ideas}}), "plan");
}

}  // namespace
}  // namespace rebond::test
