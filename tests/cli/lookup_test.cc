// Tests of what an argument means in a café.
#include "clients/cli/lookup.h"

#include <gmock/gmock.h>

#include "tests/cli/small_cafe.h"

namespace rebond::cli {
namespace {

using testing::card_entry;
using ::testing::HasSubstr;
using testing::kFirstCard;
using testing::small_cafe;

TEST(FindTable, GoesByThePlaceInThePlan) {
  EXPECT_EQ(*find_table(small_cafe(), 2), table_id(2));
}

TEST(FindTable, SaysWhichTablesThereAre) {
  EXPECT_EQ(find_table(small_cafe(), 9).error().message,
            "there is no table 9; the tables are 1, 2");
}

TEST(FindCard, KnowsIdsAndThePlansNames) {
  const State state = small_cafe();

  EXPECT_EQ(*find_card(state, "t1.11"), kFirstCard);
  EXPECT_EQ(*find_card(state, std::to_string(kFirstCard)), kFirstCard);
}

TEST(FindCard, RefusesANameThatTwoIdeasHave) {
  State state = small_cafe();
  testing::apply(state, card_entry(state, make_id(8, 1), "encore", "t1.11"));

  EXPECT_THAT(find_card(state, "t1.11").error().message, HasSubstr("several"));
}

TEST(FindCard, RefusesWhatIsNoIdea) {
  for (const char* name : {"", "t9.9", "12", "99999999999999999999"}) {
    EXPECT_FALSE(find_card(small_cafe(), name)) << name;
  }
}

TEST(FindStep, TakesASlugOrAnUnambiguousBeginning) {
  const State state = small_cafe();
  const auto slug = [&](const std::string& name) {
    const Result<Id> id = find_step(state, name);
    return id ? state.find<v1::Step>(*id)->slug() : "";
  };

  EXPECT_EQ(slug("round-2"), "round-2");
  EXPECT_EQ(slug("Round 2"), "round-2");
  EXPECT_EQ(slug("map"), "map-and-convergence");
  EXPECT_EQ(slug("table_syn"), "table-syntheses");
  EXPECT_EQ(slug("round"), "");
  EXPECT_EQ(slug(""), "");
}

TEST(FindStep, SaysWhichStepsThereAre) {
  EXPECT_THAT(find_step(small_cafe(), "lunch").error().message,
              HasSubstr("preparation, welcome, objective, round-1, move-1"));
}

TEST(CurrentRound, IsTheRoundOfTheStep) {
  ASSERT_NE(current_round(small_cafe()), nullptr);
  EXPECT_EQ(current_round(small_cafe())->number(), 1U);
  EXPECT_EQ(current_round(State()), nullptr);
}

}  // namespace
}  // namespace rebond::cli
