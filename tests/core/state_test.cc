// The public state: entries in order, snapshots, what this version does not know.
#include "core/state.h"

#include <gmock/gmock.h>
#include <google/protobuf/unknown_field_set.h>
#include <gtest/gtest.h>

#include "tests/core/cafe_builder.h"
#include "tests/core/commands.h"

namespace rebond::test {
namespace {

using ::testing::HasSubstr;

v1::Entry entry_of(Seq seq, std::initializer_list<v1::Change> changes) {
  v1::Entry entry;
  entry.set_seq(seq);
  for (const v1::Change& change : changes) *entry.add_changes() = change;
  return entry;
}

v1::Change put(int kind, Id id, const std::string& record) {
  v1::Change change;
  change.mutable_put()->set_kind(static_cast<v1::RecordKind>(kind));
  change.mutable_put()->set_id(id);
  change.mutable_put()->set_record(record);
  return change;
}

/// A café in which a bit of everything has happened.
void live_a_little(CafeBuilder& cafe) {
  Person& captain = cafe.as_captain(1);
  const Id card = captain.add_card("éolienne sur les toits");
  const Id other = cafe.as_captain(2).add_card("récupérer les eaux de pluie");
  captain.add_link(card, other);
  captain.add_group("eau", {card, other});
  captain.send(withdraw(v1::RECORD_KIND_CARD, other));
  cafe.as_guest("Ana").sit_down(1);
  const Id run = cafe.state.text(card).pieces()[0].run;
  captain.send(
      edit(card, {hide({range(run, 0, 8)}), insert(captain.new_id(), "Panneau", at(run, 3))}));
}

TEST(State, TakesEntriesInOrderAndWithoutAGap) {
  State state;
  for (const Seq wrong : {0U, 2U}) {
    const Result<void> applied = state.apply(entry_of(wrong, {}));
    ASSERT_FALSE(applied.has_value());
    EXPECT_THAT(describe(applied.error()), HasSubstr("expected entry 1"));
  }
  EXPECT_TRUE(state.apply(entry_of(1, {})).has_value());
  EXPECT_FALSE(state.apply(entry_of(1, {})).has_value());
}

TEST(State, ASnapshotIsTheSameState) {
  CafeBuilder cafe;
  live_a_little(cafe);
  const Result<State> copy = State::from_snapshot(cafe.state.to_snapshot());
  ASSERT_TRUE(copy.has_value());
  EXPECT_EQ(copy->seq(), cafe.state.seq());
  EXPECT_EQ(copy->at_ms(), cafe.state.at_ms());
  EXPECT_EQ(copy->digest(), cafe.state.digest());
  EXPECT_EQ(copy->to_snapshot(), cafe.state.to_snapshot());
}

TEST(State, DG1TheDigestDoesNotDependOnTheWay) {
  CafeBuilder cafe;
  live_a_little(cafe);
  State replayed;
  for (const v1::Entry& entry : cafe.entries) ASSERT_TRUE(replayed.apply(entry).has_value());
  EXPECT_EQ(replayed.digest(), cafe.state.digest());
}

TEST(State, ACopyStaysAsItWas) {
  CafeBuilder cafe;
  const State before = cafe.state;
  const std::string bytes = before.to_snapshot();
  live_a_little(cafe);
  EXPECT_EQ(before.to_snapshot(), bytes);
  EXPECT_NE(before.digest(), cafe.state.digest());
}

TEST(State, CU8AnUnknownKindOfRecordIsKept) {
  State state;
  ASSERT_TRUE(state.apply(entry_of(1, {put(99, 7, "\x0a\x01x")})).has_value());
  const Result<State> copy = State::from_snapshot(state.to_snapshot());
  ASSERT_TRUE(copy.has_value());
  const StoredRecord* kept = copy->records().find({static_cast<v1::RecordKind>(99), 7});
  ASSERT_NE(kept, nullptr);
  EXPECT_EQ(*kept->bytes, "\x0a\x01x");
  EXPECT_EQ(kept->message, nullptr);
  EXPECT_EQ(copy->digest(), state.digest());
}

TEST(State, CU8UnknownFieldsStayWhenTheRulesChangeARecord) {
  CafeBuilder cafe;
  const Id id = cafe.as_captain(1).add_card("avec un champ de demain");
  v1::Card card = cafe.card(id);
  card.GetReflection()->MutableUnknownFields(&card)->AddLengthDelimited(900, "demain");
  ASSERT_TRUE(cafe.state
                  .apply(entry_of(cafe.state.seq() + 1,
                                  {put(v1::RECORD_KIND_CARD, id, card.SerializeAsString())}))
                  .has_value());
  cafe.as_facilitator().send(hide_card(id));
  EXPECT_TRUE(cafe.card(id).hidden());
  EXPECT_THAT(*cafe.state.records().find({v1::RECORD_KIND_CARD, id})->bytes, HasSubstr("demain"));
}

TEST(State, CU8AnUnknownChangeIsRefused) {
  v1::Change change;
  change.GetReflection()->MutableUnknownFields(&change)->AddLengthDelimited(9, "");
  State state;
  const Result<void> applied = state.apply(entry_of(1, {change}));
  ASSERT_FALSE(applied.has_value());
  EXPECT_THAT(describe(applied.error()), HasSubstr("newer version"));
}

TEST(State, CU8AnUnknownEditOfATextIsRefused) {
  v1::Change change;
  v1::TextEdit& edit = *change.mutable_text();
  edit.set_text(7);
  edit.GetReflection()->MutableUnknownFields(&edit)->AddLengthDelimited(9, "");
  EXPECT_FALSE(State().apply(entry_of(1, {change})).has_value());
}

TEST(State, ARecordThatCannotBeReadIsRefused) {
  const Result<void> applied =
      State().apply(entry_of(1, {put(v1::RECORD_KIND_CARD, 7, "\x0a\xff")}));
  ASSERT_FALSE(applied.has_value());
  EXPECT_EQ(applied.error().kind, ErrorKind::kCorrupt);
}

TEST(State, ASnapshotThatCannotBeReadIsRefused) {
  EXPECT_EQ(State::from_snapshot("\x0a\xff").error().kind, ErrorKind::kCorrupt);
}

TEST(State, RemovingARecordThatIsNotThereChangesNothing) {
  v1::Change change;
  change.mutable_remove()->set_kind(v1::RECORD_KIND_CARD);
  change.mutable_remove()->set_id(7);
  State state;
  ASSERT_TRUE(state.apply(entry_of(1, {change})).has_value());
  EXPECT_EQ(state.digest(), Digest());
  EXPECT_EQ(state.records().count<v1::Card>(), 0U);
}

TEST(State, CountsTheRecordsOfAKind) {
  State state;
  ASSERT_TRUE(
      state.apply(entry_of(1, {put(8, 7, ""), put(8, 9, ""), put(8, 7, "\x08\x01")})).has_value());
  EXPECT_EQ(state.records().count<v1::Card>(), 2U);
  v1::Change change;
  change.mutable_remove()->set_kind(v1::RECORD_KIND_CARD);
  change.mutable_remove()->set_id(7);
  ASSERT_TRUE(state.apply(entry_of(2, {change})).has_value());
  EXPECT_EQ(state.records().count<v1::Card>(), 1U);
}

}  // namespace
}  // namespace rebond::test
