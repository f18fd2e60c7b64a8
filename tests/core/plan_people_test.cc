// Plans that say who is expected, and with whom they sit.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "core/founding.h"
#include "tests/core/cafe_builder.h"

namespace rebond::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using Json = nlohmann::json;

/// Two tables, "une" and "deux", and those people.
Json with_people(const Json& people) {
  return {{"tables",
           {{{"id", "une"}, {"name", "Une"}, {"ideas", Json::array()}},
            {{"id", "deux"}, {"name", "Deux"}, {"ideas", Json::array()}}}},
          {"people", people}};
}

Plan read(const Json& json) {
  Result<Plan> plan = parse_plan(json.dump());
  EXPECT_TRUE(plan.has_value()) << describe(plan.error());
  return plan ? *plan : Plan();
}

std::string wrong_field(const Json& people) {
  const Result<Plan> plan = parse_plan(with_people(people).dump());
  return plan ? "(none: the plan was read)" : plan.error().field;
}

TEST(PlanPeople, PE1AreExpected) {
  const CafeBuilder cafe(
      read(with_people({{{"name", "Léa"}, {"group", "locataire"}},
                        {{"name", "Zoé"}, {"remote", true}},
                        {{"name", "Max"}, {"captain", 2}, {"group", "salarié"}}})));
  const v1::Participant& lea = *cafe.state.find<v1::Participant>(person_id(1));
  EXPECT_EQ(lea.role(), v1::ROLE_PARTICIPANT);
  EXPECT_EQ(lea.joined_at_ms(), 0);
  EXPECT_EQ(cafe.state.find<v1::Participant>(person_id(2))->role(), v1::ROLE_REMOTE);
  const v1::Participant& max = *cafe.state.find<v1::Participant>(person_id(3));
  EXPECT_EQ(max.role(), v1::ROLE_CAPTAIN);
  EXPECT_EQ(max.table(), table_id(2));
}

TEST(PlanPeople, PE4NamesAndWishesAreOnlyInTheDirectory) {
  const CafeBuilder cafe(read(with_people(
      {{{"id", "lea"}, {"name", "Léa Szymańska"}},
       {{"id", 7}, {"name", "Bob"}, {"group", "salarié"}, {"stays", "deux"}, {"together", {"lea"}}},
       {{"name", "Zoé"}, {"apart", {7}}}})));
  EXPECT_THAT(cafe.entries[0].SerializeAsString(), Not(HasSubstr("Szymańska")));
  EXPECT_THAT(cafe.entries[0].SerializeAsString(), Not(HasSubstr("salarié")));
  EXPECT_EQ(cafe.private_state.people().at(person_id(1)).name(), "Léa Szymańska");
  const v1::Wishes& bob = cafe.private_state.people().at(person_id(2)).wishes();
  EXPECT_EQ(bob.group(), "salarié");
  EXPECT_EQ(bob.stays(), table_id(2));
  EXPECT_THAT(bob.together(), ElementsAre(person_id(1)));
  EXPECT_THAT(cafe.private_state.people().at(person_id(3)).wishes().apart(),
              ElementsAre(person_id(2)));
}

TEST(PlanPeople, HT3NamesTheFieldThatIsWrong) {
  const auto wrong = [](const char* key, const Json& value) {
    Json person = {{"id", "a"}};
    person[key] = value;
    return wrong_field(Json::array({person, {{"id", "b"}, {"captain", 1}}}));
  };
  EXPECT_EQ(wrong_field("Léa"), "people");
  EXPECT_EQ(wrong_field({"Léa"}), "people[0]");
  EXPECT_EQ(wrong("id", "b"), "people[1].id");
  EXPECT_EQ(wrong("id", 1.5), "people[0].id");
  EXPECT_EQ(wrong("name", 1), "people[0].name");
  EXPECT_EQ(wrong("group", 1), "people[0].group");
  EXPECT_EQ(wrong("remote", "oui"), "people[0].remote");
  EXPECT_EQ(wrong("captain", 3), "people[0].captain");
  EXPECT_EQ(wrong("captain", "trois"), "people[0].captain");
  EXPECT_EQ(wrong("captain", "une"), "people[1].captain") << "a table has one captain";
  EXPECT_EQ(wrong("stays", 0), "people[0].stays");
  EXPECT_EQ(wrong("together", "b"), "people[0].together");
  EXPECT_EQ(wrong("together", {"c"}), "people[0].together[0]");
  EXPECT_EQ(wrong("together", {"a"}), "people[0].together");
  EXPECT_EQ(wrong("apart", {"a"}), "people[0].apart");
}

TEST(PlanPeople, PE4NobodyIsBothWithAndApartFromSomebody) {
  EXPECT_EQ(wrong_field(
                Json::array({{{"id", "a"}, {"together", {"b"}}}, {{"id", "b"}, {"apart", {"a"}}}})),
            "people[1].apart");
}

TEST(PlanPeople, AreAtMostTwoThousand) {
  EXPECT_EQ(wrong_field(Json(2'001, Json::object())), "people");
  EXPECT_EQ(read(with_people(Json(2'000, Json::object()))).people.size(), 2'000U);
}

}  // namespace
}  // namespace rebond::test
