// The trace as JSON: for archives and for programs.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/trace/hostile_words.h"
#include "tests/trace/told_cafe.h"
#include "trace/json_writer.h"

namespace rebond::trace {
namespace {

using ::testing::ElementsAre;
using ::testing::ElementsAreArray;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using Json = nlohmann::json;

Json json_of(const ToldCafe& cafe) {
  return Json::parse(write_json(cafe.document()));
}

/// The strings of every field named `text`, wherever it stands.
void collect_texts(const Json& json, std::vector<std::string>& texts) {
  for (const auto& [key, value] : json.items()) {
    if (json.is_object() && key == "text") texts.push_back(value.get<std::string>());
    if (value.is_structured()) collect_texts(value, texts);
  }
}

std::vector<std::string> texts_of(const ToldCafe& cafe) {
  std::vector<std::string> texts;
  collect_texts(json_of(cafe), texts);
  return texts;
}

TEST(Json, HoldsTheRealCafeWordForWord) {
  const Plan plan = real_plan();
  ToldCafe cafe(plan);
  tell_ideas(plan, cafe);

  EXPECT_THAT(texts_of(cafe), SizeIs(25));
  EXPECT_THAT(texts_of(cafe), ElementsAreArray(words_of(plan)));
}

TEST(Json, KeepsHostileWordsCharacterForCharacter) {
  ToldCafe cafe(plan_with_tables({"Lilas"}));
  for (const std::string& words : hostile_words()) cafe.say(1, words);

  EXPECT_THAT(texts_of(cafe), ElementsAreArray(hostile_words()));
}

TEST(Json, SaysWhereEachIdeaComesFrom) {
  ToldCafe cafe(plan_with_tables({"Lilas"}));
  v1::Marks marks;
  marks.set_question(true);
  marks.add_tags("eau");
  const Id id = cafe.say(1, "une idée", marks, "t1.1");
  const Id group = cafe.group("Eaux", {id});

  const Json json = json_of(cafe);
  const Json& idea = json["ideas"][0];
  EXPECT_EQ(idea["id"], std::to_string(id));
  EXPECT_EQ(idea["plan_ref"], "t1.1");
  EXPECT_EQ(idea["table"], json["tables"][0]["id"]);
  EXPECT_EQ(idea["round"], json["rounds"][0]["id"]);
  EXPECT_EQ(idea["group"], std::to_string(group));
  EXPECT_EQ(idea["marks"]["question"], true);
  EXPECT_EQ(idea["tags"], Json::array({"eau"}));
  EXPECT_EQ(idea["created_at"], "2026-03-14T09:01:00.000Z");
}

TEST(Json, ALinkSaysItsKindAndHowItReads) {
  ToldCafe cafe(plan_with_tables({"Lilas"}));
  const Id from = cafe.say(1, "un");
  const Id to = cafe.say(1, "deux");
  cafe.link(from, to, v1::LINK_KIND_BUILDS_ON);
  cafe.link(to, from, v1::LINK_KIND_UNSPECIFIED, "donne envie de");

  const Json links = json_of(cafe)["links"];
  EXPECT_EQ(links[0]["kind"], "builds_on");
  EXPECT_EQ(links[0]["phrase"], "");
  EXPECT_EQ(links[0]["reads"], "complète");
  EXPECT_EQ(links[1]["reads"], "donne envie de");
  EXPECT_EQ(links[1]["from"], std::to_string(to));
}

TEST(Json, SaysWhichStateItIs) {
  const ToldCafe cafe(plan_with_tables({"Lilas"}));

  const Json json = json_of(cafe);
  EXPECT_EQ(json["version"], 1);
  EXPECT_EQ(json["cafe"]["id"], test_source().cafe);
  EXPECT_EQ(json["seq"], cafe.state().seq());
  EXPECT_EQ(json["epoch"], "9223372036854775809");
  EXPECT_EQ(json["digest"], cafe.state().digest().hex());
}

TEST(Json, WhatWasTakenBackIsToldApart) {
  ToldCafe cafe(plan_with_tables({"Lilas"}));
  const Id idea = cafe.say(1, "retirée");
  cafe.withdraw(v1::RECORD_KIND_CARD, idea);

  const Json json = json_of(cafe);
  EXPECT_THAT(json["ideas"], IsEmpty());
  EXPECT_EQ(json["withdrawn"]["ideas"][0]["text"], "retirée");
}

TEST(Json, WhatIsHiddenIsOnlyCounted) {
  ToldCafe cafe(plan_with_tables({"Lilas"}));
  cafe.hide(cafe.say(1, "masquée"));

  EXPECT_THAT(texts_of(cafe), IsEmpty());
  EXPECT_EQ(json_of(cafe)["hidden"]["ideas"], 1);
}

}  // namespace
}  // namespace rebond::trace
