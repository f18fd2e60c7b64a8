// Links that are given out and taken back (rules AC).
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/hash.h"
#include "core/founding.h"
#include "tests/core/commands.h"
#include "tests/core/matchers.h"

namespace rebond::test {
namespace {

/// The record of the link that was given out last.
v1::TokenRecord newest_link(const CafeBuilder& cafe) {
  return cafe.private_state.tokens().rbegin()->second;
}

TEST(Access, AC1TheFacilitatorGivesEveryRole) {
  CafeBuilder cafe;
  Person& facilitator = cafe.as_facilitator();
  for (const v1::Role role :
       {v1::ROLE_FACILITATOR, v1::ROLE_CAPTAIN, v1::ROLE_EXPERT, v1::ROLE_SCREEN}) {
    SCOPED_TRACE(v1::Role_Name(role));
    ASSERT_THAT(facilitator.send(give_access(v1::Role_Name(role), role, table_id(2))), Accepted());
    EXPECT_EQ(newest_link(cafe).role(), role);
    EXPECT_EQ(newest_link(cafe).table(), role == v1::ROLE_CAPTAIN ? table_id(2) : 0);
    EXPECT_FALSE(newest_link(cafe).join());
  }
}

TEST(Access, AC1AParticipantsLinkFromTheFacilitatorIsAJoinLink) {
  CafeBuilder cafe;
  cafe.as_facilitator().send(give_access("pour Ana", v1::ROLE_PARTICIPANT));
  EXPECT_TRUE(newest_link(cafe).join());
  EXPECT_EQ(newest_link(cafe).participant(), 0U);
}

TEST(Access, AC1ACaptainGivesOnlyTheOwnTable) {
  CafeBuilder cafe;
  Person& captain = cafe.as_captain(1);
  EXPECT_THAT(captain.send(give_access("tablette", v1::ROLE_CAPTAIN, table_id(1))), Accepted());
  EXPECT_EQ(newest_link(cafe).table(), table_id(1));
  EXPECT_THAT(captain.send(give_access("voisine", v1::ROLE_CAPTAIN, table_id(2))),
              Rejected(kForbidden, "give_access.table"));
  EXPECT_THAT(captain.send(give_access("chef", v1::ROLE_FACILITATOR)),
              Rejected(kForbidden, "give_access.role"));
}

TEST(Access, AC1AParticipantGivesTheOwnPersonASecondDevice) {
  CafeBuilder cafe;
  Person& ana = cafe.as_guest("Ana");
  EXPECT_THAT(ana.send(give_access("téléphone", v1::ROLE_PARTICIPANT)), Accepted());
  EXPECT_EQ(newest_link(cafe).participant(), ana.participant());
  EXPECT_FALSE(newest_link(cafe).join());
  EXPECT_THAT(ana.send(give_access("à distance", v1::ROLE_REMOTE)),
              Rejected(kForbidden, "give_access.role"));
}

TEST(Access, AC1OnlyRolesAndTablesThatExistAreGiven) {
  CafeBuilder cafe;
  Person& facilitator = cafe.as_facilitator();
  for (const int role : {0, 7}) {
    EXPECT_THAT(facilitator.send(give_access("rôle", static_cast<v1::Role>(role))),
                Rejected(kUnsupported, "give_access.role"));
  }
  EXPECT_THAT(facilitator.send(give_access("table", v1::ROLE_CAPTAIN, table_id(9))),
              Rejected(kNotFound, "give_access.table"));
}

TEST(Access, AC1ATokenIsSixteenBytesThatWereNeverGivenOut) {
  CafeBuilder cafe;
  Person& facilitator = cafe.as_facilitator();
  v1::Command command = give_access("une fois", v1::ROLE_EXPERT);
  ASSERT_THAT(facilitator.send(command), Accepted());
  ASSERT_THAT(facilitator.send(revoke_access(cafe.private_state.tokens().rbegin()->first)),
              Accepted());
  EXPECT_THAT(facilitator.send(command), Rejected(kMalformed, "give_access.token"));
  command.mutable_give_access()->set_token("fifteen bytes..");
  EXPECT_THAT(facilitator.send(command), Rejected(kMalformed, "give_access.token"));
}

TEST(Access, AC1OnlyTheHashIsKept) {
  CafeBuilder cafe;
  const v1::Command command = give_access("secret", v1::ROLE_SCREEN);
  cafe.as_facilitator().send(command);
  EXPECT_EQ(newest_link(cafe).token_hash(), hashed(command.give_access().token()));
  for (const PrivateWrite& write : cafe.private_writes) {
    EXPECT_EQ(write.record->find(command.give_access().token()), std::string::npos);
  }
}

TEST(Access, AC2TheCafeHoldsSoManyLinksThatAreNotTakenBack) {
  Limits limits;
  limits.accesses = 3;
  CafeBuilder cafe(limits);
  Person& facilitator = cafe.as_facilitator();
  EXPECT_THAT(facilitator.send(give_access("un", v1::ROLE_SCREEN)), Accepted());
  EXPECT_THAT(facilitator.send(give_access("deux", v1::ROLE_SCREEN)), Accepted());
  EXPECT_THAT(facilitator.send(give_access("trois", v1::ROLE_SCREEN)),
              Rejected(kLimit, "give_access"));
  facilitator.send(revoke_access(cafe.private_state.tokens().rbegin()->first));
  EXPECT_THAT(facilitator.send(give_access("trois", v1::ROLE_SCREEN)), Accepted());
}

TEST(Access, AC2APersonsLinksAreFewAndNeverInTheFacilitatorsWay) {
  Limits limits;
  limits.accesses = 3;  // the facilitator's own, the guest's join link and one more
  limits.accesses_each = 3;
  CafeBuilder cafe(limits);
  Person& facilitator = cafe.as_facilitator();
  Person& ana = cafe.as_guest("Ana");
  EXPECT_THAT(ana.send(give_access("deux", v1::ROLE_PARTICIPANT)), Accepted());
  EXPECT_THAT(ana.send(give_access("trois", v1::ROLE_PARTICIPANT)), Accepted());
  EXPECT_THAT(ana.send(give_access("quatre", v1::ROLE_PARTICIPANT)),
              Rejected(kLimit, "give_access"));
  EXPECT_THAT(facilitator.send(give_access("écran", v1::ROLE_SCREEN)), Accepted());
}

TEST(Access, AC2TakingBackDoesNotLetATableGiveForEver) {
  Limits limits;
  limits.accesses_each = 2;
  CafeBuilder cafe(limits);
  Person& captain = cafe.as_captain(1);
  captain.send(give_access("deux", v1::ROLE_CAPTAIN, table_id(1)));
  cafe.as_facilitator().send(revoke_access(cafe.private_state.next_token() - 1));
  EXPECT_THAT(captain.send(give_access("trois", v1::ROLE_CAPTAIN, table_id(1))),
              Rejected(kLimit, "give_access"));
}

TEST(Access, AC3TheFacilitatorTakesBackAnyLink) {
  CafeBuilder cafe;
  const Id access = cafe.as_captain(1).member().access;
  EXPECT_THAT(cafe.as_facilitator().send(revoke_access(access)), Accepted());
  EXPECT_TRUE(cafe.private_state.token(access)->revoked());
  EXPECT_THAT(cafe.as_facilitator().send(revoke_access(access)), Accepted());
  EXPECT_THAT(cafe.as_facilitator().send(revoke_access(99)),
              Rejected(kNotFound, "revoke_access.access"));
}

TEST(Access, AC3OthersTakeBackOnlyTheirOwn) {
  CafeBuilder cafe;
  Person& captain = cafe.as_captain(1);
  Person& ana = cafe.as_guest("Ana");
  const Id facilitators = cafe.as_facilitator().member().access;
  for (Person* person : {&captain, &ana}) {
    EXPECT_THAT(person->send(revoke_access(facilitators)),
                Rejected(kForbidden, "revoke_access.access"));
    EXPECT_THAT(person->send(revoke_access()), Accepted());
    EXPECT_TRUE(cafe.private_state.token(person->member().access)->revoked());
  }
}

TEST(Access, AC4TheLastFacilitatorsLinkStays) {
  CafeBuilder cafe;
  Person& facilitator = cafe.as_facilitator();
  EXPECT_THAT(facilitator.send(revoke_access()), Rejected(kConflict, "revoke_access.access"));
  ASSERT_THAT(facilitator.send(give_access("relève", v1::ROLE_FACILITATOR)), Accepted());
  EXPECT_THAT(facilitator.send(revoke_access()), Accepted());
}

TEST(Access, AC5ChangesNoDigestAndMakesNoEntry) {
  CafeBuilder cafe;
  Person& facilitator = cafe.as_facilitator();
  const Digest before = cafe.state.digest();
  const Outcome given = facilitator.send(give_access("relève", v1::ROLE_FACILITATOR));
  const Outcome revoked = facilitator.send(revoke_access());
  for (const Outcome* outcome : {&given, &revoked}) {
    EXPECT_TRUE(outcome->changes.private_only);
    EXPECT_EQ(outcome->seq, 0U);
  }
  EXPECT_EQ(cafe.state.digest(), before);
}

TEST(Access, TheFacilitatorSetsHowLongTheCafeIsKept) {
  CafeBuilder cafe;
  const Outcome outcome = cafe.as_facilitator().send(set_retention(90));
  ASSERT_THAT(outcome, Accepted());
  EXPECT_EQ(outcome.changes.what, v1::WHAT_CAFE_CHANGED);
  EXPECT_EQ(cafe.state.find<v1::Cafe>(1)->retention_days(), 90U);
  EXPECT_EQ(cafe.state.find<v1::Cafe>(1)->theme(), "Propreté");
  EXPECT_THAT(cafe.as_facilitator().send(set_retention(0)), Accepted());
  EXPECT_THAT(cafe.as_facilitator().send(set_retention(kRetentionDaysMax + 1)),
              Rejected(kLimit, "set_retention.days"));
}

}  // namespace
}  // namespace rebond::test
