// Words that several people write (rules TX5, TX6, TX8, TX9).
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/commands.h"
#include "tests/core/matchers.h"

namespace rebond::test {
namespace {

struct EditText : ::testing::Test {
  Id first_run(Id card) { return cafe.state.text(card).pieces()[0].run; }

  CafeBuilder cafe;
  Person& captain = cafe.as_captain(1);
};

TEST_F(EditText, KeepsWhoWroteEachRunAndWhen) {
  const Id card = captain.add_card("éolienne sur le toit");
  Person& facilitator = cafe.as_facilitator();
  cafe.pass(5'000);
  v1::TextEdit added = insert(facilitator.new_id(), " commun", at(first_run(card), 19));
  added.mutable_insert()->set_author(make_id(9, 9));  // not for the client to say
  added.mutable_insert()->set_device(99);
  added.mutable_insert()->set_at_ms(1);
  ASSERT_THAT(facilitator.send(edit(card, {added})), Accepted());

  EXPECT_EQ(cafe.words(card), "éolienne sur le toit commun");
  const Text::Piece& piece = cafe.state.text(card).pieces()[1];
  EXPECT_EQ(piece.author, 0U);
  EXPECT_EQ(piece.device, facilitator.member().device);
  EXPECT_EQ(piece.at_ms, cafe.now_ms);
}

TEST_F(EditText, IsAcceptedWholeOrNotAtAll) {
  const Id card = captain.add_card("abc");
  const Digest before = cafe.state.digest();
  EXPECT_THAT(captain.send(edit(card, {insert(captain.new_id(), "x"), hide({range(1, 0, 1)})})),
              Rejected(kConflict, "edit_text.edits.hide"));
  EXPECT_EQ(cafe.state.digest(), before);
}

TEST_F(EditText, EditsOfOneCommandBuildOnEachOther) {
  const Id card = captain.add_card("abc");
  const Id run = captain.new_id();
  ASSERT_THAT(captain.send(edit(card, {insert(run, "xyz"), hide({range(run, 1, 2)}),
                                       insert(captain.new_id(), "!", at(run, 1))})),
              Accepted());
  EXPECT_EQ(cafe.words(card), "x!zabc");
}

TEST_F(EditText, TX5WhatDoesNotFitIsRejectedWithItsField) {
  const Id card = captain.add_card("abc");
  const Id run = first_run(card);
  const auto rejects = [&](const v1::TextEdit& wrong, const char* field) {
    EXPECT_THAT(captain.send(edit(card, {wrong})), Rejected(kConflict, field));
  };
  rejects(hide({range(run, 0, 4)}), "edit_text.edits.hide");
  rejects(show({range(run, 2, 2)}), "edit_text.edits.show");
  rejects(hide({range(make_id(7, 7), 0, 1)}), "edit_text.edits.hide");
  rejects(insert(captain.new_id(), "x", at(run, 3)), "edit_text.edits.insert.after");
  rejects(insert(run, "x"), "edit_text.edits.insert.run");
  rejects(insert(make_id(captain.member().device + 1, 9), "x"), "edit_text.edits.insert.run");
  rejects(insert(make_id(captain.member().device, 0), "x"), "edit_text.edits.insert.run");
}

TEST_F(EditText, NeedsATextAndAnEdit) {
  const Id card = captain.add_card("abc");
  EXPECT_THAT(captain.send(edit(make_id(7, 7), {fold()})), Rejected(kNotFound, "edit_text.text"));
  EXPECT_THAT(captain.send(edit(card, {})), Rejected(kLimit, "edit_text.edits"));
  v1::Command many = edit(card, {});
  for (int i = 0; i < 201; ++i) {
    *many.mutable_edit_text()->add_edits() = insert(captain.new_id(), "x");
  }
  EXPECT_THAT(captain.send(many), Rejected(kLimit, "edit_text.edits"));
}

TEST_F(EditText, AnEditOfANewerVersionIsUnsupported) {
  const Id card = captain.add_card("abc");
  EXPECT_THAT(captain.send(edit(card, {v1::TextEdit()})),
              Rejected(kUnsupported, "edit_text.edits"));
}

TEST_F(EditText, TX6FoldingIsLeftToTheServer) {
  const Id card = captain.add_card("abc");
  EXPECT_THAT(captain.send(edit(card, {fold()})), Rejected(kForbidden, "edit_text.edits.fold"));
}

TEST_F(EditText, TX10BytesThatAreNoUtf8AreMalformed) {
  const Id card = captain.add_card("abc");
  EXPECT_THAT(captain.send(edit(card, {insert(captain.new_id(), "\xff")})),
              Rejected(kMalformed, "edit_text.edits.insert.characters"));
}

TEST_F(EditText, TX9AWithdrawnCardTakesEditsAndStaysWithdrawn) {
  const Id card = captain.add_card("abc");
  ASSERT_THAT(captain.send(withdraw(v1::RECORD_KIND_CARD, card)), Accepted());
  ASSERT_THAT(captain.send(edit(card, {insert(captain.new_id(), "x")})), Accepted());
  EXPECT_EQ(cafe.words(card), "xabc");
  EXPECT_TRUE(cafe.card(card).withdrawn());
}

TEST_F(EditText, RU2IsForTheOwnTableAndTheOwnWords) {
  const Id card = captain.add_card("abc");
  Person& neighbour = cafe.as_captain(2);
  EXPECT_THAT(neighbour.send(edit(card, {insert(neighbour.new_id(), "x")})),
              Rejected(kForbidden, "edit_text.text"));
  Person& ana = cafe.as_guest("Ana");
  EXPECT_THAT(ana.send(edit(card, {insert(ana.new_id(), "x")})),
              Rejected(kForbidden, "edit_text.text"));
  const Id own = ana.add_card("à moi");
  EXPECT_THAT(ana.send(edit(own, {insert(ana.new_id(), "x")})), Accepted());
  EXPECT_THAT(captain.send(edit(own, {insert(captain.new_id(), "y")})), Accepted());
}

TEST_F(EditText, RU3GoesOnWhenNoIdeasAreAdded) {
  const Id card = captain.add_card("abc");
  cafe.go_to("move-1");
  cafe.pass(100'000);
  EXPECT_THAT(captain.send(edit(card, {insert(captain.new_id(), "x")})), Accepted());
}

}  // namespace
}  // namespace rebond::test
