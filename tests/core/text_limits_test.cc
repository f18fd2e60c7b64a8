// How long a text may become, and folding before it would be too long (rules TX6, TX8).
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/commands.h"
#include "tests/core/matchers.h"

namespace rebond::test {
namespace {

Limits small_limits() {
  Limits limits;
  limits.card_code_points = 20;
  limits.text_bytes = 60;
  limits.text_runs = 6;
  limits.text_pieces = 10;
  return limits;
}

struct TextLimits : ::testing::Test {
  /// Puts a run of that many letters first.
  Outcome write(std::size_t letters, char letter = 'x') {
    last_run = captain.new_id();
    return captain.send(edit(card, {insert(last_run, std::string(letters, letter))}));
  }
  Outcome hide_last(std::uint32_t from, std::uint32_t to) {
    return captain.send(edit(card, {hide({range(last_run, from, to)})}));
  }
  const Text& text() const { return cafe.state.text(card); }

  CafeBuilder cafe{small_limits()};
  Person& captain = cafe.as_captain(1);
  Id card = captain.add_card("0123456789");
  Id last_run = 0;
};

TEST_F(TextLimits, TX8WhatPeopleSeeIsLimited) {
  EXPECT_THAT(write(10), Accepted());
  EXPECT_THAT(write(1), Rejected(kLimit, "edit_text.edits"));
  EXPECT_EQ(text().visible_code_points(), 20U);
}

TEST_F(TextLimits, TX8ShowingCountsToo) {
  ASSERT_THAT(write(10), Accepted());
  ASSERT_THAT(hide_last(0, 10), Accepted());
  const Id hidden = last_run;
  ASSERT_THAT(write(5), Accepted());
  EXPECT_THAT(captain.send(edit(card, {show({range(hidden, 0, 10)})})),
              Rejected(kLimit, "edit_text.edits"));
}

TEST_F(TextLimits, TX8RunsAreLimited) {
  for (int i = 0; i < 5; ++i) ASSERT_THAT(write(1), Accepted());
  EXPECT_THAT(hide_last(0, 1), Accepted());
  EXPECT_THAT(write(1), Rejected(kLimit, "edit_text.edits")) << "a hidden run is a run";
}

TEST_F(TextLimits, TX8PiecesAreLimited) {
  ASSERT_THAT(write(10), Accepted());
  ASSERT_THAT(captain.send(edit(card, {hide({range(last_run, 1, 2), range(last_run, 3, 4),
                                             range(last_run, 5, 6), range(last_run, 7, 8)})})),
              Accepted());
  EXPECT_EQ(text().pieces().size(), 10U);
  EXPECT_THAT(captain.send(edit(card, {hide({range(last_run, 9, 10)})})),
              Rejected(kLimit, "edit_text.edits"));
}

TEST_F(TextLimits, TX6TheServerFoldsBeforeATextIsTooLong) {
  for (int i = 0; i < 5; ++i) {
    ASSERT_THAT(write(10), Accepted());
    ASSERT_THAT(hide_last(0, 10), Accepted());
  }
  EXPECT_EQ(text().bytes(), 60U);
  const Id hidden = last_run;
  cafe.limits.text_runs = 8;
  const Outcome outcome = write(3);
  ASSERT_THAT(outcome, Accepted());
  ASSERT_EQ(outcome.changes.changes.size(), 2U);
  EXPECT_TRUE(outcome.changes.changes[0].text().has_fold());
  EXPECT_EQ(text().bytes(), 13U);
  EXPECT_EQ(text().visible(), "xxx0123456789");
  EXPECT_THAT(captain.send(edit(card, {insert(captain.new_id(), "y", at(hidden, 4))})), Accepted());
}

TEST_F(TextLimits, TX6NothingIsFoldedWhileThereIsRoom) {
  ASSERT_THAT(write(10), Accepted());
  ASSERT_THAT(hide_last(0, 10), Accepted());
  const Id hidden = last_run;
  ASSERT_THAT(write(10), Accepted());
  ASSERT_THAT(hide_last(0, 10), Accepted());
  EXPECT_THAT(captain.send(edit(card, {show({range(hidden, 0, 10)})})), Accepted());
}

TEST_F(TextLimits, TX8ATextThatIsTooLongAlreadyCanStillBeMadeShorter) {
  ASSERT_THAT(write(10), Accepted());
  cafe.limits.card_code_points = 5;
  cafe.limits.text_bytes = 5;
  cafe.limits.text_runs = 1;
  cafe.limits.text_pieces = 1;
  EXPECT_THAT(hide_last(0, 10), Accepted());
  EXPECT_THAT(write(1), Rejected(kLimit, "edit_text.edits"));
}

}  // namespace
}  // namespace rebond::test
