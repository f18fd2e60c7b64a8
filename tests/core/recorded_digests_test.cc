// The recorded cases of digests: every copy, in C++ and in TypeScript, makes the same of them.
#include <gtest/gtest.h>

#include "core/state.h"
#include "tests/core/recorded_cases.h"

namespace rebond::test {
namespace {

class RecordedDigest : public ::testing::TestWithParam<RecordedCase> {};

TEST_P(RecordedDigest, IsTheSameHere) {
  v1::Entry entry;
  entry.set_seq(1);
  for (const nlohmann::json& json : GetParam().json.at("changes")) {
    read_message(json, *entry.add_changes());
  }
  State state;
  const Result<void> applied = state.apply(entry);
  ASSERT_TRUE(applied.has_value()) << describe(applied.error());
  EXPECT_EQ(state.digest().hex(), GetParam().json.at("digest").get<std::string>());

  const Result<State> copy = State::from_snapshot(state.to_snapshot());
  ASSERT_TRUE(copy.has_value());
  EXPECT_EQ(copy->digest(), state.digest());
}

INSTANTIATE_TEST_SUITE_P(Cases, RecordedDigest,
                         ::testing::ValuesIn(recorded_cases("../cases/digest.json")),
                         [](const auto& one) { return test_name(one.param.name); });

TEST(RecordedDigests, AreThere) {
  EXPECT_GE(recorded_cases("../cases/digest.json").size(), 16U);
}

}  // namespace
}  // namespace rebond::test
