// Copies keep their authors (rule TX7).
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/commands.h"
#include "tests/core/matchers.h"

namespace rebond::test {
namespace {

struct CopyText : ::testing::Test {
  Id first_run(Id card) { return cafe.state.text(card).pieces()[0].run; }

  CafeBuilder cafe;
  Person& captain = cafe.as_captain(1);
  Person& ana = cafe.as_guest("Ana");
};

TEST_F(CopyText, TX7KeepsAuthorDeviceAndTime) {
  const Id said = ana.add_card("récupérer les eaux");
  const double then_ms = cafe.now_ms;
  cafe.pass(60'000);
  const Id quote = captain.add_card("Ana : ");
  v1::Command command = copy(quote, said, {range(first_run(said), 0, 9)}, captain.new_id());
  *command.mutable_copy_text()->mutable_after() = at(first_run(quote), 5);
  ASSERT_THAT(captain.send(command), Accepted());

  EXPECT_EQ(cafe.words(quote), "Ana : récupérer");
  const Text::Piece& piece = cafe.state.text(quote).pieces()[1];
  EXPECT_EQ(piece.run, command.copy_text().first_run());
  EXPECT_EQ(piece.author, ana.participant());
  EXPECT_EQ(piece.device, ana.member().device);
  EXPECT_EQ(piece.at_ms, then_ms);
}

TEST_F(CopyText, TX7IsWrittenAsInserts) {
  const Id said = ana.add_card("abc");
  const Id quote = captain.add_card("x");
  const Outcome outcome =
      captain.send(copy(quote, said, {range(first_run(said), 0, 3)}, captain.new_id()));
  ASSERT_THAT(outcome, Accepted());
  for (const v1::Change& change : outcome.changes.changes) {
    EXPECT_TRUE(change.text().has_insert() || change.has_put());
  }
}

TEST_F(CopyText, TX7SeveralRangesStandInTheirOrderWithRunsOfTheirOwn) {
  const Id said = ana.add_card("abcdef");
  const Id quote = captain.add_card("x");
  const Id run = captain.new_id();
  ASSERT_THAT(captain.send(copy(quote, said,
                                {range(first_run(said), 4, 6), range(first_run(said), 0, 2)}, run)),
              Accepted());
  EXPECT_EQ(cafe.words(quote), "efabx");
  EXPECT_EQ(cafe.state.text(quote).pieces()[0].run, run);
  EXPECT_EQ(cafe.state.text(quote).pieces()[1].run, run + 1);
}

TEST_F(CopyText, TX7CopiesOnlyWhatPeopleSee) {
  const Id said = captain.add_card("abcdef");
  const Id run = first_run(said);
  ASSERT_THAT(captain.send(edit(said, {hide({range(run, 2, 4)})})), Accepted());
  const Id quote = captain.add_card("x");
  const Id copied = make_id(captain.member().device, 1'000);
  ASSERT_THAT(captain.send(copy(quote, said, {range(run, 0, 6)}, copied)), Accepted());
  EXPECT_EQ(cafe.words(quote), "abefx");
  EXPECT_THAT(captain.send(copy(quote, said, {range(run, 2, 4)}, copied + 2)),
              Rejected(kNotFound, "copy_text.ranges"));
}

TEST_F(CopyText, TX7ATextCanBeCopiedIntoItself) {
  const Id said = captain.add_card("abc");
  ASSERT_THAT(captain.send(copy(said, said, {range(first_run(said), 0, 3)}, captain.new_id())),
              Accepted());
  EXPECT_EQ(cafe.words(said), "abcabc");
}

TEST_F(CopyText, TX5WhatDoesNotFitIsRejectedWithItsField) {
  const Id said = captain.add_card("abc");
  const Id quote = captain.add_card("x");
  const Id run = first_run(said);
  const auto rejects = [&](const v1::Command& command, const char* field) {
    EXPECT_THAT(captain.send(command), Rejected(kConflict, field));
  };
  rejects(copy(quote, said, {range(run, 1, 4)}, captain.new_id()), "copy_text.ranges");
  rejects(copy(quote, said, {range(run, 1, 1)}, captain.new_id()), "copy_text.ranges");
  rejects(copy(quote, said, {range(make_id(7, 7), 0, 1)}, captain.new_id()), "copy_text.ranges");
  rejects(copy(quote, said, {range(run, 0, 1)}, first_run(quote)), "copy_text.first_run");
  rejects(copy(quote, said, {range(run, 0, 1)}, make_id(captain.member().device + 1, 5)),
          "copy_text.first_run");
  v1::Command behind = copy(quote, said, {range(run, 0, 1)}, captain.new_id());
  *behind.mutable_copy_text()->mutable_after() = at(run, 0);
  rejects(behind, "copy_text.after");
}

TEST_F(CopyText, TX5ItsRunsStayInTheNumbersOfTheDevice) {
  const Id said = captain.add_card("abc");
  const Id quote = captain.add_card("x");
  const Id run = first_run(said);
  const Id last = make_id(captain.member().device, 0xffff'ffff);
  EXPECT_THAT(captain.send(copy(quote, said, {range(run, 0, 1), range(run, 2, 3)}, last)),
              Rejected(kConflict, "copy_text.first_run"));
  EXPECT_THAT(captain.send(copy(quote, said, {range(run, 0, 1)}, last)), Accepted());
}

TEST_F(CopyText, NeedsTwoTextsAndSomeRanges) {
  const Id said = captain.add_card("abc");
  const v1::Range all = range(first_run(said), 0, 3);
  EXPECT_THAT(captain.send(copy(make_id(7, 7), said, {all}, captain.new_id())),
              Rejected(kNotFound, "copy_text.text"));
  EXPECT_THAT(captain.send(copy(said, make_id(7, 7), {all}, captain.new_id())),
              Rejected(kNotFound, "copy_text.from_text"));
  EXPECT_THAT(captain.send(copy(said, said, {}, captain.new_id())),
              Rejected(kLimit, "copy_text.ranges"));
  v1::Command many = copy(said, said, {}, captain.new_id());
  for (int i = 0; i < 101; ++i) *many.mutable_copy_text()->add_ranges() = all;
  EXPECT_THAT(captain.send(many), Rejected(kLimit, "copy_text.ranges"));
}

TEST_F(CopyText, TX8KeepsTheLimitsOfATextWithoutMakingItFirst) {
  const Id said = captain.add_card(std::string(3'000, 'a'));
  const Id quote = captain.add_card("x");
  v1::Command much = copy(quote, said, {}, captain.new_id());
  for (int i = 0; i < 100; ++i) {
    *much.mutable_copy_text()->add_ranges() = range(first_run(said), 0, 3'000);
  }
  EXPECT_THAT(captain.send(much), Rejected(kLimit, "copy_text.ranges"));
}

TEST_F(CopyText, RU2GoesToTheOwnTableAndComesFromAnywhere) {
  const Id far = cafe.as_captain(2).add_card("loin");
  const Id own = captain.add_card("ici ");
  EXPECT_THAT(captain.send(copy(own, far, {range(first_run(far), 0, 4)}, captain.new_id())),
              Accepted());
  EXPECT_THAT(captain.send(copy(far, own, {range(first_run(own), 0, 3)}, captain.new_id())),
              Rejected(kForbidden, "copy_text.text"));
}

}  // namespace
}  // namespace rebond::test
