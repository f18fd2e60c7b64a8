// Whether everything in a data folder is what was written.
#include "store/check_folder.h"

#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <string>

#include "store/rocks_journal.h"
#include "tests/store/cafe_thread.h"
#include "tests/store/filled_folder.h"
#include "tests/store/raw_database.h"

namespace rebond {
namespace {

using std::filesystem::path;
using testing::AllOf;
using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;

/// Every file below a folder and when it was written.
std::map<path, std::filesystem::file_time_type> listing(const path& folder) {
  std::map<path, std::filesystem::file_time_type> files;
  for (const auto& file : std::filesystem::recursive_directory_iterator(folder)) {
    files[file.path()] = file.last_write_time();
  }
  return files;
}

TEST(CheckFolder, ST9FindsNothingInAWholeFolderAndChangesNothing) {
  const FilledFolder folder;
  const auto before = listing(folder.path());
  const auto report = check_folder(folder.path());

  ASSERT_TRUE(report) << describe(report.error());
  EXPECT_THAT(report->troubles, IsEmpty());
  ASSERT_EQ(report->cafes.size(), 3U);
  EXPECT_EQ(report->cafes[1].id, "MOKA");
  EXPECT_EQ(report->cafes[1].head, FilledFolder::kEntries);
  EXPECT_EQ(report->cafes[1].savable, FilledFolder::kEntries);
  EXPECT_EQ(report->cafes[1].snapshot_seq, FilledFolder::kSnapshotAt);
  EXPECT_EQ(report->cafes[1].private_records, FilledFolder::kEntries + 1);
  EXPECT_GE(report->log_records, FilledFolder::kEntries / 2);
  EXPECT_EQ(listing(folder.path()), before);
}

TEST(CheckFolder, ST9NamesCafeAndEntryAndWhatCanBeSaved) {
  const FilledFolder folder;
  RawDatabase(folder.path()).damage_entry("MOKA", 100);
  RawDatabase(folder.path()).lose_entry("ROBUSTA", 30);
  const auto report = check_folder(folder.path());

  ASSERT_TRUE(report);
  EXPECT_THAT(report->troubles,
              ElementsAre(AllOf(Field(&Trouble::cafe, "MOKA"), Field(&Trouble::seq, 100U),
                                Field(&Trouble::sentence, HasSubstr("café MOKA, entry 100"))),
                          AllOf(Field(&Trouble::cafe, "ROBUSTA"), Field(&Trouble::seq, 30U),
                                Field(&Trouble::sentence, HasSubstr("snapshot holds")))));
  EXPECT_EQ(report->cafes[1].savable, 99U);
  EXPECT_EQ(report->cafes[2].savable, FilledFolder::kEntries);
  EXPECT_EQ(report->cafes[2].entries, FilledFolder::kEntries - 1);
}

TEST(CheckFolder, ST9FindsThatTheDatabaseEndsBelowTheWatermark) {
  FilledFolder folder;
  const path spoilt = folder.copy();
  for (const auto& file : std::filesystem::directory_iterator(spoilt / "journal")) {
    if (file.path().extension() == ".log") std::filesystem::resize_file(file.path(), 0);
  }
  const auto report = check_folder(spoilt);

  ASSERT_TRUE(report);
  EXPECT_THAT(report->troubles, ElementsAre(Field(&Trouble::file, spoilt / "journal.watermark")));
}

TEST(CheckFolder, ST9ATornEndOfTheLogIsNoTrouble) {
  FilledFolder folder;
  const path torn = folder.copy();
  std::filesystem::remove(torn / "journal.watermark");
  for (const auto& file : std::filesystem::directory_iterator(torn / "journal")) {
    if (file.path().extension() != ".log") continue;
    std::filesystem::resize_file(file.path(), std::filesystem::file_size(file.path()) - 3);
  }
  const auto report = check_folder(torn);

  ASSERT_TRUE(report);
  EXPECT_THAT(report->troubles, IsEmpty());
  EXPECT_GT(report->torn_bytes, 0U);
}

TEST(CheckFolder, ST9LeavesAFolderAloneThatAServerHolds) {
  const TemporaryFolder root;
  CafeThread thread;
  const auto journal = RocksJournal::open(root.path(), thread.post());
  ASSERT_TRUE(journal);

  EXPECT_EQ(check_folder(root.path()).error().kind, ErrorKind::kBusy);
}

TEST(CheckFolder, ST9SaysThatThereIsNoFolderAndMakesNone) {
  const TemporaryFolder root;
  EXPECT_EQ(check_folder(root.path() / "nowhere").error().kind, ErrorKind::kNotFound);
  EXPECT_EQ(check_folder(root.path()).error().kind, ErrorKind::kNotFound);
  EXPECT_FALSE(std::filesystem::exists(root.path() / "nowhere"));
}

}  // namespace
}  // namespace rebond
