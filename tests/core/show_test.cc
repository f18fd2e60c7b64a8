// What the projector shows and what everybody is told (rules SH).
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/founding.h"
#include "tests/core/commands.h"
#include "tests/core/harvest_commands.h"
#include "tests/core/matchers.h"

namespace rebond::test {
namespace {

struct ShowRoom : ::testing::Test {
  CafeBuilder cafe;
  Person& facilitator = cafe.as_facilitator();
  Id card = facilitator.add_card("une idée");
  const v1::Show& shown() const { return *cafe.state.find<v1::Show>(1); }
};

TEST_F(ShowRoom, SH1WhatIsAbsentIsOff) {
  v1::Command all;
  v1::Show& show = *all.mutable_set_show()->mutable_show();
  show.set_view(v1::VIEW_MAP);
  show.set_table(table_id(1));
  show.set_names(true);
  show.set_attention(true);
  show.set_zoom_percent(150);
  ASSERT_THAT(facilitator.send(all), Accepted());
  EXPECT_TRUE(shown().attention());
  ASSERT_THAT(facilitator.send(spotlight(v1::RECORD_KIND_CARD, card)), Accepted());
  EXPECT_EQ(shown().spotlight(), card);
  EXPECT_FALSE(shown().attention());
  EXPECT_FALSE(shown().names());
  EXPECT_EQ(shown().view(), v1::VIEW_UNSPECIFIED);
}

TEST_F(ShowRoom, SH1WhatItNamesIsThere) {
  EXPECT_THAT(facilitator.send(spotlight(v1::RECORD_KIND_CARD, 999)),
              Rejected(kNotFound, "set_show.show.spotlight"));
  EXPECT_THAT(facilitator.send(spotlight(v1::RECORD_KIND_PARTICIPANT, card)),
              Rejected(kNotFound, "set_show.show.spotlight"));
  EXPECT_THAT(facilitator.send(show_view(static_cast<v1::View>(99))),
              Rejected(kUnsupported, "set_show.show.view"));
  v1::Command show;
  show.mutable_set_show()->mutable_show()->set_table(999);
  EXPECT_THAT(facilitator.send(show), Rejected(kNotFound, "set_show.show.table"));
  show.mutable_set_show()->mutable_show()->set_table(0);
  show.mutable_set_show()->mutable_show()->set_group(999);
  EXPECT_THAT(facilitator.send(show), Rejected(kNotFound, "set_show.show.group"));
  show.mutable_set_show()->mutable_show()->set_group(0);
  show.mutable_set_show()->mutable_show()->set_zoom_percent(1);
  EXPECT_THAT(facilitator.send(show), Rejected(kLimit, "set_show.show.zoom_percent"));
}

TEST_F(ShowRoom, SH2AnAnnouncementIsShortAndCanBeTakenBack) {
  const Id id = facilitator.new_id();
  ASSERT_THAT(facilitator.send(announce(id, "Le café est servi")), Accepted());
  EXPECT_EQ(cafe.state.find<v1::Announcement>(id)->text(), "Le café est servi");
  EXPECT_EQ(cafe.state.find<v1::Announcement>(id)->at_ms(), cafe.now_ms);
  ASSERT_THAT(facilitator.send(withdraw(v1::RECORD_KIND_ANNOUNCEMENT, id)), Accepted());
  EXPECT_TRUE(cafe.state.find<v1::Announcement>(id)->withdrawn());
  EXPECT_THAT(facilitator.send(announce(facilitator.new_id(), std::string(1'025, 'm'))),
              Rejected(kLimit, "announce.text"));
  EXPECT_THAT(facilitator.send(announce(facilitator.new_id(), "")),
              Rejected(kMalformed, "announce.text"));
}

TEST_F(ShowRoom, SH2ThereAreAtMost500) {
  for (int i = 0; i < 500; ++i) {
    ASSERT_THAT(facilitator.send(announce(facilitator.new_id(), "Bis")), Accepted());
  }
  EXPECT_THAT(facilitator.send(announce(facilitator.new_id(), "Ter")),
              Rejected(kLimit, "announce"));
}

TEST_F(ShowRoom, SH3AnIdeaIsHiddenForAReason) {
  v1::Command hide = hide_card(card);
  hide.mutable_hide_card()->set_reason("nomme quelqu'un");
  ASSERT_THAT(facilitator.send(hide), Accepted());
  EXPECT_EQ(cafe.card(card).hidden_reason(), "nomme quelqu'un");
  EXPECT_EQ(cafe.words(card), "une idée");
  hide.mutable_hide_card()->set_reason(std::string(501, 'm'));
  EXPECT_THAT(facilitator.send(hide), Rejected(kLimit, "hide_card.reason"));
  ASSERT_THAT(facilitator.send(hide_card(card, false)), Accepted());
  EXPECT_EQ(cafe.card(card).hidden_reason(), "");
}

}  // namespace
}  // namespace rebond::test
