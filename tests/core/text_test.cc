// A text of runs, edit by edit (rules TX).
#include "core/text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/commands.h"

namespace rebond::test {
namespace {

constexpr Id kOne = make_id(1, 1);
constexpr Id kTwo = make_id(2, 1);
constexpr Id kThree = make_id(3, 1);

/// A text after edits that all apply.
Text made_by(std::initializer_list<v1::TextEdit> edits) {
  Text text;
  for (const v1::TextEdit& edit : edits) {
    const Result<void> applied = text.apply(edit);
    EXPECT_TRUE(applied.has_value()) << describe(applied.error());
  }
  return text;
}

/// The field for which the last edit is refused; "" when it is not. The text must not change.
std::string refused(Text text, const v1::TextEdit& edit) {
  const std::string before = text.to_message(1).SerializeAsString();
  const Result<void> applied = text.apply(edit);
  if (applied) return "";
  EXPECT_EQ(text.to_message(1).SerializeAsString(), before) << "a refused edit changed the text";
  return applied.error().field;
}

TEST(Text, TX1AnInsertionGoesBehindItsCharacterHiddenOrNot) {
  const Text text = made_by({insert(kOne, "abc"), hide({range(kOne, 1, 2)}),
                             insert(kTwo, "B", at(kOne, 1)), insert(kThree, "A")});
  EXPECT_EQ(text.visible(), "AaBc");
}

TEST(Text, TX1TwoInsertionsAtOnePlaceBothStayTheLaterOneNearer) {
  const Text text = made_by({insert(kOne, "vélo"), insert(kTwo, " bleu", at(kOne, 3)),
                             insert(kThree, " vert", at(kOne, 3))});
  EXPECT_EQ(text.visible(), "vélo vert bleu");
}

TEST(Text, TX2NothingIsRemovedFromTheOrder) {
  Text text = made_by({insert(kOne, "abcdef"), hide({range(kOne, 0, 6)})});
  EXPECT_EQ(text.visible(), "");
  EXPECT_EQ(text.bytes(), 6U);
  ASSERT_TRUE(text.apply(show({range(kOne, 2, 4)})).has_value());
  EXPECT_EQ(text.visible(), "cd");
}

TEST(Text, TX3ReadersSeeWhatIsNotHidden) {
  const Text text = made_by({insert(kOne, "été pluvieux"), hide({range(kOne, 3, 12)})});
  EXPECT_EQ(text.visible(), "été");
  EXPECT_EQ(text.visible_code_points(), 3U);
}

TEST(Text, TX4NeighboursThatLookAlikeAreOnePiece) {
  Text text =
      made_by({insert(kOne, "abcdef"), hide({range(kOne, 1, 3)}), hide({range(kOne, 3, 5)})});
  EXPECT_EQ(text.pieces().size(), 3U);
  ASSERT_TRUE(text.apply(show({range(kOne, 1, 5)})).has_value());
  EXPECT_EQ(text.pieces().size(), 1U);
}

TEST(Text, TX5AnEditOutsideItsRunIsRefusedWithItsField) {
  const Text text = made_by({insert(kOne, "né🙂")});
  EXPECT_EQ(refused(text, insert(kTwo, "x", at(kOne, 3))), "insert.after");
  EXPECT_EQ(refused(text, insert(kTwo, "x", at(kTwo, 0))), "insert.after");
  EXPECT_EQ(refused(text, insert(kOne, "x")), "insert.run");
  EXPECT_EQ(refused(text, insert(0, "x")), "insert.run");
  EXPECT_EQ(refused(text, hide({range(kOne, 0, 4)})), "hide");
  EXPECT_EQ(refused(text, hide({range(kOne, 1, 1)})), "hide");
  EXPECT_EQ(refused(text, show({range(kTwo, 0, 1)})), "show");
  EXPECT_EQ(refused(text, v1::TextEdit()), "edit");
}

TEST(Text, TX5AWrongRangeAmongGoodOnesLeavesAllAlone) {
  const Text text = made_by({insert(kOne, "abcdef")});
  EXPECT_EQ(refused(text, hide({range(kOne, 0, 2), range(kOne, 3, 7)})), "hide");
}

TEST(Text, TX5TheLargestOffsetIsOnlyOutside) {
  const Text text = made_by({insert(kOne, "abc")});
  constexpr std::uint32_t kMax = 0xffff'ffff;
  EXPECT_EQ(refused(text, insert(kTwo, "x", at(kOne, kMax))), "insert.after");
  EXPECT_EQ(refused(text, hide({range(kOne, 0, kMax)})), "hide");
  EXPECT_EQ(refused(text, hide({range(kOne, kMax, 0)})), "hide");
}

TEST(Text, TX6FoldingDropsHiddenCharactersAndKeepsTheirPlaces) {
  Text text = made_by({insert(kOne, "abcdef"), hide({range(kOne, 2, 5)}), fold()});
  EXPECT_EQ(text.visible(), "abf");
  EXPECT_EQ(text.bytes(), 3U);
  EXPECT_EQ(refused(text, show({range(kOne, 4, 6)})), "show");
  ASSERT_TRUE(text.apply(insert(kTwo, "D", at(kOne, 3))).has_value());
  EXPECT_EQ(text.visible(), "abDf");
}

TEST(Text, TX10WordsAreKeptByteForByte) {
  const std::string typed =
      "  é e\u0301 \u00a0 « oui »\r\n\t" + std::string(1, '\0') + "👩‍👩‍👧\u2028";
  EXPECT_EQ(made_by({insert(kOne, typed)}).visible(), typed);
}

TEST(Text, TX10BytesThatAreNoUtf8AreRefused) {
  for (const char* wrong : {"\xff", "\xc3", "\xed\xa0\x80", "\xc0\xaf", "a\xf5\x80\x80\x80"}) {
    EXPECT_EQ(refused(Text(), insert(kOne, wrong)), "insert.characters") << wrong;
  }
}

TEST(Text, CountsItsRunsAndTheirBytes) {
  const Text text = made_by({insert(kOne, "été"), insert(kTwo, "b", at(kOne, 0))});
  EXPECT_EQ(text.runs(), 2U);
  EXPECT_EQ(text.bytes(), 6U);
  EXPECT_TRUE(text.has_run(kTwo));
  EXPECT_FALSE(text.has_run(kThree));
}

TEST(Text, IsTheSameAfterASnapshot) {
  const Text text = made_by({insert(kOne, "abcdef"), hide({range(kOne, 2, 5)}), fold(),
                             hide({range(kOne, 0, 1)}), insert(kTwo, "é", at(kOne, 3))});
  const Result<Text> copy = Text::from_message(text.to_message(7));
  ASSERT_TRUE(copy.has_value());
  EXPECT_EQ(copy->to_message(7).SerializeAsString(), text.to_message(7).SerializeAsString());
  EXPECT_EQ(copy->digest(7), text.digest(7));
}

TEST(Text, ASnapshotWhosePieceIsNotAsLongAsItSaysIsRefused) {
  v1::Text message = made_by({insert(kOne, "abc")}).to_message(7);
  message.mutable_pieces(0)->set_length(4);
  EXPECT_EQ(Text::from_message(message).error().kind, ErrorKind::kCorrupt);
}

TEST(Text, ASnapshotWhoseFoldedPieceHasCharactersIsRefused) {
  v1::Text message =
      made_by({insert(kOne, "abc"), hide({range(kOne, 0, 3)}), fold()}).to_message(7);
  message.mutable_pieces(0)->set_characters("abc");
  EXPECT_EQ(Text::from_message(message).error().kind, ErrorKind::kCorrupt);
}

}  // namespace
}  // namespace rebond::test
