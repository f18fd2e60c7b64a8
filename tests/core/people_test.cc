// Joining, sitting down, devices, names, salvaged words (rules RU8 to RU10).
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/hash.h"
#include "core/founding.h"
#include "tests/core/commands.h"
#include "tests/core/matchers.h"

namespace rebond::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string everything_broadcast(const CafeBuilder& cafe) {
  std::string bytes = cafe.state.to_snapshot();
  for (const v1::Entry& entry : cafe.entries) bytes += entry.SerializeAsString();
  return bytes;
}

TEST(Join, MakesAPersonAndAPersonalToken) {
  CafeBuilder cafe;
  Person& ana = cafe.newcomer();
  const v1::Command join = ana.joining("Ana");
  ASSERT_THAT(ana.send(join), Accepted());
  const v1::Participant* person = cafe.state.find<v1::Participant>(join.join().participant());
  ASSERT_NE(person, nullptr);
  EXPECT_EQ(person->role(), v1::ROLE_PARTICIPANT);
  EXPECT_EQ(person->joined_at_ms(), cafe.now_ms);
  const auto token = cafe.private_state.find_token(join.join().token());
  ASSERT_TRUE(token.has_value());
  EXPECT_EQ(cafe.private_state.token(*token)->participant(), join.join().participant());
  EXPECT_FALSE(cafe.private_state.token(*token)->join());
  EXPECT_EQ(cafe.private_state.device(ana.member().device)->token(), *token);
}

TEST(Join, RU10NeverPutsTheNameOrTheTokenIntoAnEntry) {
  CafeBuilder cafe;
  Person& ana = cafe.newcomer();
  const v1::Command join = ana.joining("Ana Szymańska");
  ASSERT_THAT(ana.send(join), Accepted());
  ana.add_card("une idée");
  ana.sit_down(1);
  EXPECT_THAT(everything_broadcast(cafe), Not(HasSubstr("Szymańska")));
  EXPECT_THAT(everything_broadcast(cafe), Not(HasSubstr(join.join().token())));
  EXPECT_THAT(everything_broadcast(cafe), Not(HasSubstr(hashed(join.join().token()))));
  EXPECT_EQ(cafe.private_state.people().at(ana.participant()).name(), "Ana Szymańska");
}

TEST(Join, NeedsNoName) {
  CafeBuilder cafe;
  Person& somebody = cafe.newcomer();
  ASSERT_THAT(somebody.send(somebody.joining("")), Accepted());
  EXPECT_TRUE(cafe.private_state.people().empty());
}

TEST(Join, SaysWhatIsWrong) {
  CafeBuilder cafe;
  Person& ana = cafe.newcomer();
  v1::Command join = ana.joining("Ana");
  join.mutable_join()->set_token("fifteen bytes..");
  EXPECT_THAT(ana.send(join), Rejected(kMalformed, "join.token"));
  EXPECT_THAT(ana.send(ana.joining(std::string(101, 'a'))), Rejected(kLimit, "join.name"));
  EXPECT_THAT(ana.send(ana.joining("\xff")), Rejected(kMalformed, "join.name"));
  join = ana.joining("Ana");
  join.mutable_join()->set_participant(make_id(99, 1));
  EXPECT_THAT(ana.send(join), Rejected(kConflict, "join.participant"));
}

TEST(Join, TakesNoTokenThatSomebodyHasOrHad) {
  CafeBuilder cafe;
  Person& ana = cafe.newcomer();
  const v1::Command first = ana.joining("Ana");
  ASSERT_THAT(ana.send(first), Accepted());
  Person& bob = cafe.newcomer();
  v1::Command second = bob.joining("Bob");
  second.mutable_join()->set_token(first.join().token());
  EXPECT_THAT(bob.send(second), Rejected(kMalformed, "join.token"));

  const Id token = *cafe.private_state.find_token(first.join().token());
  v1::TokenRecord revoked = *cafe.private_state.token(token);
  revoked.set_revoked(true);
  cafe.private_state.apply(put_private(v1::PRIVATE_KIND_TOKEN, token, revoked));
  EXPECT_THAT(bob.send(second), Rejected(kMalformed, "join.token"));
}

TEST(Join, HappensOnceAndFirst) {
  CafeBuilder cafe;
  Person& ana = cafe.newcomer();
  EXPECT_THAT(ana.send(ana.adding("trop tôt")), Rejected(kForbidden, "add_card"));
  EXPECT_THAT(ana.send(salvage(0, "trop tôt")), Rejected(kForbidden, "salvage_text"));
  ASSERT_THAT(ana.send(ana.joining("Ana")), Accepted());
  EXPECT_THAT(ana.send(ana.joining("Ana")), Rejected(kForbidden, "join"));
  EXPECT_THAT(cafe.as_captain(1).send(ana.joining("Ana")), Rejected(kForbidden, "join"));
}

TEST(Join, IsLimitedInNumber) {
  Limits limits;
  limits.people = 1;
  CafeBuilder cafe(limits);
  cafe.as_guest("Ana");
  Person& bob = cafe.newcomer();
  EXPECT_THAT(bob.send(bob.joining("Bob")), Rejected(kLimit, "join"));
}

TEST(Devices, AppearWithTheirFirstAcceptedCommand) {
  CafeBuilder cafe;
  Person& captain = cafe.as_captain(2);
  const DeviceNumber number = captain.member().device;
  captain.send(captain.adding(""));
  EXPECT_EQ(cafe.state.find<v1::Device>(number), nullptr);
  captain.add_card("une idée");
  ASSERT_NE(cafe.state.find<v1::Device>(number), nullptr);
  EXPECT_EQ(cafe.state.find<v1::Device>(number)->role(), v1::ROLE_CAPTAIN);
  EXPECT_EQ(cafe.state.find<v1::Device>(number)->table(), table_id(2));
  const Outcome second = captain.send(captain.adding("une autre"));
  EXPECT_EQ(second.changes.changes.size(), 2U);
}

