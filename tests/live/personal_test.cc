// What each person alone is told, and names: who gets them and who does not.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/live/hall.h"

namespace rebond::test {
namespace {

/// The newest control of that kind, null when there was none.
const v1::Control* newest(const Guest& guest, v1::Control::ControlCase kind) {
  const v1::Control* found = nullptr;
  for (const v1::Control& control : guest.controls) {
    if (control.control_case() == kind) found = &control;
  }
  return found;
}

std::size_t names_told(const Guest& guest) {
  const v1::Control* directory = newest(guest, v1::Control::kDirectory);
  return directory == nullptr ? 0 : static_cast<std::size_t>(directory->directory().people_size());
}

v1::Command add_person(Guest& by, const std::string& name, const std::string& group) {
  v1::Command command;
  v1::AddPerson& add = *command.mutable_add_person();
  add.set_participant(by.new_id());
  add.set_role(v1::ROLE_PARTICIPANT);
  add.set_name(name);
  add.mutable_wishes()->set_group(group);
  return command;
}

v1::Command show_names(bool shown) {
  v1::Command command;
  command.mutable_set_show()->mutable_show()->set_names(shown);
  return command;
}

TEST(Personal, RU10TheScreenIsToldNamesOnlyWhileItMayShowThem) {
  Hall hall;
  Guest& facilitator = hall.facilitator();
  Guest& screen = hall.screen();
  facilitator.enter();
  screen.enter();
  facilitator.command(add_person(facilitator, "Anna", "tenant"));
  hall.settle();
  EXPECT_EQ(names_told(screen), 0U);

  facilitator.command(show_names(true));
  hall.settle();
  EXPECT_EQ(names_told(screen), 1U);

  facilitator.command(show_names(false));
  hall.settle();
  EXPECT_EQ(names_told(screen), 0U);
}

TEST(Personal, RU10WishesAreToldToFacilitatorsAlone) {
  Hall hall;
  Guest& facilitator = hall.facilitator();
  Guest& captain = hall.captain(1);
  facilitator.enter();
  captain.enter();
  facilitator.command(add_person(facilitator, "Anna", "tenant"));
  hall.settle();

  const v1::Control* told = newest(facilitator, v1::Control::kDirectory);
  ASSERT_NE(told, nullptr);
  EXPECT_EQ(told->directory().people(0).wishes().group(), "tenant");
  const v1::Control* captains = newest(captain, v1::Control::kDirectory);
  ASSERT_NE(captains, nullptr);
  EXPECT_EQ(captains->directory().people(0).name(), "Anna");
  EXPECT_FALSE(captains->directory().people(0).has_wishes());
}

TEST(Personal, DR1ADraftIsToldToTheTabletsOfItsTableAndNobodyElse) {
  Hall hall;
  Guest& tablet = hall.captain(1);
  Guest& second = hall.captain(1);
  Guest& other = hall.captain(2);
  for (Guest* guest : {&tablet, &second, &other}) guest->enter();
  v1::Command save;
  save.mutable_save_draft()->set_draft(tablet.new_id());
  save.mutable_save_draft()->set_table(tablet.welcome.table());
  save.mutable_save_draft()->set_text("à relire");
  tablet.command(save);
  hall.settle();

  const v1::Control* told = newest(second, v1::Control::kPersonal);
  ASSERT_NE(told, nullptr);
  ASSERT_EQ(told->personal().drafts_size(), 1);
  EXPECT_EQ(told->personal().drafts(0).text(), "à relire");
  const v1::Control* others = newest(other, v1::Control::kPersonal);
  EXPECT_TRUE(others == nullptr || others->personal().drafts_size() == 0);
}

TEST(Personal, DR1ADraftIsToldToATabletThatComesLater) {
  Hall hall;
  Guest& tablet = hall.captain(1);
  tablet.enter();
  v1::Command save;
  save.mutable_save_draft()->set_draft(tablet.new_id());
  save.mutable_save_draft()->set_table(tablet.welcome.table());
  save.mutable_save_draft()->set_text("à relire");
  tablet.command(save);
  hall.settle();

  Guest& second = hall.captain(1);
  second.enter();
  const v1::Control* told = newest(second, v1::Control::kPersonal);
  ASSERT_NE(told, nullptr);
  EXPECT_EQ(told->personal().drafts_size(), 1);
  // Before the café is here: who waits for it need not wait again.
  EXPECT_TRUE(second.controls.back().has_snapshot_end());
}

TEST(Personal, RU10APersonIsGreetedByName) {
  Hall hall;
  Guest& guest = hall.guest();
  guest.enter();
  v1::Command join;
  join.mutable_join()->set_participant(guest.new_id());
  join.mutable_join()->set_token(std::string(kSecretBytes, 'p'));
  join.mutable_join()->set_name("Zoé");
  guest.command(join);
  hall.settle();
  const v1::Control* told = newest(guest, v1::Control::kPersonal);
  ASSERT_NE(told, nullptr);
  EXPECT_EQ(told->personal().name(), "Zoé");
}

TEST(Personal, SU3NeitherScreenNorExpertIsToldDots) {
  Hall hall;
  Guest& facilitator = hall.facilitator();
  Guest& captain = hall.captain(1);
  Guest& screen = hall.screen();
  Guest& expert = hall.with_token(hall.links.expert);
  for (Guest* guest : {&facilitator, &captain, &screen, &expert}) guest->enter();
  captain.add_card("une idée");
  hall.settle();
  Id card = 0;
  facilitator.copy.records().each<v1::Card>([&](Id id, const v1::Card&) { card = id; });
  v1::Command open;
  open.mutable_set_support()->set_open(true);
  open.mutable_set_support()->set_blind(true);
  facilitator.command(open);
  v1::Command cast;
  cast.mutable_cast_support()->set_card(card);
  cast.mutable_cast_support()->set_dots(2);
  facilitator.command(cast);
  hall.settle();
  for (Guest* guest : {&screen, &expert}) {
    guest->disconnect();
    guest->enter();
    const v1::Control* told = newest(*guest, v1::Control::kPersonal);
    EXPECT_TRUE(told == nullptr || told->personal().dots_size() == 0);
  }
}

}  // namespace
}  // namespace rebond::test
