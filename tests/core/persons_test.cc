// People without devices, expected, here and gone; their names and wishes (rules PE).
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/founding.h"
#include "tests/core/commands.h"
#include "tests/core/evening_commands.h"
#include "tests/core/matchers.h"

namespace rebond::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

struct Persons : ::testing::Test {
  Outcome facilitate(const v1::Command& command) { return facilitator.send(command); }
  /// Somebody without a device, added by the facilitator.
  Id add(const std::string& name, v1::Role role = v1::ROLE_PARTICIPANT, Id table = 0) {
    const Id id = facilitator.new_id();
    EXPECT_THAT(facilitate(add_person(id, name, role, table)), Accepted());
    return id;
  }
  Id expect(const std::string& name) {
    const Id id = facilitator.new_id();
    EXPECT_THAT(facilitate(expect_person(id, name)), Accepted());
    return id;
  }
  const v1::Participant& person(Id id) const { return *cafe.state.find<v1::Participant>(id); }
  const v1::PersonRecord& directory(Id id) const { return cafe.private_state.people().at(id); }
  /// Where the person sits in a round; 0: nowhere.
  Id table_of(Id id, std::uint32_t round) const {
    Id table = 0;
    cafe.state.records().each<v1::Seat>([&](Id, const v1::Seat& seat) {
      if (seat.participant() == id && seat.round() == cafe.round_id(round)) table = seat.table();
    });
    return table;
  }

  CafeBuilder cafe;
  Person& facilitator = cafe.as_facilitator();
  Person& captain = cafe.as_captain(1);
};

TEST_F(Persons, PE1TheFacilitatorAddsWhoHasNoDevice) {
  const Id lea = add("Léa");
  EXPECT_EQ(cafe.entries.back().what(), v1::WHAT_PERSON_ADDED);
  EXPECT_EQ(person(lea).role(), v1::ROLE_PARTICIPANT);
  EXPECT_EQ(person(lea).joined_at_ms(), cafe.now_ms);
  EXPECT_EQ(table_of(lea, 1), 0U);
  const Id bob = add("Bob", v1::ROLE_PARTICIPANT, table_id(2));
  EXPECT_EQ(table_of(bob, 1), table_id(2));
  EXPECT_EQ(person(bob).table(), 0U) << "only a captain has a table";
}

