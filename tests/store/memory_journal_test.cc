// What the journal in memory adds: commits and faults that a test chooses.
#include "store/memory_journal.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace rebond {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class MemoryJournalTest : public testing::Test {
 protected:
  MemoryJournalTest() {
    journal_.on_failure([this](const Error&) { ++failures_; });
  }

  void append(Seq seq) {
    Append append;
    append.cafe = "A";
    append.seq = seq;
    append.entry = share("entry " + std::to_string(seq));
    if (seq == 1) append.header.emplace().set_id("A");
    journal_.append(std::move(append), [this, seq] { acknowledged_.push_back(seq); });
  }
  void append_entries(Seq count) {
    for (Seq seq = 1; seq <= count; ++seq) append(seq);
  }

  static std::size_t entries(const Journal& journal) {
    std::size_t count = 0;
    EXPECT_TRUE(journal.read("A", 0, [&](Seq, std::string_view) { return ++count > 0; }));
    return count;
  }

  MemoryJournal journal_;
  std::vector<Seq> acknowledged_;
  int failures_ = 0;
};

TEST_F(MemoryJournalTest, ST2KeepsAndTellsNothingBeforeItIsCommitted) {
  append_entries(2);
  EXPECT_EQ(entries(journal_), 0U);
  EXPECT_THAT(acknowledged_, IsEmpty());
  EXPECT_EQ(journal_.pending(), 2U);
}

TEST_F(MemoryJournalTest, CommitsAsManyAsItIsTold) {
  append_entries(5);
  EXPECT_EQ(journal_.commit(2), 2U);
  EXPECT_THAT(acknowledged_, ElementsAre(1, 2));
  EXPECT_EQ(journal_.commit(), 3U);
  EXPECT_EQ(journal_.commit(), 0U);
  EXPECT_EQ(entries(journal_), 5U);
}

TEST_F(MemoryJournalTest, LeavesWhatACallbackAppendsForTheNextCommit) {
  Append first;
  first.cafe = "A";
  first.header.emplace().set_id("A");
  journal_.append(std::move(first), [this] { append(1 + static_cast<Seq>(entries(journal_))); });
  EXPECT_EQ(journal_.commit(), 1U);
  EXPECT_EQ(journal_.pending(), 1U);
  EXPECT_EQ(journal_.commit(), 1U);
}

TEST_F(MemoryJournalTest, ST5FailsTheWriteThatItIsToldTo) {
  append_entries(5);
  journal_.fail_after(3);
  EXPECT_EQ(journal_.commit(), 3U);
  EXPECT_TRUE(journal_.failed());
  append(6);

  EXPECT_EQ(journal_.commit(), 0U);
  EXPECT_EQ(failures_, 1);
  EXPECT_THAT(acknowledged_, ElementsAre(1, 2, 3));
  EXPECT_EQ(entries(*journal_.crash()), 3U);
}

TEST_F(MemoryJournalTest, LosesInACrashWhatWasPending) {
  append_entries(5);
  journal_.commit(2);
  const auto next_life = journal_.crash();
  append(3);

  EXPECT_EQ(journal_.commit(), 0U);
  EXPECT_THAT(acknowledged_, ElementsAre(1, 2));
  EXPECT_EQ(entries(*next_life), 2U);
}

TEST_F(MemoryJournalTest, KeepsInACrashWhatHadReachedTheDiskUntold) {
  append_entries(5);
  const auto next_life = journal_.crash(4);

  EXPECT_THAT(acknowledged_, IsEmpty());
  EXPECT_EQ(entries(*next_life), 4U);
}

TEST_F(MemoryJournalTest, ST3NeverHoldsASnapshotAheadOfTheEntriesWhereverItCrashes) {
  for (std::size_t written = 1; written <= 9; ++written) {
    MemoryJournal journal;
    for (Seq seq = 1; seq <= 4; ++seq) {
      Append append;
      append.cafe = "A";
      append.seq = seq;
      append.entry = share("entry");
      if (seq == 1) append.header.emplace().set_id("A");
      journal.append(std::move(append), {});
      journal.save_snapshot("A", seq, share("state"));
    }
    const auto next_life = journal.crash(written);
    EXPECT_LE(next_life->load("A").value().snapshot_seq, entries(*next_life))
        << written << " written";
  }
}

}  // namespace
}  // namespace rebond
