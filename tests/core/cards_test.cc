// Ideas: adding, marking, hiding.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/founding.h"
#include "tests/core/commands.h"
#include "tests/core/matchers.h"

namespace rebond::test {
namespace {

using ::testing::ElementsAre;

TEST(Cards, AreKeptWithWhoWroteThemWhereAndWhen) {
  CafeBuilder cafe;
  Person& captain = cafe.as_captain(2);
  const Id ana = cafe.as_guest("Ana").participant();
  v1::Command add = captain.adding("pas d'éclairage permanent");
  add.mutable_add_card()->set_voice(ana);
  add.mutable_add_card()->set_plan_ref("t2.7");
  add.mutable_add_card()->mutable_marks()->set_unconventional(true);
  add.mutable_add_card()->mutable_marks()->add_tags("énergie");
  ASSERT_THAT(captain.send(add), Accepted());

  const Id id = add.add_card().card();
  const v1::Card& card = cafe.card(id);
  EXPECT_EQ(cafe.words(id), "pas d'éclairage permanent");
  EXPECT_EQ(card.table(), table_id(2));
  EXPECT_EQ(card.round(), cafe.round_id(1));
  EXPECT_EQ(card.voice(), ana);
  EXPECT_EQ(card.device(), captain.member().device);
  EXPECT_EQ(card.created_at_ms(), cafe.now_ms);
  EXPECT_EQ(card.plan_ref(), "t2.7");
  EXPECT_TRUE(card.unconventional());
  EXPECT_THAT(card.tags(), ElementsAre("énergie"));
  EXPECT_FALSE(card.late());
  const Text::Piece& piece = cafe.state.text(id).pieces()[0];
  EXPECT_EQ(piece.run, add.add_card().run());
  EXPECT_EQ(piece.device, captain.member().device);
  EXPECT_EQ(piece.at_ms, cafe.now_ms);
}

TEST(Cards, KnowTheGuestWhoTypedThem) {
  CafeBuilder cafe;
  Person& guest = cafe.as_guest("Ana");
  const Id id = guest.add_card("un composteur par immeuble");
  EXPECT_EQ(cafe.card(id).scribe(), guest.participant());
  EXPECT_EQ(cafe.state.text(id).pieces()[0].author, guest.participant());
}

TEST(Cards, TX10AreKeptAsTyped) {
  CafeBuilder cafe;
  for (const std::string& typed : {std::string("  détritius ,"), std::string("a\0b\r\n", 5),
                                   std::string("e\u0301 \u00a0«"), std::string("\"")}) {
    EXPECT_EQ(cafe.words(cafe.as_captain(1).add_card(typed)), typed);
  }
}

TEST(Cards, TX10WordsThatAreNoUtf8AreMalformed) {
  CafeBuilder cafe;
  Person& captain = cafe.as_captain(1);
  EXPECT_THAT(captain.send(captain.adding("caf\xe9")), Rejected(kMalformed, "add_card.text"));
  EXPECT_THAT(captain.send(captain.adding("")), Rejected(kMalformed, "add_card.text"));
}

TEST(Cards, RU2AreWrittenAtTheOwnTable) {
  CafeBuilder cafe;
  Person& captain = cafe.as_captain(1);
  v1::Command add = captain.adding("chez les voisins");
  add.mutable_add_card()->set_table(table_id(2));
  EXPECT_THAT(captain.send(add), Rejected(kForbidden, "add_card.table"));
  add.mutable_add_card()->set_table(table_id(9));
  EXPECT_THAT(captain.send(add), Rejected(kNotFound, "add_card.table"));
  EXPECT_EQ(cafe.state.records().count<v1::Card>(), 0U);
}

TEST(Cards, RU2AGuestWritesWhereTheGuestSits) {
  CafeBuilder cafe;
  Person& guest = cafe.as_guest("Ana");
  guest.sit_down(2);
  v1::Command add = guest.adding("ici");
  EXPECT_THAT(guest.send(add), Rejected(kForbidden, "add_card.table"));
  add.mutable_add_card()->set_table(table_id(2));
  EXPECT_THAT(guest.send(add), Accepted());
}

TEST(Cards, RU2ASeatOfAnotherRoundBindsNobody) {
  CafeBuilder cafe;
  Person& guest = cafe.as_guest("Ana");
  guest.sit_down(2);
  cafe.go_to("move-1");
  cafe.pass(kRoundGraceMs);
  cafe.go_to("round-2");
  EXPECT_THAT(guest.send(guest.adding("à la première table")), Accepted());
}

TEST(Cards, RU2AGuestStaysAtTheTableDuringTheGrace) {
  CafeBuilder cafe;
  Person& guest = cafe.as_guest("Ana");
  guest.sit_down(2);
  cafe.go_to("move-1");
  EXPECT_THAT(guest.send(guest.adding("à une autre table")),
              Rejected(kForbidden, "add_card.table"));
  v1::Command add = guest.adding("ma dernière phrase");
  add.mutable_add_card()->set_table(table_id(2));
  EXPECT_THAT(guest.send(add), Accepted());
}

TEST(Cards, RU8HaveIdsOfTheDeviceThatWrites) {
  CafeBuilder cafe;
  Person& captain = cafe.as_captain(1);
  const DeviceNumber device = captain.member().device;
  for (const Id wrong : {Id{0}, make_id(device, 0), make_id(device + 1, 5), make_id(0, 5)}) {
    v1::Command add = captain.adding("sous un autre nom");
    add.mutable_add_card()->set_card(wrong);
    EXPECT_THAT(captain.send(add), Rejected(kConflict, "add_card.card")) << wrong;
    add = captain.adding("sous un autre nom");
    add.mutable_add_card()->set_run(wrong);
    EXPECT_THAT(captain.send(add), Rejected(kConflict, "add_card.run")) << wrong;
  }
}

TEST(Cards, RU8AnIdIsUsedOnce) {
  CafeBuilder cafe;
  Person& captain = cafe.as_captain(1);
  const Id card = captain.add_card("la première");
  v1::Command add = captain.adding("la seconde");
  add.mutable_add_card()->set_card(card);
  EXPECT_THAT(captain.send(add), Rejected(kConflict, "add_card.card"));
  EXPECT_EQ(cafe.words(card), "la première");
}

TEST(Cards, TX8HaveALongestText) {
  CafeBuilder cafe;
  Person& captain = cafe.as_captain(1);
  const std::string longest(4'000, 'a');
  EXPECT_THAT(captain.send(captain.adding(longest)), Accepted());
  EXPECT_THAT(captain.send(captain.adding(longest + "a")), Rejected(kLimit, "add_card.text"));
  std::string bytes;
  while (bytes.size() < 4'098) bytes += "é";
  EXPECT_THAT(captain.send(captain.adding(bytes)), Rejected(kLimit, "add_card.text"));
}

TEST(Cards, HaveAFewShortTags) {
  CafeBuilder cafe;
  Person& captain = cafe.as_captain(1);
  const Id card = captain.add_card("à ranger");
  EXPECT_THAT(captain.send(set_card(card, {""})), Rejected(kMalformed, "set_card.marks"));
  EXPECT_THAT(captain.send(set_card(card, {std::string(101, 'a')})),
              Rejected(kLimit, "set_card.marks"));
  v1::Command many = set_card(card);
  for (int i = 0; i < 13; ++i) many.mutable_set_card()->mutable_marks()->add_tags("tag");
  EXPECT_THAT(captain.send(many), Rejected(kLimit, "set_card.marks"));
}

TEST(Cards, SayWhatIsWrongInEachField) {
  CafeBuilder cafe;
  Person& captain = cafe.as_captain(1);
  v1::Command add = captain.adding("une idée");
  add.mutable_add_card()->set_voice(make_id(7, 7));
  EXPECT_THAT(captain.send(add), Rejected(kNotFound, "add_card.voice"));
  add = captain.adding("une idée");
  add.mutable_add_card()->set_plan_ref(std::string(201, 't'));
  EXPECT_THAT(captain.send(add), Rejected(kLimit, "add_card.plan_ref"));
  add = captain.adding("une idée");
  add.mutable_add_card()->mutable_marks()->add_tags("\xff");
  EXPECT_THAT(captain.send(add), Rejected(kMalformed, "add_card.marks"));
  add = captain.adding("une idée");
  add.mutable_add_card()->set_group(make_id(7, 7));
  EXPECT_THAT(captain.send(add), Rejected(kNotFound, "add_card.group"));
}

TEST(Cards, AreLimitedInNumber) {
  Limits limits;
  limits.cards = 2;
  CafeBuilder cafe(limits);
  Person& captain = cafe.as_captain(1);
  captain.add_card("une");
  captain.add_card("deux");
  EXPECT_THAT(captain.send(captain.adding("trois")), Rejected(kLimit, "add_card"));
}

TEST(Cards, ARejectedCardLeavesNothing) {
  CafeBuilder cafe;
  Person& captain = cafe.as_captain(1);
  const Digest before = cafe.state.digest();
  v1::Command add = captain.adding("avec un lien qui ne mène nulle part");
  add.mutable_add_card()->mutable_rebound()->set_link(captain.new_id());
  add.mutable_add_card()->mutable_rebound()->set_to(make_id(7, 7));
  EXPECT_THAT(captain.send(add), Rejected(kNotFound, "add_card.rebound.to"));
  EXPECT_EQ(cafe.state.digest(), before);
}

TEST(Cards, SettingMarksReplacesThemAll) {
  CafeBuilder cafe;
  Person& captain = cafe.as_captain(1);
  const Id card = captain.add_card("à débattre");
  v1::Command marks = set_card(card, {"eau"});
  marks.mutable_set_card()->mutable_marks()->set_question(true);
  ASSERT_THAT(captain.send(marks), Accepted());
  EXPECT_TRUE(cafe.card(card).question());
  ASSERT_THAT(captain.send(set_card(card)), Accepted());
  EXPECT_FALSE(cafe.card(card).question());
  EXPECT_EQ(cafe.card(card).tags_size(), 0);
  EXPECT_THAT(captain.send(set_card(make_id(7, 7))), Rejected(kNotFound, "set_card.card"));
}

TEST(Cards, AreHiddenAndShownByTheFacilitator) {
  CafeBuilder cafe;
  const Id card = cafe.as_captain(1).add_card("avec un nom de personne");
  Person& facilitator = cafe.as_facilitator();
  ASSERT_THAT(facilitator.send(hide_card(card)), Accepted());
  EXPECT_TRUE(cafe.card(card).hidden());
  EXPECT_EQ(cafe.words(card), "avec un nom de personne");
  ASSERT_THAT(facilitator.send(hide_card(card, false)), Accepted());
  EXPECT_FALSE(cafe.card(card).hidden());
  EXPECT_THAT(facilitator.send(hide_card(make_id(7, 7))), Rejected(kNotFound, "hide_card.card"));
}

}  // namespace
}  // namespace rebond::test
