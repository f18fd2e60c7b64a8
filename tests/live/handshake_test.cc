// Rules HS: who a connection is, decided once, by token and device key.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/live/hall.h"

namespace rebond::test {
namespace {

v1::Command join(Guest& guest, const std::string& name) {
  v1::Command command;
  command.mutable_join()->set_participant(guest.new_id());
  command.mutable_join()->set_token(std::string(kSecretBytes, 'p'));
  command.mutable_join()->set_name(name);
  return command;
}

TEST(Handshake, HS1ASilentConnectionIsClosed) {
  Hall hall;
  Guest& guest = hall.screen();
  guest.connect();
  hall.pass(hall.limits.hello_timeout_ms);
  EXPECT_EQ(guest.closed, v1::CLOSE_CODE_NO_HELLO);
}

TEST(Handshake, HS1AnythingBeforeHelloIsRefused) {
  Hall hall;
  Guest& guest = hall.screen();
  guest.connect();
  v1::ClientFrame frame;
  frame.mutable_ping();
  guest.send_frame(frame);
  hall.settle();
  EXPECT_EQ(guest.closed, v1::CLOSE_CODE_NO_HELLO);
}

TEST(Handshake, HS2AnUnknownTokenIsUnauthenticated) {
  Hall hall;
  Guest& guest = hall.with_token(std::string(kSecretBytes, 'x'));
  guest.enter();
  EXPECT_EQ(guest.closed, v1::CLOSE_CODE_UNAUTHENTICATED);
}

TEST(Handshake, HS2AShortTokenIsABadRequest) {
  Hall hall;
  Guest& guest = hall.with_token("short");
  guest.enter();
  EXPECT_EQ(guest.closed, v1::CLOSE_CODE_BAD_REQUEST);
}

TEST(Handshake, HS11ACafeThatKnowsTooManyDevicesTakesNoNewOne) {
  Limits limits;
  limits.devices = 1;
  Hall hall(limits);
  Guest& known = hall.captain(1);
  known.enter();
  Guest& stranger = hall.captain(2);
  stranger.enter();
  EXPECT_FALSE(known.closed);
  EXPECT_EQ(stranger.closed, v1::CLOSE_CODE_CONNECTIONS);
}

TEST(Handshake, HS2AnotherProtocolIsAskedToUpgrade) {
  Hall hall;
  Guest& guest = hall.screen();
  guest.connect();
  v1::ClientFrame frame;
  frame.mutable_hello()->set_protocol_min(2);
  frame.mutable_hello()->set_protocol_max(3);
  guest.send_frame(frame);
  hall.settle();
  EXPECT_EQ(guest.closed, v1::CLOSE_CODE_UPGRADE);
}

TEST(Handshake, HS3ADeviceKeepsItsNumberOverReconnectsAndRestarts) {
  Hall hall;
  Guest& captain = hall.captain(1);
  captain.enter();
  const DeviceNumber number = captain.welcome.device();
  EXPECT_GT(number, 0U);
  EXPECT_EQ(captain.welcome.role(), v1::ROLE_CAPTAIN);
  captain.disconnect();
  captain.enter();
  EXPECT_EQ(captain.welcome.device(), number);
  hall.crash();
  captain.enter();
  EXPECT_EQ(captain.welcome.device(), number);
}

TEST(Handshake, HS3AScreenHasNoNumberAndCannotWrite) {
  Hall hall;
  Guest& screen = hall.screen();
  screen.enter();
  EXPECT_EQ(screen.welcome.device(), 0U);
  screen.command({}, 1);
  hall.settle();
  EXPECT_EQ(screen.result(1)->rejection().code(), v1::REJECTION_CODE_FORBIDDEN);
}

TEST(Handshake, HS4ReadingWritesNothing) {
  Hall hall;
  Guest& captain = hall.captain(1);
  Guest& screen = hall.screen();
  captain.enter();
  screen.enter();
  hall.crash();
  captain.enter();
  screen.enter();
  hall.pass(60'000);
  EXPECT_EQ(screen.copy.seq(), 1U);
}

TEST(Handshake, HS5TheSecondConnectionOfADeviceWins) {
  Hall hall;
  Guest& first = hall.captain(1);
  first.enter();
  hall.guests.push_back(std::make_unique<Guest>(hall, hall.links.captains[0], "the same key 16B"));
  hall.guests.push_back(std::make_unique<Guest>(hall, hall.links.captains[0], "the same key 16B"));
  Guest& older = *hall.guests[1];
  Guest& newer = *hall.guests[2];
  older.enter();
  newer.enter();

  EXPECT_EQ(older.closed, v1::CLOSE_CODE_SUPERSEDED);
  EXPECT_FALSE(newer.closed);
  EXPECT_FALSE(first.closed);
}

TEST(Handshake, HS6AJoinTokenMustBeExchangedFirst) {
  Hall hall;
  Guest& guest = hall.guest();
  guest.enter();
  EXPECT_TRUE(guest.welcome.must_join());
  const CommandNumber early = guest.add_card("trop tôt", hall.links.captains.size());
  hall.settle();
  EXPECT_EQ(guest.result(early)->rejection().code(), v1::REJECTION_CODE_FORBIDDEN);

  guest.command(join(guest, ""));
  hall.settle();
  EXPECT_EQ(guest.copy.seq(), 2U);
  EXPECT_EQ(guest.copy.records().count<v1::Participant>(), 1U);
}

TEST(Handshake, HS6ThePersonalTokenOpensTheSamePerson) {
  Hall hall;
  Guest& guest = hall.guest();
  guest.enter();
  guest.command(join(guest, "Aïcha"));
  hall.settle();
  Guest& phone = hall.with_token(std::string(kSecretBytes, 'p'));
  phone.enter();

  EXPECT_FALSE(phone.welcome.must_join());
  EXPECT_NE(phone.welcome.participant(), 0U);
  EXPECT_NE(phone.welcome.device(), guest.welcome.device());
}

TEST(Handshake, HS6ADeviceThatLostTheAnswerToJoinIsStillThatPerson) {
  Hall hall;
  Guest& guest = hall.guest();
  guest.enter();
  guest.command(join(guest, "Aïcha"));
  hall.crash(/*written=*/1);
  guest.enter();

  EXPECT_FALSE(guest.welcome.must_join());
  EXPECT_EQ(guest.welcome.last_command(), 1U);
}

TEST(Handshake, HS7BytesThatAreNoFrameCloseOnlyTheirConnection) {
  Hall hall;
  Guest& hostile = hall.captain(1);
  Guest& captain = hall.captain(2);
  hostile.enter();
  captain.enter();
  hostile.send_bytes("\xFF\xFF\xFF\xFF");
  captain.add_card("rien remarqué");
  hall.settle();

  EXPECT_EQ(hostile.closed, v1::CLOSE_CODE_BAD_REQUEST);
  EXPECT_FALSE(captain.closed);
  EXPECT_EQ(captain.copy.seq(), 2U);
}

TEST(Handshake, HS7ASecondHelloIsABadRequest) {
  Hall hall;
  Guest& captain = hall.captain(1);
  captain.enter();
  captain.hello(0, 0);
  hall.settle();
  EXPECT_EQ(captain.closed, v1::CLOSE_CODE_BAD_REQUEST);
}

TEST(Handshake, RU10NamesGoToTheFacilitatorAndTheCaptainsAndInNoEntry) {
  Hall hall;
  Guest& facilitator = hall.facilitator();
  Guest& screen = hall.screen();
  Guest& guest = hall.guest();
  facilitator.enter();
  screen.enter();
  guest.enter();
  guest.command(join(guest, "Aïcha"));
  hall.settle();

  ASSERT_TRUE(facilitator.controls.back().has_directory());
  EXPECT_EQ(facilitator.controls.back().directory().people(0).name(), "Aïcha");
  EXPECT_EQ(screen.copy.to_snapshot().find("Aïcha"), std::string::npos);
  for (const v1::Control& control : screen.controls) EXPECT_FALSE(control.has_directory());
}

TEST(Handshake, EO8RU10ANameIsToldToNobodyBeforeItIsDurable) {
  Hall hall;
  Guest& guest = hall.guest();
  guest.enter();
  Guest& facilitator = hall.facilitator();
  facilitator.connect();
  facilitator.hello(0, 0);
  guest.command(join(guest, "Aïcha"));
  // The facilitator's new device is on the disk, the name is not.
  hall.journal->commit(1);
  hall.deliver();
  const auto knows_the_name = [&facilitator] {
    return std::any_of(facilitator.controls.begin(), facilitator.controls.end(),
                       [](const v1::Control& control) {
                         return control.has_directory() && control.directory().people_size() > 0;
                       });
  };
  ASSERT_FALSE(facilitator.controls.empty());
  EXPECT_FALSE(knows_the_name());
  hall.settle();
  EXPECT_TRUE(knows_the_name());
}

}  // namespace
}  // namespace rebond::test
