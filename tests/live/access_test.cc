// Rules AC: links that are given out and taken back, as the devices see it.
#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/live/hall.h"

namespace rebond::test {
namespace {

const std::string kNewToken = "a token of 16 B.";

v1::Command give(v1::Role role, Id table = 0) {
  v1::Command command;
  command.mutable_give_access()->set_token(kNewToken);
  command.mutable_give_access()->set_role(role);
  command.mutable_give_access()->set_table(table);
  return command;
}

v1::Command revoke(Id access) {
  v1::Command command;
  command.mutable_revoke_access()->set_access(access);
  return command;
}

v1::Command join(Guest& guest) {
  v1::Command command;
  command.mutable_join()->set_participant(guest.new_id());
  command.mutable_join()->set_token(std::string(kSecretBytes, 'p'));
  return command;
}

/// The newest list that the client was sent; an empty one when it was sent none.
v1::AccessList list_of(const Guest& guest) {
  v1::AccessList list;
  for (const v1::Control& control : guest.controls) {
    if (control.has_access_list()) list = control.access_list();
  }
  return list;
}

/// The number of the first link of that role.
Id access_of(const Guest& facilitator, v1::Role role) {
  const v1::AccessList list = list_of(facilitator);
  for (const v1::AccessEntry& entry : list.access()) {
    if (entry.role() == role) return entry.access();
  }
  return 0;
}

TEST(Access, AC1AGivenLinkOpensTheRole) {
  Hall hall;
  Guest& facilitator = hall.facilitator();
  facilitator.enter();
  const CommandNumber number = facilitator.command(give(v1::ROLE_FACILITATOR));
  hall.settle();
  EXPECT_TRUE(facilitator.result(number)->has_accepted());

  Guest& second = hall.with_token(kNewToken);
  second.enter();
  EXPECT_EQ(second.welcome.role(), v1::ROLE_FACILITATOR);
  hall.crash();
  second.enter();
  EXPECT_EQ(second.welcome.role(), v1::ROLE_FACILITATOR);
}

TEST(Access, AC1ASecondDeviceIsTheSamePersonAndTheFirstMayGo) {
  Hall hall;
  Guest& old_phone = hall.guest();
  old_phone.enter();
  old_phone.command(join(old_phone));
  hall.settle();
  old_phone.command(give(v1::ROLE_PARTICIPANT));
  hall.settle();
  Guest& new_phone = hall.with_token(kNewToken);
  new_phone.enter();
  old_phone.command(revoke(0));
  hall.settle();

  EXPECT_EQ(old_phone.closed, v1::CLOSE_CODE_REMOVED);
  EXPECT_FALSE(new_phone.closed);
  EXPECT_NE(new_phone.welcome.participant(), 0U);
  EXPECT_FALSE(new_phone.welcome.must_join());
}

TEST(Access, AC6EveryDeviceOfARevokedLinkIsClosedAndCannotComeBack) {
  Hall hall;
  Guest& facilitator = hall.facilitator();
  Guest& tablet = hall.captain(1);
  Guest& second = hall.captain(1);
  Guest& neighbour = hall.captain(2);
  for (Guest* guest : {&facilitator, &tablet, &second, &neighbour}) guest->enter();
  facilitator.command(revoke(access_of(facilitator, v1::ROLE_CAPTAIN)));
  hall.settle();

  EXPECT_EQ(tablet.closed, v1::CLOSE_CODE_REMOVED);
  EXPECT_EQ(second.closed, v1::CLOSE_CODE_REMOVED);
  EXPECT_FALSE(neighbour.closed);
  tablet.enter();
  EXPECT_EQ(tablet.closed, v1::CLOSE_CODE_UNAUTHENTICATED);
  hall.crash();
  tablet.enter();
  EXPECT_EQ(tablet.closed, v1::CLOSE_CODE_UNAUTHENTICATED);
}

TEST(Access, AC6ARevokedScreenIsClosed) {
  Hall hall;
  Guest& facilitator = hall.facilitator();
  Guest& screen = hall.screen();
  facilitator.enter();
  screen.enter();
  facilitator.command(revoke(access_of(facilitator, v1::ROLE_SCREEN)));
  hall.settle();
  EXPECT_EQ(screen.closed, v1::CLOSE_CODE_REMOVED);
}

TEST(Access, AC6NothingIsClosedBeforeTheRevocationIsDurable) {
  Hall hall;
  Guest& facilitator = hall.facilitator();
  Guest& tablet = hall.captain(1);
  facilitator.enter();
  tablet.enter();
  facilitator.command(revoke(access_of(facilitator, v1::ROLE_CAPTAIN)));
  hall.deliver();
  EXPECT_FALSE(tablet.closed);
  hall.settle();
  EXPECT_EQ(tablet.closed, v1::CLOSE_CODE_REMOVED);
}

TEST(Access, AC6AGreetingThatIsUnderWayIsClosedToo) {
  Hall hall;
  Guest& facilitator = hall.facilitator();
  Guest& tablet = hall.captain(1);
  facilitator.enter();
  tablet.connect();
  tablet.hello(0, 0);
  facilitator.command(revoke(access_of(facilitator, v1::ROLE_CAPTAIN)));
  hall.settle();
  EXPECT_EQ(tablet.closed, v1::CLOSE_CODE_REMOVED);
}

TEST(Access, AC6WhatARevokedDeviceSendsIsWorthNothing) {
  Hall hall;
  Guest& facilitator = hall.facilitator();
  Guest& tablet = hall.captain(1);
  facilitator.enter();
  tablet.enter();
  facilitator.command(revoke(access_of(facilitator, v1::ROLE_CAPTAIN)));
  tablet.add_card("trop tard");
  hall.settle();
  EXPECT_EQ(facilitator.copy.records().count<v1::Card>(), 0U);
}

TEST(Access, AC6ARevokedPersonIsNotLetInByTheJoinLink) {
  Hall hall;
  Guest& facilitator = hall.facilitator();
  Guest& guest = hall.guest();
  facilitator.enter();
  guest.enter();
  guest.command(join(guest));
  hall.settle();
  const Id access = list_of(facilitator).access().rbegin()->access();
  facilitator.command(revoke(access));
  hall.settle();
  EXPECT_EQ(guest.closed, v1::CLOSE_CODE_REMOVED);
  guest.enter();
  EXPECT_EQ(guest.closed, v1::CLOSE_CODE_UNAUTHENTICATED);
}

TEST(Access, HS2TheJoinLinkLendsNobodyTheDeviceOfAnotherRole) {
  Hall hall;
  const std::string key = "a device key 16B";
  hall.guests.push_back(std::make_unique<Guest>(hall, hall.links.captains[0], key));
  hall.guests.push_back(std::make_unique<Guest>(hall, hall.links.participant, key));
  hall.guests[0]->enter();
  hall.guests[1]->enter();
  EXPECT_EQ(hall.guests[1]->closed, v1::CLOSE_CODE_BAD_REQUEST);
}

TEST(Access, AC7TheFacilitatorHasTheListFromWelcomeOnAndAtEveryChange) {
  Hall hall;
  Guest& facilitator = hall.facilitator();
  Guest& guest = hall.guest();
  facilitator.enter();
  const int founded = list_of(facilitator).access_size();
  EXPECT_EQ(founded, 8);  // facilitator, screen, three captains, participant, remote, expert
  guest.enter();
  guest.command(join(guest));
  hall.settle();
  EXPECT_EQ(list_of(facilitator).access_size(), founded + 1);
  facilitator.command(give(v1::ROLE_EXPERT));
  hall.settle();
  EXPECT_EQ(list_of(facilitator).access_size(), founded + 2);
  facilitator.command(revoke(static_cast<Id>(founded) + 2));
  hall.settle();
  EXPECT_TRUE(list_of(facilitator).access(founded + 1).revoked());
}

TEST(Access, AC7NobodyElseHasTheList) {
  Hall hall;
  Guest& facilitator = hall.facilitator();
  Guest& captain = hall.captain(1);
  Guest& screen = hall.screen();
  for (Guest* guest : {&facilitator, &captain, &screen}) guest->enter();
  facilitator.command(give(v1::ROLE_EXPERT));
  hall.settle();
  EXPECT_EQ(list_of(captain).access_size(), 0);
  EXPECT_EQ(list_of(screen).access_size(), 0);
}

TEST(Access, AC7AFacilitatorWhoDoesNotReadIsOwedOneListOnly) {
  Hall hall;
  Guest& facilitator = hall.facilitator();
  Guest& second = hall.facilitator();
  facilitator.enter();
  second.enter();
  second.reads = false;
  for (char token = 'a'; token < 'k'; ++token) {
    v1::Command command = give(v1::ROLE_EXPERT);
    command.mutable_give_access()->set_token(std::string(kSecretBytes, token));
    facilitator.command(command);
    hall.settle();
  }
  second.controls.clear();
  second.reads = true;
  hall.settle();
  const auto is_list = [](const v1::Control& control) { return control.has_access_list(); };
  EXPECT_LE(std::count_if(second.controls.begin(), second.controls.end(), is_list), 2);
  EXPECT_EQ(list_of(second).access_size(), 18);
}

TEST(Access, HT8TheJoinCodeHasThirtyBits) {
  Hall hall;
  // Letters without look-alikes, twenty of them: tests/base/random_test.cc.
  EXPECT_GE(static_cast<double>(hall.room().join_code().size()) * std::log2(20), 30);
}

TEST(Access, HT8TheJoinCodeGivesOneLinkUntilItIsTakenBack) {
  Hall hall;
  Guest& facilitator = hall.facilitator();
  facilitator.enter();
  std::vector<std::string> tokens;
  const auto mint = [&] {
    hall.room().mint_participant_token([&](const std::string& token) { tokens.push_back(token); });
    hall.settle();
  };
  mint();
  mint();
  EXPECT_EQ(tokens[0], tokens[1]);
  facilitator.command(revoke(list_of(facilitator).access().rbegin()->access()));
  hall.settle();
  mint();
  EXPECT_NE(tokens[2], tokens[0]);
}

}  // namespace
}  // namespace rebond::test