TEST(Devices, BelongToThePersonWhoJoined) {
  CafeBuilder cafe;
  Person& ana = cafe.as_guest("Ana");
  const v1::Device* device = cafe.state.find<v1::Device>(ana.member().device);
  ASSERT_NE(device, nullptr);
  EXPECT_EQ(device->participant(), ana.participant());
}

TEST(Seats, SayWhereAPersonSatInARound) {
  CafeBuilder cafe;
  Person& ana = cafe.as_guest("Ana");
  const v1::Seat& seat = *cafe.state.find<v1::Seat>(ana.sit_down(2));
  EXPECT_EQ(seat.participant(), ana.participant());
  EXPECT_EQ(seat.round(), cafe.round_id(1));
  EXPECT_EQ(seat.table(), table_id(2));
}

TEST(Seats, SittingDownAgainMoves) {
  CafeBuilder cafe;
  Person& ana = cafe.as_guest("Ana");
  const Id seat = ana.sit_down(2);
  ana.sit_down(3);
  EXPECT_EQ(cafe.state.records().count<v1::Seat>(), 1U);
  EXPECT_EQ(cafe.state.find<v1::Seat>(seat)->table(), table_id(3));
  cafe.go_to("round-2");
  ana.sit_down(1);
  EXPECT_EQ(cafe.state.records().count<v1::Seat>(), 2U);
  EXPECT_EQ(cafe.state.find<v1::Seat>(seat)->table(), table_id(3));
}

TEST(Seats, RU2EverybodySeatsWhomTheyMay) {
  CafeBuilder cafe;
  const Id ana = cafe.as_guest("Ana").participant();
  Person& bob = cafe.as_guest("Bob");
  EXPECT_THAT(bob.send(take_seat(bob.new_id(), ana, table_id(1))),
              Rejected(kForbidden, "take_seat"));
  Person& captain = cafe.as_captain(1);
  EXPECT_THAT(captain.send(take_seat(captain.new_id(), ana, table_id(2))),
              Rejected(kForbidden, "take_seat"));
  EXPECT_THAT(captain.send(take_seat(captain.new_id(), ana, table_id(1))), Accepted());
  Person& facilitator = cafe.as_facilitator();
  EXPECT_THAT(facilitator.send(take_seat(facilitator.new_id(), ana, table_id(3))), Accepted());
}

TEST(Seats, NeedAPersonATableAndAnId) {
  CafeBuilder cafe;
  Person& ana = cafe.as_guest("Ana");
  EXPECT_THAT(ana.send(take_seat(ana.new_id(), ana.participant(), table_id(9))),
              Rejected(kNotFound, "take_seat.table"));
  EXPECT_THAT(cafe.as_facilitator().send(take_seat(1, make_id(7, 7), table_id(1))),
              Rejected(kNotFound, "take_seat.participant"));
  EXPECT_THAT(ana.send(take_seat(make_id(99, 1), ana.participant(), table_id(1))),
              Rejected(kConflict, "take_seat.seat"));
}

TEST(Salvage, RU9IsAcceptedInEveryStepAndSeenOnlyInPrivate) {
  CafeBuilder cafe;
  cafe.go_to("closed");
  cafe.pass(100'000);
  const Id about = make_id(5, 5);
  for (Person* person : {&cafe.as_captain(1), &cafe.as_guest("Ana"), &cafe.as_remote("Zoé"),
                         &cafe.as_facilitator(), &cafe.as_expert()}) {
    const Seq before = cafe.state.seq();
    const Outcome outcome =
        person->send(salvage(about, "des mots qui n'ont pas trouvé leur place"));
    ASSERT_THAT(outcome, Accepted());
    EXPECT_TRUE(outcome.changes.private_only);
    EXPECT_EQ(cafe.state.seq(), before);
    v1::SalvageRecord kept;
    ASSERT_TRUE(kept.ParseFromString(*cafe.private_writes.back().record));
    EXPECT_EQ(kept.text(), "des mots qui n'ont pas trouvé leur place");
    EXPECT_EQ(kept.about(), about);
    EXPECT_EQ(kept.at_ms(), cafe.now_ms);
    EXPECT_EQ(device_of(cafe.private_writes.back().id), person->member().device);
  }
  EXPECT_THAT(everything_broadcast(cafe), Not(HasSubstr("leur place")));
}

TEST(Salvage, RU9EachIsKeptBesideTheOthers) {
  CafeBuilder cafe;
  Person& captain = cafe.as_captain(1);
  ASSERT_THAT(captain.send(salvage(0, "un")), Accepted());
  ASSERT_THAT(captain.send(salvage(0, "deux")), Accepted());
  const auto& writes = cafe.private_writes;
  EXPECT_NE(writes[writes.size() - 1].id, writes[writes.size() - 2].id);
}

TEST(Salvage, TakesAsManyWordsAsACommandHolds) {
  CafeBuilder cafe;
  Person& captain = cafe.as_captain(1);
  EXPECT_THAT(captain.send(salvage(0, std::string(4'096, 'a'))), Accepted());
  EXPECT_THAT(captain.send(salvage(0, std::string(4'097, 'a'))),
              Rejected(kLimit, "salvage_text.text"));
  EXPECT_THAT(captain.send(salvage(0, "\xff")), Rejected(kMalformed, "salvage_text.text"));
}

}  // namespace
}  // namespace rebond::test
