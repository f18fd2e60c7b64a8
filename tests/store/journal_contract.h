// What every journal promises, as tests that run on each of them.
//
// Included by one file of a test program, which instantiates it with its kinds of journals.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <utility>
#include <vector>

#include "tests/store/journal_fixture.h"

namespace rebond {

TEST_P(JournalContract, ST2CallsBackInTheOrderOfTheAppendsOfAllCafes) {
  for (const char* cafe : {"B", "A", "B", "C", "A"}) append(next_entry(cafe));
  settle();

  EXPECT_THAT(durable_, testing::ElementsAre("B1", "A1", "B2", "C1", "A2"));
}

TEST_P(JournalContract, ST2DoesNotCallBackFromInsideAnAppendThatACallbackMakes) {
  bool inner_done = false;
  bool inside = false;
  journal().append(next_entry("A"), [&] {
    inside = true;
    journal().append(next_entry("A"), [&] {
      EXPECT_FALSE(inside);
      inner_done = true;
    });
    inside = false;
  });
  driver_->run_until([&] { return inner_done; });

  EXPECT_EQ(entries("A").size(), 2U);
}

TEST_P(JournalContract, ReadsWhatIsDurableAsItWasAppended) {
  append_entries("A", 3);
  settle();

  EXPECT_EQ(entries("A"), expected_entries("A", 1, 3));
  EXPECT_EQ(entries("A", 2), expected_entries("A", 3, 3));
  EXPECT_THAT(entries("A", 3), testing::IsEmpty());
  EXPECT_THAT(entries("nobody"), testing::IsEmpty());
}

TEST_P(JournalContract, StopsReadingWhenTheVisitorHasEnough) {
  append_entries("A", 3);
  settle();

  int visits = 0;
  EXPECT_TRUE(journal().read("A", 0, [&](Seq, std::string_view) { return ++visits < 2; }));
  EXPECT_EQ(visits, 2);
}

TEST_P(JournalContract, PutsReplacesAndRemovesPrivateRecords) {
  const auto token = v1::PRIVATE_KIND_TOKEN;
  const auto person = v1::PRIVATE_KIND_PERSON;
  const Id big = make_id(7, 9);
  append(next_entry("A", {{token, 1, "one"}, {token, big, "two"}}));
  append(next_entry("A", {{person, 1, "Zoé"}, {token, 1, std::nullopt}}));
  append(next_entry("A", {{token, big, "three"}, {person, 99, std::nullopt}}));
  settle();

  EXPECT_THAT(private_records("A"),
              testing::ElementsAre(std::pair(std::pair(token, big), "three"),
                                   std::pair(std::pair(person, Id{1}), "Zoé")));
}

TEST_P(JournalContract, KeepsPrivateWritesThatComeWithoutAnEntry) {
  append(next_entry("A"));
  append({"A", std::nullopt, 0, nullptr, {{v1::PRIVATE_KIND_OUTCOME, 5, "rejected"}}});
  settle();

  EXPECT_THAT(durable_, testing::ElementsAre("A1", "A0"));
  EXPECT_THAT(private_records("A"), testing::SizeIs(1));
  EXPECT_EQ(entries("A"), expected_entries("A", 1, 1));
}

TEST_P(JournalContract, ListsTheHeadersInTheOrderOfTheirIds) {
  for (const char* cafe : {"MOKA", "ARABICA", "ROBUSTA"}) append(next_entry(cafe));
  settle();

  const auto headers = journal().cafes();
  ASSERT_TRUE(headers);
  std::vector<std::string> codes;
  for (const auto& header : *headers) codes.push_back(header.join_code());
  EXPECT_THAT(codes, testing::ElementsAre("CODE-ARABICA", "CODE-MOKA", "CODE-ROBUSTA"));
}

TEST_P(JournalContract, SaysThatACafeDoesNotExist) {
  append(next_entry("A"));
  settle();

  const auto stored = journal().load("nobody");
  ASSERT_FALSE(stored);
  EXPECT_EQ(stored.error().kind, ErrorKind::kNotFound);
}

TEST_P(JournalContract, DoesNotMixCafesWhoseIdsBeginAlike) {
  for (const char* cafe : {"AB", "ABC", "A"}) {
    append(next_entry(cafe, {{v1::PRIVATE_KIND_PERSON, 1, cafe}}));
    journal().save_snapshot(cafe, 1, share(std::string("state of ") + cafe));
    append(next_entry(cafe));
  }
  settle();

  for (const char* cafe : {"AB", "ABC", "A"}) {
    EXPECT_EQ(entries(cafe), expected_entries(cafe, 1, 2));
    EXPECT_THAT(private_records(cafe),
                testing::ElementsAre(testing::Pair(testing::_, std::string(cafe))));
    EXPECT_EQ(journal().load(cafe)->snapshot, std::string("state of ") + cafe);
  }
}

TEST_P(JournalContract, ST1KeepsWhatWasAcknowledgedOverACrash) {
  append_entries("A", 20);
  append(next_entry("A", {{v1::PRIVATE_KIND_DEVICE, 3, "tablet"}}));
  settle();
  crash();

  EXPECT_EQ(entries("A"), expected_entries("A", 1, 21));
  EXPECT_THAT(private_records("A"), testing::SizeIs(1));
}

TEST_P(JournalContract, ST1GoesOnAfterACrashWhereItWas) {
  for (int life = 0; life < 3; ++life) {
    append_entries("A", 2);
    settle();
    crash();
  }
  EXPECT_EQ(entries("A"), expected_entries("A", 1, 6));
}

TEST_P(JournalContract, ST3RecoversFromTheNewestSnapshotAndTheEntriesAfterIt) {
  append_entries("A", 2);
  journal().save_snapshot("A", 2, share("two"));
  append_entries("A", 3);
  journal().save_snapshot("A", 5, share(std::string("fi\0ve", 5)));
  append_entries("A", 1);
  settle();
  crash();

  const auto stored = journal().load("A");
  ASSERT_TRUE(stored);
  EXPECT_EQ(stored->snapshot_seq, 5U);
  EXPECT_EQ(stored->snapshot, std::string("fi\0ve", 5));
  EXPECT_EQ(stored->header.SerializeAsString(), header("A").SerializeAsString());
  EXPECT_EQ(entries("A", stored->snapshot_seq), expected_entries("A", 6, 6));
}

TEST_P(JournalContract, ST3LoadsACafeWithoutASnapshotFromItsFirstEntry) {
  append_entries("A", 1);
  settle();

  const auto stored = journal().load("A");
  ASSERT_TRUE(stored);
  EXPECT_EQ(stored->snapshot_seq, 0U);
  EXPECT_EQ(stored->snapshot, "");
}

TEST_P(JournalContract, ST5TellsAFailureOnceAndAcknowledgesNothingMore) {
  append_entries("A", 2);
  settle();
  driver_->fail_next_write();
  append_entries("A", 3);
  settle();
  append_entries("A", 2);
  journal().save_snapshot("A", 2, share("two"));
  driver_->run_ready();
  crash();

  EXPECT_THAT(durable_, testing::ElementsAre("A1", "A2"));
  ASSERT_THAT(failures_, testing::SizeIs(1));
  EXPECT_EQ(failures_[0].kind, ErrorKind::kIo);
  const auto kept = entries("A");
  ASSERT_GE(kept.size(), 2U);
  EXPECT_EQ(kept, expected_entries("A", 1, static_cast<Seq>(kept.size())));
}

TEST_P(JournalContract, ST5ReadsNothingAfterAFailure) {
  append_entries("A", 2);
  settle();
  driver_->fail_next_write();
  append_entries("A", 1);
  settle();

  EXPECT_EQ(read_error("A").kind, ErrorKind::kUnavailable);
  EXPECT_EQ(journal().load("A").error().kind, ErrorKind::kUnavailable);
  EXPECT_EQ(journal().cafes().error().kind, ErrorKind::kUnavailable);
}

TEST_P(JournalContract, KeepsAnEntryAndItsPrivateWritesTogetherOrNotAtAll) {
  append_entries("A", 1);
  settle();
  driver_->fail_next_write();
  append(next_entry("A", {{v1::PRIVATE_KIND_OUTCOME, 1, "accepted"}}));
  settle();
  crash();

  EXPECT_EQ(entries("A", 1).size(), private_records("A").size());
}

TEST_P(JournalContract, ST6ReportsADamagedEntryWithCafeAndSeq) {
  append_entries("MOKA", 20);
  settle();
  driver_->damage_entry("MOKA", 17);

  const Error error = read_error("MOKA");
  EXPECT_EQ(error.kind, ErrorKind::kCorrupt);
  EXPECT_THAT(error.message, testing::HasSubstr("café MOKA, entry 17"));
}

TEST_P(JournalContract, ST6ReportsAGapWithCafeAndSeq) {
  append_entries("MOKA", 20);
  settle();
  driver_->lose_entry("MOKA", 17);

  const Error error = read_error("MOKA");
  EXPECT_EQ(error.kind, ErrorKind::kCorrupt);
  EXPECT_THAT(error.message, testing::HasSubstr("café MOKA, entry 17"));
}

}  // namespace rebond
