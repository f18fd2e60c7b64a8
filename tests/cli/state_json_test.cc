// Tests of the state as JSON.
#include "clients/cli/state_json.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "tests/cli/json_schema.h"
#include "tests/cli/small_cafe.h"

namespace rebond::cli {
namespace {

using testing::broken_rules;
using ::testing::IsEmpty;
using testing::kFirstCard;
using testing::schema_of;
using testing::small_cafe;
using Json = nlohmann::json;

TEST(StateJson, HoldsToItsSchema) {
  const Json json = Json::parse(state_json(small_cafe(), 5));

  EXPECT_THAT(broken_rules(schema_of("state"), json), IsEmpty());
}

TEST(StateJson, HasEveryIdeaWordForWord) {
  const Json json = Json::parse(state_json(small_cafe(), 5));

  ASSERT_EQ(json["cards"].size(), 2U);
  EXPECT_EQ(json["cards"][0]["text"], "éolienne sur les toits");
  EXPECT_EQ(json["cards"][0]["plan_ref"], "t1.11");
  EXPECT_EQ(json["cards"][0]["pieces"][0]["characters"], "éolienne sur les toits");
}

TEST(StateJson, WritesNumbersOf64BitsAsStrings) {
  const Json json = Json::parse(state_json(small_cafe(), 12'345'678'901'234'567'890U));

  EXPECT_EQ(json["epoch"], "12345678901234567890");
  EXPECT_EQ(json["cards"][0]["id"], std::to_string(kFirstCard));
}

TEST(StateJson, DG5SaysTheDigest) {
  const State state = small_cafe();

  EXPECT_EQ(Json::parse(state_json(state, 5))["digest"], state.digest().hex());
}

TEST(StateJson, IsTheSameForACopyThatCameAsASnapshot) {
  const State state = small_cafe();
  const Result<State> copy = State::from_snapshot(state.to_snapshot());

  ASSERT_TRUE(copy);
  EXPECT_EQ(state_json(*copy, 5), state_json(state, 5));
}

TEST(StateJson, CU8KeepsRecordsOfKindsThatItDoesNotKnow) {
  State state = small_cafe();
  v1::Entry entry = testing::next_entry(state, v1::WHAT_UNSPECIFIED);
  v1::Put& put = *entry.add_changes()->mutable_put();
  put.set_kind(v1::RecordKind(999));
  put.set_id(9);
  put.set_record("\x08\x01");
  testing::apply(state, entry);
  const Json json = Json::parse(state_json(state, 5));

  EXPECT_EQ(json["others"], Json::parse(R"([{"kind":999,"id":"9","bytes":"0801"}])"));
  EXPECT_THAT(broken_rules(schema_of("state"), json), IsEmpty());
}

}  // namespace
}  // namespace rebond::cli
