// What every journal promises of cafés that are replaced and removed whole.
//
// Included by one file of a test program, like journal_contract.h.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <utility>

#include "tests/store/journal_fixture.h"

namespace rebond {

class WholeCafeContract : public JournalContract {
 protected:
  static constexpr auto kPerson = v1::PRIVATE_KIND_PERSON;

  WholeCafeContract() {
    for (const char* cafe : {"A", "AB", "B"}) {
      append(next_entry(cafe, {{kPerson, 1, std::string("of ") + cafe}}));
      append_entries(cafe, 4);
      journal().save_snapshot(cafe, 3, share(std::string("state of ") + cafe));
    }
    settle();
  }

  /// Another history of that café: two entries, a snapshot at the second, one person.
  static WholeCafe rewritten(const CafeId& cafe) {
    WholeCafe whole;
    whole.header = header(cafe);
    whole.header.set_epoch(78);
    whole.header.set_device_floor(1 << 20);
    whole.entries = {share("first"), share("second")};
    whole.snapshot_seq = 2;
    whole.snapshot = share("new state");
    whole.private_records = {{kPerson, 2, "somebody else"}};
    return whole;
  }

  void replace(const CafeId& cafe) {
    begin([&](auto done) { journal().replace(rewritten(cafe), done); });
  }
  void remove(const CafeId& cafe) {
    begin([&](auto done) { journal().remove(cafe, done); });
  }
  /// Until what was begun is durable, or the journal has failed.
  void finish() {
    driver_->run_until([this] { return done_ == begun_ || !failures_.empty(); });
  }

  void expect_old(const CafeId& cafe) {
    const auto stored = journal().load(cafe);
    ASSERT_TRUE(stored);
    EXPECT_EQ(stored->header.epoch(), 77U);
    EXPECT_EQ(stored->snapshot, "state of " + cafe);
    EXPECT_EQ(entries(cafe), expected_entries(cafe, 1, 5));
    EXPECT_THAT(private_records(cafe),
                testing::ElementsAre(std::pair(std::pair(kPerson, Id{1}), "of " + cafe)));
  }
  void expect_new(const CafeId& cafe) {
    const auto stored = journal().load(cafe);
    ASSERT_TRUE(stored);
    EXPECT_EQ(stored->header.SerializeAsString(), rewritten(cafe).header.SerializeAsString());
    EXPECT_EQ(stored->snapshot_seq, 2U);
    EXPECT_EQ(stored->snapshot, "new state");
    EXPECT_THAT(entries(cafe),
                testing::ElementsAre(testing::Pair(1U, "first"), testing::Pair(2U, "second")));
    EXPECT_THAT(private_records(cafe),
                testing::ElementsAre(std::pair(std::pair(kPerson, Id{2}), "somebody else")));
  }
  void expect_nothing(const CafeId& cafe) {
    EXPECT_EQ(journal().load(cafe).error().kind, ErrorKind::kNotFound);
    EXPECT_THAT(entries(cafe), testing::IsEmpty());
  }

  std::size_t begun_ = 0;
  std::size_t done_ = 0;

 private:
  template <typename Begin>
  void begin(Begin&& call) {
    ++begun_;
    call([this] { ++done_; });
  }
};

TEST_P(WholeCafeContract, ER4ACafeIsReplacedWholeAndTheOthersStay) {
  replace("A");
  finish();

  expect_new("A");
  expect_old("AB");
  expect_old("B");
}

TEST_P(WholeCafeContract, ER4AReplacedCafeSurvivesACrashAndGoesOn) {
  replace("A");
  finish();
  crash();
  expect_new("A");
  journal().append({"A", std::nullopt, 3, share("third"), {}}, [this] { ++done_; });
  ++begun_;
  finish();

  EXPECT_THAT(entries("A", 2), testing::ElementsAre(testing::Pair(3U, "third")));
}

TEST_P(WholeCafeContract, ER4ACrashLeavesTheOldCafeOrTheNewOne) {
  replace("A");
  crash();

  const auto stored = journal().load("A");
  ASSERT_TRUE(stored);
  stored->header.epoch() == 77 ? expect_old("A") : expect_new("A");
}

TEST_P(WholeCafeContract, ER4AFailedWriteLeavesTheOldCafeOrTheNewOne) {
  driver_->fail_next_write();
  replace("A");
  finish();
  EXPECT_EQ(done_, 0U);
  crash();

  const auto stored = journal().load("A");
  ASSERT_TRUE(stored);
  stored->header.epoch() == 77 ? expect_old("A") : expect_new("A");
  expect_old("B");
}

TEST_P(WholeCafeContract, ER4ACafeThatWasNeverHereMovesIn) {
  replace("C");
  finish();

  expect_new("C");
  EXPECT_EQ(journal().cafes()->size(), 4U);
}

TEST_P(WholeCafeContract, ER7ARemovedCafeIsGoneAndTheOthersStay) {
  remove("A");
  finish();
  crash();

  expect_nothing("A");
  expect_old("AB");
  expect_old("B");
  EXPECT_EQ(journal().cafes()->size(), 2U);
}

TEST_P(WholeCafeContract, ER7AnIdThatWasRemovedCanBeFoundedAgain) {
  remove("A");
  journal().append({"A", header("A"), 1, share("again"), {}}, [this] { ++done_; });
  ++begun_;
  finish();

  EXPECT_THAT(entries("A"), testing::ElementsAre(testing::Pair(1U, "again")));
  EXPECT_EQ(journal().load("A")->snapshot_seq, 0U);
  EXPECT_THAT(private_records("A"), testing::IsEmpty());
}

TEST_P(WholeCafeContract, ER7RemovingWhatIsNotThereIsDone) {
  remove("nobody");
  finish();

  EXPECT_EQ(done_, 1U);
  EXPECT_EQ(journal().cafes()->size(), 3U);
}

TEST_P(WholeCafeContract, ER5APurgeIsToldAndChangesNothingThatIsRead) {
  replace("A");
  remove("B");
  ++begun_;
  journal().purge([this] { ++done_; });
  finish();
  crash();

  expect_new("A");
  expect_old("AB");
  expect_nothing("B");
}

}  // namespace rebond
