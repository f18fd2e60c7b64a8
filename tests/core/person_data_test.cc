// Rule ER8: everything that a café keeps about one person, and nothing of others.
#include "core/person_data.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/core/commands.h"
#include "tests/core/history_of.h"

namespace rebond::test {
namespace {

using Json = nlohmann::json;
using testing::HasSubstr;
using testing::Not;

class PersonData : public testing::Test {
 protected:
  PersonData() {
    zelie_.sit_down(1);
    hers_ = zelie_.add_card("des moulins");
    his_ = bruno_.add_card("du soleil");
  }

  std::string data(const Person& person) const {
    return person_data(history_of(cafe_), {person.participant(), 0}).value();
  }

  CafeBuilder cafe_;
  Person& zelie_ = cafe_.as_guest("Zélie Querbach");
  Person& bruno_ = cafe_.as_guest("Bruno Vandewalle");
  Id hers_ = 0;
  Id his_ = 0;
};

TEST_F(PersonData, ER8HoldsNameSeatIdeasAndEveryWordWithItsTime) {
  const Id run = cafe_.state.text(hers_).pieces().front().run;
  zelie_.send(edit(hers_, {hide({range(run, 0, 4)})}));
  zelie_.send(salvage(hers_, "sans place"));
  const Json json = Json::parse(data(zelie_));

  EXPECT_EQ(json["participant"], std::to_string(zelie_.participant()));
  EXPECT_EQ(json["name"], "Zélie Querbach");
  EXPECT_EQ(json["role"], "participant");
  EXPECT_EQ(json["seats"].size(), 1U);
  ASSERT_EQ(json["ideas"].size(), 1U);
  EXPECT_EQ(json["ideas"][0]["id"], std::to_string(hers_));
  ASSERT_EQ(json["words"].size(), 1U);
  EXPECT_EQ(json["words"][0]["words"], "des moulins");
  EXPECT_THAT(json["words"][0]["at"].get<std::string>(), HasSubstr("2026-"));
  EXPECT_EQ(json["salvaged"][0]["words"], "sans place");
  EXPECT_EQ(json["devices"][0], zelie_.member().device);
}

TEST_F(PersonData, ER8HoldsNothingThatOthersWrote) {
  bruno_.send(link(bruno_.new_id(), his_, hers_, v1::LINK_KIND_OPPOSES, "mais"));
  zelie_.send(copy(hers_, his_, {range(cafe_.state.text(his_).pieces().front().run, 0, 9)},
                   zelie_.new_id()));
  const std::string json = data(zelie_);

  EXPECT_THAT(json, Not(HasSubstr("soleil")));
  EXPECT_THAT(json, Not(HasSubstr("mais")));
  EXPECT_THAT(json, Not(HasSubstr("Bruno")));
  EXPECT_THAT(json, Not(HasSubstr(std::to_string(bruno_.participant()))));
}

TEST_F(PersonData, ER8HoldsPhrasesThatThePersonTyped) {
  zelie_.send(link(zelie_.new_id(), hers_, his_, v1::LINK_KIND_BUILDS_ON, "parce que"));
  const Json json = Json::parse(data(zelie_));

  ASSERT_EQ(json["links"].size(), 1U);
  const Json& word = json["words"].back();
  EXPECT_EQ(word["where"], "link");
  EXPECT_EQ(word["field"], "phrase");
  EXPECT_EQ(word["words"], "parce que");
}

TEST_F(PersonData, ER8HoldsWhatTheCaptainTypedForThePerson) {
  Person& captain = cafe_.as_captain(1);
  v1::Command said = captain.adding("dit à voix haute");
  said.mutable_add_card()->set_voice(zelie_.participant());
  ASSERT_FALSE(captain.send(said).rejection);
  const Json json = Json::parse(data(zelie_));

  ASSERT_EQ(json["ideas"].size(), 2U);
  EXPECT_THAT(data(zelie_), HasSubstr("dit à voix haute"));
}

TEST_F(PersonData, ER8SaysWhomItDoesNotKnow) {
  const Result<std::string> nobody = person_data(history_of(cafe_), {4711, 0});
  ASSERT_FALSE(nobody.has_value());
  EXPECT_EQ(nobody.error().kind, ErrorKind::kNotFound);
}

}  // namespace
}  // namespace rebond::test
