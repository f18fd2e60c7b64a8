// The recorded cases of texts: every copy, in C++ and in TypeScript, makes the same of them.
#include <gtest/gtest.h>

#include "core/text.h"
#include "tests/core/recorded_cases.h"

namespace rebond::test {
namespace {

// The text that all cases are about.
constexpr Id kText = make_id(1, 1);

class RecordedText : public ::testing::TestWithParam<RecordedCase> {};

TEST_P(RecordedText, IsTheSameHere) {
  const nlohmann::json& recorded = GetParam().json;
  Text text;
  std::string refused;
  for (const nlohmann::json& json : recorded.at("edits")) {
    ASSERT_EQ(refused, "") << "only the last edit is refused";
    v1::TextEdit edit;
    read_message(json, edit);
    if (const Result<void> applied = text.apply(edit); !applied) refused = applied.error().field;
  }
  EXPECT_EQ(refused, recorded.value("refused", ""));
  EXPECT_EQ(text.visible(), recorded.at("visible").get<std::string>());
  EXPECT_EQ(text.digest(kText).hex(), recorded.at("digest").get<std::string>());

  v1::Text expected;
  for (const nlohmann::json& piece : recorded.at("pieces")) {
    read_message(piece, *expected.add_pieces());
  }
  v1::Text pieces = text.to_message(0);
  EXPECT_EQ(pieces.DebugString(), expected.DebugString());
}

INSTANTIATE_TEST_SUITE_P(Cases, RecordedText,
                         ::testing::ValuesIn(recorded_cases("../cases/texts.json")),
                         [](const auto& one) { return test_name(one.param.name); });

TEST(RecordedTexts, AreThere) {
  EXPECT_GE(recorded_cases("../cases/texts.json").size(), 50U);
}

}  // namespace
}  // namespace rebond::test