TEST_F(Persons, PE1WhoIsExpectedIsNotHereYet) {
  const Id lea = expect("Léa");
  EXPECT_EQ(person(lea).joined_at_ms(), 0);
  cafe.pass(60'000);
  ASSERT_THAT(facilitate(check_in(lea)), Accepted());
  EXPECT_EQ(cafe.entries.back().what(), v1::WHAT_CHECKED_IN);
  EXPECT_EQ(person(lea).joined_at_ms(), cafe.now_ms);
  ASSERT_THAT(facilitate(check_in(lea, v1::ATTENDANCE_LEFT)), Accepted());
  EXPECT_TRUE(person(lea).left());
  ASSERT_THAT(facilitate(check_in(lea, v1::ATTENDANCE_EXPECTED)), Accepted());
  EXPECT_EQ(person(lea).joined_at_ms(), 0);
  EXPECT_FALSE(person(lea).left());
}

TEST_F(Persons, PE1WhoComesBackIsHereSinceTheFirstTime) {
  const Id lea = add("Léa");
  const double came = cafe.now_ms;
  ASSERT_THAT(facilitate(check_in(lea, v1::ATTENDANCE_LEFT)), Accepted());
  cafe.pass(60'000);
  ASSERT_THAT(facilitate(check_in(lea)), Accepted());
  EXPECT_FALSE(person(lea).left());
  EXPECT_EQ(person(lea).joined_at_ms(), came);
}

TEST_F(Persons, PE1ACaptainAddsWhoHasComeAndTheySitAtTheOwnTable) {
  const Id lea = captain.new_id();
  ASSERT_THAT(captain.send(add_person(lea, "Léa", v1::ROLE_PARTICIPANT, table_id(1))), Accepted());
  EXPECT_EQ(table_of(lea, 1), table_id(1));
  EXPECT_EQ(cafe.state.seq(), cafe.entries.size());
  const Id other = captain.new_id();
  EXPECT_THAT(captain.send(add_person(other, "Bob", v1::ROLE_PARTICIPANT, table_id(2))),
              Rejected(kForbidden, "add_person.table"));
  EXPECT_THAT(captain.send(add_person(other, "Bob", v1::ROLE_EXPERT, table_id(1))),
              Rejected(kForbidden, "add_person.role"));
  v1::Command expected = expect_person(other, "Bob");
  expected.mutable_add_person()->set_table(table_id(1));
  EXPECT_THAT(captain.send(expected), Rejected(kForbidden, "add_person.expected"));
}

TEST_F(Persons, PE1ACaptainChecksInThoseOfTheOwnTable) {
  const Id lea = add("Léa", v1::ROLE_PARTICIPANT, table_id(1));
  const Id bob = add("Bob", v1::ROLE_PARTICIPANT, table_id(2));
  EXPECT_THAT(captain.send(check_in(lea, v1::ATTENDANCE_LEFT)), Accepted());
  EXPECT_THAT(captain.send(check_in(bob, v1::ATTENDANCE_LEFT)),
              Rejected(kForbidden, "check_in.participant"));
}

TEST_F(Persons, PE1APersonSaysThatTheyLeaveAndNothingOfOthers) {
  Person& ana = cafe.as_guest("Ana");
  const Id lea = add("Léa");
  EXPECT_THAT(ana.send(check_in(ana.participant(), v1::ATTENDANCE_LEFT)), Accepted());
  EXPECT_THAT(ana.send(check_in(ana.participant())), Accepted());
  EXPECT_THAT(ana.send(check_in(ana.participant(), v1::ATTENDANCE_EXPECTED)),
              Rejected(kForbidden, "check_in.attendance"));
  EXPECT_THAT(ana.send(check_in(lea, v1::ATTENDANCE_LEFT)),
              Rejected(kForbidden, "check_in.participant"));
}

TEST_F(Persons, PE1SayWhatIsWrong) {
  EXPECT_THAT(facilitate(add_person(make_id(77, 1), "Léa")),
              Rejected(kConflict, "add_person.participant"));
  EXPECT_THAT(facilitate(add_person(facilitator.new_id(), "Léa", v1::ROLE_SCREEN)),
              Rejected(kUnsupported, "add_person.role"));
  EXPECT_THAT(facilitate(add_person(facilitator.new_id(), "Léa", v1::ROLE_CAPTAIN)),
              Rejected(kNotFound, "add_person.table"));
  EXPECT_THAT(facilitate(add_person(facilitator.new_id(), std::string(101, 'a'))),
              Rejected(kLimit, "add_person.name"));
  EXPECT_THAT(facilitate(check_in(make_id(7, 7))), Rejected(kNotFound, "check_in.participant"));
  EXPECT_THAT(facilitate(check_in(add("Léa"), v1::ATTENDANCE_UNSPECIFIED)),
              Rejected(kUnsupported, "check_in.attendance"));
}

TEST_F(Persons, PE1AreLimitedInNumber) {
  cafe.limits.people = 1;
  add("Léa");
  EXPECT_THAT(facilitate(add_person(facilitator.new_id(), "Bob")), Rejected(kLimit, "add_person"));
}

TEST_F(Persons, PE2WhoBecomesCaptainRelievesTheOneBefore) {
  const Id first = add("Léa", v1::ROLE_CAPTAIN, table_id(1));
  const Id second = add("Bob");
  ASSERT_THAT(facilitate(set_role(second, v1::ROLE_CAPTAIN, table_id(1))), Accepted());
  EXPECT_EQ(cafe.entries.back().what(), v1::WHAT_PERSON_CHANGED);
  EXPECT_EQ(person(second).role(), v1::ROLE_CAPTAIN);
  EXPECT_EQ(person(second).table(), table_id(1));
  EXPECT_EQ(person(first).role(), v1::ROLE_PARTICIPANT);
  EXPECT_EQ(person(first).table(), 0U);
  EXPECT_THAT(captain.send(captain.adding("encore")), Accepted()) << "links are separate";
}

TEST_F(Persons, PE2ANewCaptainMayBeAddedAtOnce) {
  const Id first = add("Léa", v1::ROLE_CAPTAIN, table_id(1));
  const Id other = add("Bob", v1::ROLE_CAPTAIN, table_id(2));
  const Id second = add("Zoé", v1::ROLE_CAPTAIN, table_id(1));
  EXPECT_EQ(person(first).role(), v1::ROLE_PARTICIPANT);
  EXPECT_EQ(person(second).table(), table_id(1));
  EXPECT_EQ(person(other).table(), table_id(2));
}

TEST_F(Persons, PE2RolesAreTheFacilitatorsToGive) {
  Person& ana = cafe.as_guest("Ana");
  ana.sit_down(1);
  EXPECT_THAT(captain.send(set_role(ana.participant(), v1::ROLE_CAPTAIN, table_id(1))),
              Rejected(kForbidden, "set_person.role"));
  EXPECT_THAT(ana.send(set_role(ana.participant(), v1::ROLE_CAPTAIN, table_id(1))),
              Rejected(kForbidden, "set_person.role"));
  EXPECT_THAT(facilitate(set_role(ana.participant(), v1::ROLE_CAPTAIN)),
              Rejected(kNotFound, "set_person.table"));
}

TEST_F(Persons, PE3ASeatThatIsTakenBetweenRoundsIsForTheNextOne) {
  const Id lea = add("Léa");
  cafe.go_to("move-1");
  ASSERT_THAT(facilitate(take_seat(facilitator.new_id(), lea, table_id(3))), Accepted());
  EXPECT_EQ(table_of(lea, 2), table_id(3));
  cafe.go_to("welcome");
  ASSERT_THAT(facilitate(take_seat(facilitator.new_id(), lea, table_id(1))), Accepted());
  EXPECT_EQ(table_of(lea, 1), table_id(1));
  cafe.go_to("thanks");
  ASSERT_THAT(facilitate(take_seat(facilitator.new_id(), lea, table_id(2))), Accepted());
  EXPECT_EQ(table_of(lea, 3), table_id(2));
}

TEST_F(Persons, PE3WhoSitsDownIsHere) {
  const Id lea = expect("Léa");
  ASSERT_THAT(captain.send(take_seat(captain.new_id(), lea, table_id(1))), Accepted());
  EXPECT_EQ(person(lea).joined_at_ms(), cafe.now_ms);
}

TEST_F(Persons, PE3ARemoteTableIsForThoseWhoAreElsewhere) {
  Person& zoe = cafe.as_remote("Zoé");
  Person& ana = cafe.as_guest("Ana");
  EXPECT_THAT(zoe.send(take_seat(zoe.new_id(), zoe.participant(), table_id(1))), Accepted())
      << "there is no remote table";
  const Id far = facilitator.new_id();
  ASSERT_THAT(facilitate(add_table(far, "Visio", 0, /*remote=*/true)), Accepted());
  EXPECT_THAT(zoe.send(take_seat(zoe.new_id(), zoe.participant(), table_id(1))),
              Rejected(kConflict, "take_seat.table"));
  EXPECT_THAT(zoe.send(take_seat(zoe.new_id(), zoe.participant(), far)), Accepted());
  EXPECT_THAT(ana.send(take_seat(ana.new_id(), ana.participant(), far)),
              Rejected(kConflict, "take_seat.table"));
  EXPECT_THAT(facilitate(add_person(facilitator.new_id(), "Léa", v1::ROLE_PARTICIPANT, far)),
              Rejected(kConflict, "add_person.table"));
}

TEST_F(Persons, PE4NamesAndWishesAreInNoEntry) {
  const Id lea = facilitator.new_id();
  v1::Command added = add_person(lea, "Léa Szymańska");
  *added.mutable_add_person()->mutable_wishes() = wishes_of("locataire");
  ASSERT_THAT(facilitate(added), Accepted());
  const Seq before = cafe.state.seq();
  const Outcome renamed = facilitate(set_name(lea, "Léa Kowalczyk"));
  ASSERT_THAT(renamed, Accepted());
  EXPECT_TRUE(renamed.changes.private_only);
  EXPECT_EQ(cafe.state.seq(), before);
  EXPECT_EQ(directory(lea).name(), "Léa Kowalczyk");
  EXPECT_EQ(directory(lea).wishes().group(), "locataire");
  for (const v1::Entry& entry : cafe.entries) {
    EXPECT_THAT(entry.SerializeAsString(), Not(HasSubstr("Léa")));
    EXPECT_THAT(entry.SerializeAsString(), Not(HasSubstr("locataire")));
  }
}

TEST_F(Persons, PE4TheFacilitatorSaysWhoSitsWithWhom) {
  const Id lea = add("Léa");
  const Id bob = add("Bob");
  const Id zoe = add("Zoé");
  ASSERT_THAT(facilitate(set_wishes(lea, wishes_of("salarié", {bob}, {zoe}, table_id(2)))),
              Accepted());
  const v1::Wishes& wishes = directory(lea).wishes();
  EXPECT_EQ(wishes.group(), "salarié");
  EXPECT_THAT(wishes.together(), ElementsAre(bob));
  EXPECT_THAT(wishes.apart(), ElementsAre(zoe));
  EXPECT_EQ(wishes.stays(), table_id(2));
}

TEST_F(Persons, PE4NobodyElseSaysIt) {
  Person& ana = cafe.as_guest("Ana");
  ana.sit_down(1);
  EXPECT_THAT(ana.send(set_wishes(ana.participant(), wishes_of("salarié"))),
              Rejected(kForbidden, "set_person.wishes"));
  EXPECT_THAT(captain.send(set_wishes(ana.participant(), wishes_of("", {}, {}, table_id(1)))),
              Rejected(kForbidden, "set_person.wishes"));
}

TEST_F(Persons, PE4APersonConsentsAndTheRestStays) {
  Person& ana = cafe.as_guest("Ana");
  ASSERT_THAT(facilitate(set_wishes(ana.participant(), wishes_of("locataire"))), Accepted());
  v1::Wishes consent;
  consent.set_photos(true);
  ASSERT_THAT(ana.send(set_wishes(ana.participant(), consent)), Accepted());
  EXPECT_TRUE(directory(ana.participant()).wishes().photos());
  EXPECT_EQ(directory(ana.participant()).wishes().group(), "locataire");
  EXPECT_EQ(directory(ana.participant()).name(), "Ana");
}

TEST_F(Persons, PE4ACaptainNamesThoseOfTheOwnTable) {
  Person& ana = cafe.as_guest("Ana");
  EXPECT_THAT(captain.send(set_name(ana.participant(), "Anna")),
              Rejected(kForbidden, "set_person.participant"));
  ana.sit_down(1);
  EXPECT_THAT(captain.send(set_name(ana.participant(), "Anna")), Accepted());
  EXPECT_EQ(directory(ana.participant()).name(), "Anna");
}

TEST_F(Persons, PE4AnEmptyNameLeavesNothing) {
  const Id lea = add("Léa");
  ASSERT_THAT(facilitate(set_name(lea, "")), Accepted());
  EXPECT_EQ(cafe.private_state.people().count(lea), 0U);
}

TEST_F(Persons, PE4NobodyIsBothWithAndApartFromSomebody) {
  const Id lea = add("Léa");
  const Id bob = add("Bob");
  EXPECT_THAT(facilitate(set_wishes(lea, wishes_of("", {bob}, {bob}))),
              Rejected(kConflict, "set_person.wishes.together"));
  ASSERT_THAT(facilitate(set_wishes(lea, wishes_of("", {}, {bob}))), Accepted());
  EXPECT_THAT(facilitate(set_wishes(bob, wishes_of("", {lea}))),
              Rejected(kConflict, "set_person.wishes.together"));
  ASSERT_THAT(facilitate(set_wishes(lea, wishes_of("", {bob}))), Accepted());
  EXPECT_THAT(facilitate(set_wishes(bob, wishes_of("", {}, {lea}))),
              Rejected(kConflict, "set_person.wishes.apart"));
}

TEST_F(Persons, PE4WishesNameWhatIsThere) {
  const Id lea = add("Léa");
  const auto wish = [&](const v1::Wishes& wishes) { return facilitate(set_wishes(lea, wishes)); };
  EXPECT_THAT(wish(wishes_of("", {make_id(7, 7)})),
              Rejected(kNotFound, "set_person.wishes.together"));
  EXPECT_THAT(wish(wishes_of("", {lea})), Rejected(kConflict, "set_person.wishes.together"));
  EXPECT_THAT(wish(wishes_of("", {}, {lea})), Rejected(kConflict, "set_person.wishes.apart"));
  EXPECT_THAT(wish(wishes_of("", {}, {}, table_id(9))),
              Rejected(kNotFound, "set_person.wishes.stays"));
  EXPECT_THAT(wish(wishes_of(std::string(101, 'a'))), Rejected(kLimit, "set_person.wishes.group"));
}

}  // namespace
}  // namespace rebond::test
