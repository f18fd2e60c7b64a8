// Rules ER: a person is taken out of the whole history of a café.
#include "core/erase.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/commands.h"
#include "tests/core/history_of.h"

namespace rebond::test {
namespace {

using testing::Each;
using testing::ElementsAre;

constexpr Epoch kNewEpoch = 99;

/// Zélie and Bruno sit at table 1 with a captain; Zélie writes, and others go on with her words.
class Erase : public testing::Test {
 protected:
  Erase() {
    zelie_.sit_down(1);
    bruno_.sit_down(1);
    hers_ = zelie_.add_card("Zélie veut des moulins");
    his_ = bruno_.add_card("Bruno veut du soleil");
  }

  Id run_of(Id card) const { return cafe_.state.text(card).pieces().front().run; }

  Erasure erase(Subject subject, bool with_words) {
    before_ = history_of(cafe_);
    Result<Erasure> erased = erase_person(before_, {subject, with_words, kNewEpoch});
    EXPECT_TRUE(erased.has_value()) << (erased ? "" : describe(erased.error()));
    return erased ? *std::move(erased) : Erasure{};
  }
  Erasure erase_zelie(bool with_words) { return erase({zelie_.participant(), 0}, with_words); }

  void accepted(Person& person, const v1::Command& command) {
    const Outcome outcome = person.send(command);
    ASSERT_FALSE(outcome.rejection) << outcome;
  }

