// What is saved of a damaged data folder.
#include "store/salvage.h"

#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iostream>
#include <map>
#include <string>

#include "base/limits.h"
#include "store/check_folder.h"
#include "store/rocks_journal.h"
#include "tests/store/cafe_thread.h"
#include "tests/store/filled_folder.h"
#include "tests/store/raw_database.h"

namespace rebond {
namespace {

using std::filesystem::path;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class Salvaging : public testing::Test {
 protected:
  SalvageReport salvage_from(const path& damaged) {
    std::filesystem::remove_all(into_);
    auto report = salvage(damaged, into_, random_);
    EXPECT_TRUE(report) << (report ? "" : describe(report.error()));
    return report ? *report : SalvageReport{};
  }

  /// The new folder opens, and what it holds is what was written, as far as it is there.
  void expect_true_words(const SalvageReport& report) {
    CafeThread thread;
    const auto journal = RocksJournal::open(into_, thread.post());
    ASSERT_TRUE(journal) << describe(journal.error());
    for (const SalvagedCafe& cafe : report.cafes) {
      const CafeContents& written = folder_.contents().cafes.at(cafe.id);
      const auto stored = (*journal)->load(cafe.id);
      ASSERT_TRUE(stored) << describe(stored.error());
      for (const PrivateWrite& write : stored->private_records) {
        EXPECT_EQ(write.record, written.private_records.at({write.kind, write.id}));
      }
      EXPECT_TRUE(stored->snapshot.empty() || stored->snapshot == written.snapshot);
      Seq last = cafe.entries_bridged > 0 ? stored->snapshot_seq : 0;
      EXPECT_TRUE((*journal)->read(cafe.id, last, [&](Seq seq, std::string_view entry) {
        EXPECT_EQ(entry, written.entries.at(seq));
        last = seq;
        return true;
      }));
      EXPECT_EQ(last, cafe.head);
    }
  }

  static path file_ending(const path& folder, const std::string& ending) {
    path found;
    for (const auto& file : std::filesystem::directory_iterator(folder / "journal")) {
      if (file.path().extension() == ending && file.path() > found) found = file.path();
    }
    return found;
  }

  FilledFolder folder_;
  TemporaryFolder root_;
  const path into_ = root_.path() / "saved";
  SeededRandom random_{3};
};

TEST_F(Salvaging, ST10SavesAllOfAWholeFolderWithNewEpochs) {
  const SalvageReport report = salvage_from(folder_.path());

  EXPECT_TRUE(report.lost_nothing());
  EXPECT_FALSE(report.rebuilt);
  EXPECT_THAT(report.troubles, IsEmpty());
  auto saved = open_and_read(into_);
  ASSERT_TRUE(saved);
  Contents expected = folder_.contents();
  for (auto& [id, cafe] : expected.cafes) {
    v1::CafeHeader header;
    ASSERT_TRUE(header.ParseFromString(saved->cafes[id].header));
    EXPECT_NE(header.epoch(), 77U);
    EXPECT_NE(header.epoch(), 0U);
    EXPECT_EQ(header.join_code(), "CODE-" + id);
    EXPECT_EQ(header.device_floor(), 7 + kDeviceNumbersApart);
    cafe.header = saved->cafes[id].header;
  }
  EXPECT_EQ(saved->difference(expected), "");
  const auto checked = check_folder(into_);
  ASSERT_TRUE(checked);
  EXPECT_THAT(checked->troubles, IsEmpty());
}

TEST_F(Salvaging, ST10TakesTheEntriesUpToTheFirstThatIsDamaged) {
  const path spoilt = folder_.copy();
  RawDatabase(spoilt).damage_entry("MOKA", 100);
  const SalvageReport report = salvage_from(spoilt);

  ASSERT_THAT(report.cafes, SizeIs(3));
  EXPECT_EQ(report.cafes[1].head, 99U);
  EXPECT_EQ(report.cafes[1].entries, 99U);
  EXPECT_EQ(report.cafes[1].entries_lost, FilledFolder::kEntries - 99);
  EXPECT_EQ(report.cafes[0].entries_lost, 0U);
  EXPECT_FALSE(report.lost_nothing());
  expect_true_words(report);
}

TEST_F(Salvaging, ST10BridgesAGapWithTheSnapshotBehindIt) {
  const path spoilt = folder_.copy();
  RawDatabase(spoilt).lose_entry("MOKA", 30);
  const SalvageReport report = salvage_from(spoilt);

  ASSERT_THAT(report.cafes, SizeIs(3));
  EXPECT_EQ(report.cafes[1].head, FilledFolder::kEntries);
  EXPECT_EQ(report.cafes[1].entries_lost, 1U);
  EXPECT_EQ(report.cafes[1].entries_bridged, 1U);
  CafeThread thread;
  const auto journal = RocksJournal::open(into_, thread.post());
  ASSERT_TRUE(journal);
  EXPECT_EQ((*journal)->load("MOKA")->snapshot_seq, FilledFolder::kSnapshotAt);
  Seq last = 0;
  EXPECT_TRUE(
      (*journal)->read("MOKA", FilledFolder::kSnapshotAt, [&last](Seq seq, std::string_view) {
        last = seq;
        return true;
      }));
  EXPECT_EQ(last, FilledFolder::kEntries);
}

TEST_F(Salvaging, ST10LeavesOutWhatIsDamagedOfTheRest) {
  const path spoilt = folder_.copy();
  RawDatabase(spoilt).damage(Family::kSnapshots, "MOKA");
  RawDatabase(spoilt).damage(Family::kCafes, "ROBUSTA");
  const SalvageReport report = salvage_from(spoilt);

  ASSERT_THAT(report.cafes, SizeIs(3));
  EXPECT_TRUE(report.cafes[1].snapshot_lost);
  EXPECT_EQ(report.cafes[1].head, FilledFolder::kEntries);
  EXPECT_TRUE(report.cafes[2].header_made);
  EXPECT_EQ(report.cafes[2].entries, FilledFolder::kEntries);
  expect_true_words(report);
}

TEST_F(Salvaging, ST10SavesTheRestWhenABlockOfTheLogIsDamaged) {
  const path spoilt = folder_.copy();
  const path log = file_ending(spoilt, ".log");
  flip_bit(log, std::filesystem::file_size(log) / 2, 0);
  const SalvageReport report = salvage_from(spoilt);

  // The snapshots of seq 90 stand in the middle of the log, the tables end at 60.
  for (const SalvagedCafe& cafe : report.cafes) EXPECT_GE(cafe.head, FilledFolder::kEntries / 2);
  expect_true_words(report);
}

TEST_F(Salvaging, ST10SavesEverythingWhenTheListOfTablesIsGone) {
  for (const char* name : {"CURRENT", "MANIFEST"}) {
    const path spoilt = folder_.copy();
    for (const auto& file : std::filesystem::directory_iterator(spoilt / "journal")) {
      if (file.path().filename().string().starts_with(name)) std::filesystem::remove(file.path());
    }
    const SalvageReport report = salvage_from(spoilt);

    EXPECT_TRUE(report.rebuilt) << name;
    EXPECT_TRUE(report.lost_nothing()) << name;
    ASSERT_THAT(report.cafes, SizeIs(3)) << name;
    expect_true_words(report);
  }
}

TEST_F(Salvaging, ST10SavesWhatItCanWhicheverFileIsDamaged) {
  std::size_t runs = 0;
  std::size_t entries = 0;
  for (const path& file : folder_.files()) {
    const std::uintmax_t size = std::filesystem::file_size(folder_.path() / file);
    for (const std::uintmax_t part : {1U, 4U, 7U}) {
      SCOPED_TRACE(file.string() + " at " + std::to_string(part) + "/8");
      const path spoilt = folder_.copy();
      flip_bit(spoilt / file, size * part / 8, static_cast<unsigned>(part));
      const SalvageReport report = salvage_from(spoilt);
      for (const SalvagedCafe& cafe : report.cafes) entries += cafe.entries;
      expect_true_words(report);
      std::filesystem::remove_all(spoilt);
      ++runs;
    }
  }
  const std::size_t all = runs * 3 * FilledFolder::kEntries;
  std::cout << runs << " damaged folders: " << entries << " of " << all << " entries saved\n";
  EXPECT_GT(entries, all * 8 / 10);
}

TEST_F(Salvaging, ST10NeverWritesIntoTheDamagedFolder) {
  const path spoilt = folder_.copy();
  std::filesystem::remove(spoilt / "journal" / "CURRENT");
  std::map<path, std::uintmax_t> before;
  for (const auto& file : std::filesystem::recursive_directory_iterator(spoilt)) {
    if (file.is_regular_file()) before[file.path()] = file.file_size();
  }
  salvage_from(spoilt);

  std::map<path, std::uintmax_t> after;
  for (const auto& file : std::filesystem::recursive_directory_iterator(spoilt)) {
    if (file.is_regular_file()) after[file.path()] = file.file_size();
  }
  EXPECT_EQ(after, before);
}

TEST_F(Salvaging, ST10RefusesAFolderThatIsNotEmptyAndOneThatHoldsNothing) {
  EXPECT_EQ(salvage(folder_.path(), folder_.copy(), random_).error().kind, ErrorKind::kInvalid);
  EXPECT_EQ(salvage(root_.path() / "no", into_, random_).error().kind, ErrorKind::kNotFound);
  EXPECT_FALSE(std::filesystem::exists(into_));
}

}  // namespace
}  // namespace rebond
