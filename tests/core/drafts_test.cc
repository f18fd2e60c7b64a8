// Drafts: words that only their writer sees (rules DR).
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/founding.h"
#include "core/personal.h"
#include "tests/core/commands.h"
#include "tests/core/harvest_commands.h"
#include "tests/core/matchers.h"

namespace rebond::test {
namespace {

struct Drafts : ::testing::Test {
  std::vector<std::string> seen_by(const Person& person) const {
    std::vector<std::string> words;
    const v1::Personal personal = personal_of(person.member(), cafe.private_state);
    for (const v1::Draft& draft : personal.drafts()) words.push_back(draft.text());
    return words;
  }

  CafeBuilder cafe;
  Person& ana = cafe.as_guest("Ana");
  Person& captain = cafe.as_captain(1);
};

using ::testing::ElementsAre;

TEST_F(Drafts, DR1OnlyTheWriterSeesThem) {
  const Digest before = cafe.state.digest();
  const Id id = ana.new_id();
  const Outcome kept = ana.send(save_draft(id, "peut-être", table_id(1)));
  ASSERT_THAT(kept, Accepted());
  EXPECT_EQ(kept.seq, 0U);
  EXPECT_EQ(cafe.state.digest(), before);
  EXPECT_THAT(seen_by(ana), ElementsAre("peut-être"));
  EXPECT_THAT(seen_by(cafe.as_guest("Bob")), ElementsAre());
  EXPECT_THAT(seen_by(cafe.as_facilitator()), ElementsAre());
  EXPECT_THAT(seen_by(captain), ElementsAre());
}

TEST_F(Drafts, DR1AreChangedAndDropped) {
  const Id id = ana.new_id();
  ASSERT_THAT(ana.send(save_draft(id, "peut-être")), Accepted());
  ASSERT_THAT(ana.send(save_draft(id, "sûrement")), Accepted());
  EXPECT_THAT(seen_by(ana), ElementsAre("sûrement"));
  ASSERT_THAT(ana.send(drop_draft(id)), Accepted());
  EXPECT_THAT(seen_by(ana), ElementsAre());
  EXPECT_THAT(ana.send(drop_draft(id)), Rejected(kNotFound, "drop_draft.draft"));
}

TEST_F(Drafts, DR1BelongToThePersonOnEveryDevice) {
  const Id id = ana.new_id();
  ASSERT_THAT(ana.send(save_draft(id, "peut-être")), Accepted());
  Member tablet = ana.member();
  tablet.device += 50;
  tablet.access += 50;
  EXPECT_EQ(personal_of(tablet, cafe.private_state).drafts_size(), 1);
}

TEST_F(Drafts, DR1BelongToTheTableOfACaptain) {
  const Id id = captain.new_id();
  ASSERT_THAT(captain.send(save_draft(id, "à dire", table_id(1))), Accepted());
  Member tablet = captain.member();
  tablet.device += 50;
  tablet.access += 50;
  EXPECT_EQ(personal_of(tablet, cafe.private_state).drafts_size(), 1);
  EXPECT_THAT(seen_by(cafe.as_captain(2)), ElementsAre());
}

TEST_F(Drafts, DR1BelongToTheLinkOfWhoHasNoTable) {
  Person& facilitator = cafe.as_facilitator();
  ASSERT_THAT(facilitator.send(save_draft(facilitator.new_id(), "à dire", table_id(1))),
              Accepted());
  EXPECT_THAT(seen_by(facilitator), ElementsAre("à dire"));
  EXPECT_THAT(seen_by(captain), ElementsAre());
  EXPECT_THAT(seen_by(cafe.as_expert()), ElementsAre());
}

TEST_F(Drafts, DR2NobodyTakesAnothersOver) {
  const Id id = ana.new_id();
  ASSERT_THAT(ana.send(save_draft(id, "peut-être")), Accepted());
  Person& bob = cafe.as_guest("Bob");
  EXPECT_THAT(bob.send(save_draft(id, "non")), Rejected(kConflict, "save_draft.draft"));
  EXPECT_THAT(bob.send(save_draft(make_id(ana.member().device, 99), "non")),
              Rejected(kConflict, "save_draft.draft"));
  EXPECT_THAT(bob.send(drop_draft(id)), Rejected(kNotFound, "drop_draft.draft"));
  EXPECT_THAT(seen_by(ana), ElementsAre("peut-être"));
}

TEST_F(Drafts, DR2ThereAreAtMostFiftyEach) {
  Id last = 0;
  for (int i = 0; i < 50; ++i) {
    last = ana.new_id();
    ASSERT_THAT(ana.send(save_draft(last, "encore")), Accepted());
  }
  EXPECT_THAT(ana.send(save_draft(ana.new_id(), "trop")), Rejected(kLimit, "save_draft.draft"));
  EXPECT_THAT(ana.send(save_draft(last, "autrement")), Accepted());
  EXPECT_THAT(captain.send(save_draft(captain.new_id(), "le nôtre")), Accepted());
}

TEST_F(Drafts, DR2HaveWordsThatFitACommand) {
  EXPECT_THAT(ana.send(save_draft(ana.new_id(), "")), Rejected(kMalformed, "save_draft.text"));
  EXPECT_THAT(ana.send(save_draft(ana.new_id(), std::string(4'097, 'm'))),
              Rejected(kLimit, "save_draft.text"));
  EXPECT_THAT(ana.send(save_draft(ana.new_id(), "où ?", 999)),
              Rejected(kNotFound, "save_draft.table"));
}

}  // namespace
}  // namespace rebond::test