  CafeBuilder cafe_;
  Person& captain_ = cafe_.as_captain(1);
  Person& zelie_ = cafe_.as_guest("Zélie Querbach");
  Person& bruno_ = cafe_.as_guest("Bruno Vandewalle");
  Id hers_ = 0;
  Id his_ = 0;
  History before_;
};

TEST_F(Erase, ER1NeitherNameNorNumberOfThePersonStays) {
  ASSERT_TRUE(holds_words(history_of(cafe_), "Querbach"));
  ASSERT_TRUE(holds_number(history_of(cafe_), zelie_.participant()));
  ASSERT_TRUE(holds_device(history_of(cafe_), zelie_.member().device));
  const Erasure erased = erase_zelie(false);

  EXPECT_FALSE(holds_words(erased.history, "Querbach"));
  EXPECT_FALSE(holds_number(erased.history, zelie_.participant()));
  EXPECT_FALSE(holds_device(erased.history, zelie_.member().device));
  EXPECT_EQ(erased.state.find<v1::Device>(zelie_.member().device), nullptr);
}

TEST_F(Erase, ER1TheIdeaStaysAsNobodys) {
  const Erasure erased = erase_zelie(false);

  EXPECT_EQ(erased.state.text(hers_).visible(), "Zélie veut des moulins");
  EXPECT_EQ(erased.state.text(hers_).pieces().front().author, 0U);
  EXPECT_EQ(erased.state.find<v1::Card>(hers_)->scribe(), 0U);
}

TEST_F(Erase, ER1ThePersonsLinksAndDevicesOpenNothingAnyMore) {
  const Id token = zelie_.member().access;
  const Erasure erased = erase_zelie(false);
  PrivateState state;
  for (const PrivateWrite& write : erased.history.private_records) state.apply(write);

  ASSERT_NE(state.token(token), nullptr);
  EXPECT_TRUE(state.token(token)->revoked());
  EXPECT_EQ(state.token(token)->token_hash(), "");
  EXPECT_EQ(state.token(token)->participant(), 0U);
  EXPECT_EQ(state.device(zelie_.member().device), nullptr);
  EXPECT_EQ(state.last_command(zelie_.member().device), 0U);
  EXPECT_EQ(erased.report.links, 1U);
  EXPECT_EQ(erased.report.devices, 1U);
}

TEST_F(Erase, ER1SalvagedTextsGoWithThePerson) {
  accepted(zelie_, salvage(hers_, "des mots sans place"));
  accepted(bruno_, salvage(his_, "les siens restent"));
  const Erasure erased = erase_zelie(false);

  EXPECT_FALSE(holds_words(erased.history, "des mots sans place"));
  EXPECT_TRUE(holds_words(erased.history, "les siens restent"));
  EXPECT_EQ(erased.report.salvaged, 1U);
}

TEST_F(Erase, ER1TheSeatAndTheVoiceThatACaptainGaveAreUnlinkedAndTold) {
  v1::Command said = captain_.adding("ce que Zélie a dit");
  said.mutable_add_card()->set_voice(zelie_.participant());
  accepted(captain_, said);
  accepted(captain_, take_seat(captain_.new_id(), zelie_.participant(), captain_.member().table));
  const Erasure erased = erase_zelie(true);

  EXPECT_FALSE(holds_number(erased.history, zelie_.participant()));
  EXPECT_THAT(erased.report.said, ElementsAre(said.add_card().card()));
  EXPECT_EQ(erased.state.text(said.add_card().card()).visible(), "ce que Zélie a dit");
}

TEST_F(Erase, ER2WithWordsEachCodePointOfThePersonIsBlank) {
  const Erasure erased = erase_zelie(true);

  EXPECT_EQ(erased.state.text(hers_).visible(), "______________________");
  EXPECT_FALSE(holds_words(erased.history, "moulins"));
  EXPECT_EQ(erased.state.text(his_).visible(), "Bruno veut du soleil");
  EXPECT_EQ(erased.report.blanked, 22U);
}

TEST_F(Erase, ER2OthersWordsInTheSameTextStayWithTheirAuthorsAndPlaces) {
  const Id run = run_of(hers_);
  accepted(captain_, edit(hers_, {insert(captain_.new_id(), " et vite", at(run, 10)),
                                  hide({range(run, 0, 5)})}));
  accepted(captain_, edit(hers_, {show({range(run, 0, 2)})}));
  const Erasure erased = erase_zelie(true);

  EXPECT_EQ(erased.state.text(hers_).visible(), "________ et vite___________");
  EXPECT_EQ(erased.state.text(hers_).pieces().size(), cafe_.state.text(hers_).pieces().size());
}

TEST_F(Erase, ER2CopiesOfThePersonsWordsAreBlankToo) {
  const Id copy_of_hers = captain_.add_card("à côté : ");
  accepted(captain_, copy(copy_of_hers, hers_, {range(run_of(hers_), 0, 5)}, captain_.new_id()));
  ASSERT_NE(cafe_.words(copy_of_hers).find("Zélie"), std::string::npos);
  const Erasure erased = erase_zelie(true);

  EXPECT_FALSE(holds_words(erased.history, "Zélie"));
  EXPECT_NE(erased.state.text(copy_of_hers).visible().find("à côté"), std::string::npos);
}

TEST_F(Erase, ER2WordsThatThePersonCopiedStayTheirAuthors) {
  accepted(zelie_, copy(hers_, his_, {range(run_of(his_), 0, 5)}, zelie_.new_id()));
  const Erasure erased = erase_zelie(true);

  EXPECT_NE(erased.state.text(hers_).visible().find("Bruno"), std::string::npos);
}

TEST_F(Erase, ER2FoldedWordsAreBlankInTheHistory) {
  const Id run = run_of(hers_);
  accepted(zelie_, edit(hers_, {hide({range(run, 0, 5)})}));
  const Erasure erased = erase_zelie(true);

  EXPECT_FALSE(holds_words(erased.history, "Zélie"));
}

TEST_F(Erase, ER2PhrasesNamesAndTagsBelongToWhoTypedThem) {
  const Id proposition = zelie_.new_id();
  accepted(zelie_, link(proposition, hers_, his_, v1::LINK_KIND_BUILDS_ON, "parce que vent"));
  const Id other = bruno_.new_id();
  accepted(bruno_, link(other, his_, hers_, v1::LINK_KIND_OPPOSES, "mais soleil"));
  // Who puts a record again for another reason has not typed its words.
  accepted(captain_, withdraw(v1::RECORD_KIND_LINK, proposition));
  accepted(zelie_, set_card(hers_, {"vent du nord"}));
  accepted(captain_, set_card(hers_, {"vent du nord", "toits"}));
  const Erasure erased = erase_zelie(true);

  EXPECT_FALSE(holds_words(erased.history, "parce que vent"));
  EXPECT_FALSE(holds_words(erased.history, "vent du nord"));
  EXPECT_EQ(erased.state.find<v1::Link>(proposition)->phrase(), "______________");
  EXPECT_EQ(erased.state.find<v1::Link>(other)->phrase(), "mais soleil");
  EXPECT_EQ(erased.state.find<v1::Link>(other)->author(), bruno_.participant());
  EXPECT_THAT(erased.state.find<v1::Card>(hers_)->tags(), ElementsAre("____________", "toits"));
}

TEST_F(Erase, ER2WordsTypedOverThePersonsAreTheNewWriters) {
  const Id proposition = zelie_.new_id();
  accepted(zelie_, link(proposition, hers_, his_, v1::LINK_KIND_BUILDS_ON, "parce que vent"));
  accepted(captain_, set_link(proposition, v1::LINK_KIND_BUILDS_ON, "donc"));
  const Erasure erased = erase_zelie(true);

  EXPECT_EQ(erased.state.find<v1::Link>(proposition)->phrase(), "donc");
}

TEST_F(Erase, ER3SeqsAndTimesStayAndTheHistoryGivesTheState) {
  const Erasure erased = erase_zelie(true);

  ASSERT_EQ(erased.history.entries.size(), before_.entries.size());
  for (std::size_t i = 0; i < before_.entries.size(); ++i) {
    const v1::Entry was = read_entry_element(*before_.entries[i]).value();
    const v1::Entry is = read_entry_element(*erased.history.entries[i]).value();
    EXPECT_EQ(is.seq(), was.seq());
    EXPECT_EQ(is.at_ms(), was.at_ms());
    EXPECT_EQ(is.what(), was.what());
  }
  EXPECT_EQ(replay(erased.history).value().digest(), erased.state.digest());
  EXPECT_NE(erased.state.digest(), cafe_.state.digest());
}

TEST_F(Erase, ER3WhatThePersonDidNotTouchKeepsItsBytes) {
  const Erasure erased = erase_zelie(true);

  // The founding, and Bruno's coming.
  EXPECT_EQ(erased.history.entries[0], before_.entries[0]);
  EXPECT_EQ(erased.history.entries[2], before_.entries[2]);
}

TEST_F(Erase, ER3TheNewEpochGrantsNumbersFarAboveTheOldOnes) {
  const Erasure erased = erase_zelie(false);
  PrivateState state;
  state.set_device_floor(erased.history.header.device_floor());
  for (const PrivateWrite& write : erased.history.private_records) state.apply(write);

  EXPECT_EQ(erased.history.header.epoch(), kNewEpoch);
  EXPECT_GT(state.next_device(), (1U << 20U) + bruno_.member().device);
}

TEST_F(Erase, ER3OthersKeepTheirDevicesAndOutcomes) {
  const Erasure erased = erase_zelie(true);
  PrivateState state;
  for (const PrivateWrite& write : erased.history.private_records) state.apply(write);

  const DeviceNumber bruno = bruno_.member().device;
  ASSERT_NE(state.device(bruno), nullptr);
  EXPECT_EQ(state.device(bruno)->token(), bruno_.member().access);
  EXPECT_NE(state.outcome(bruno, 1), nullptr);
  EXPECT_THAT(state.people(), testing::SizeIs(1));
}

TEST_F(Erase, ER1ADeviceThatIsNobodysIsErasedAsADevice) {
  const Id card = captain_.add_card("le capitaine parle");
  const DeviceNumber device = captain_.member().device;
  const Erasure erased = erase({0, device}, true);

  EXPECT_FALSE(holds_words(erased.history, "le capitaine parle"));
  EXPECT_FALSE(holds_device(erased.history, device));
  EXPECT_EQ(erased.state.text(card).pieces().front().device, 0U);
  EXPECT_EQ(erased.state.text(hers_).visible(), "Zélie veut des moulins");
  // The link belongs to the table, and other tablets use it.
  EXPECT_EQ(erased.report.links, 0U);
}

TEST_F(Erase, ER1SaysWhomItDoesNotKnow) {
  const History history = history_of(cafe_);
  const auto kind = [&](Subject subject) {
    return erase_person(history, {subject, false, kNewEpoch}).error().kind;
  };

  EXPECT_EQ(kind({12345, 0}), ErrorKind::kNotFound);
  EXPECT_EQ(kind({0, 12345}), ErrorKind::kNotFound);
  EXPECT_EQ(kind({0, zelie_.member().device}), ErrorKind::kInvalid);
  EXPECT_EQ(kind({}), ErrorKind::kInvalid);
}

TEST_F(Erase, ER1WhoWasErasedIsNotKnownAnyMore) {
  const Erasure erased = erase_zelie(false);
  const Result<Erasure> again =
      erase_person(erased.history, {{zelie_.participant(), 0}, true, kNewEpoch + 1});

  ASSERT_FALSE(again.has_value());
  EXPECT_EQ(again.error().kind, ErrorKind::kNotFound);
}

}  // namespace
}  // namespace rebond::test
