// What the journal on disk adds: its folder, and how it opens and closes.
#include "store/rocks_journal.h"

#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>

#include "store/keys.h"
#include "tests/store/cafe_thread.h"
#include "tests/store/raw_database.h"
#include "tests/store/temporary_folder.h"

namespace rebond {
namespace {

using std::filesystem::path;
using testing::AllOf;
using testing::HasSubstr;

class RocksJournalTest : public testing::Test {
 protected:
  Result<std::unique_ptr<RocksJournal>> open() {
    return RocksJournal::open(folder_, thread_.post());
  }
  Error open_error() {
    const auto opened = open();
    EXPECT_FALSE(opened);
    return opened ? Error{} : opened.error();
  }

  /// A whole life: opens, appends entries `from` to `to` of café MOKA, and closes.
  void live(Seq from, Seq to) {
    auto opened = open();
    ASSERT_TRUE(opened) << describe(opened.error());
    for (Seq seq = from; seq <= to; ++seq) append(**opened, seq);
  }
  void append(RocksJournal& journal, Seq seq) {
    Append append;
    append.cafe = "MOKA";
    append.seq = seq;
    append.entry = share("entry " + std::to_string(seq));
    if (seq == 1) append.header.emplace().set_id("MOKA");
    append.private_writes = {{v1::PRIVATE_KIND_DEVICE, seq, "device"}};
    journal.append(std::move(append), [this] { ++acknowledged_; });
  }
  static std::size_t entries(const Journal& journal) {
    std::size_t count = 0;
    EXPECT_TRUE(journal.read("MOKA", 0, [&](Seq, std::string_view) { return ++count > 0; }));
    return count;
  }

  /// The newest file of the database that ends so.
  path database_file(const std::string& ending) const {
    path found;
    for (const auto& file : std::filesystem::directory_iterator(folder_ / "journal")) {
      if (file.path().extension() == ending && file.path() > found) found = file.path();
    }
    return found;
  }
  static void flip_byte(const path& file, std::uintmax_t offset) {
    std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
    const int byte = stream.seekg(static_cast<std::streamoff>(offset)).get();
    stream.seekp(static_cast<std::streamoff>(offset)).put(static_cast<char>(byte ^ 0xFF));
  }

  TemporaryFolder root_;
  const path folder_ = root_.path() / "data";
  CafeThread thread_;
  std::size_t acknowledged_ = 0;
};

TEST_F(RocksJournalTest, WritesWhatIsPendingBeforeItCloses) {
  live(1, 50);
  EXPECT_EQ(entries(**open()), 50U);
}

TEST_F(RocksJournalTest, CallsNobodyOnceItIsGone) {
  live(1, 5);
  thread_.run_ready();
  EXPECT_EQ(acknowledged_, 0U);
}

TEST_F(RocksJournalTest, ST4RefusesAFolderThatIsOpenInAnotherServer) {
  const auto first = open();
  ASSERT_TRUE(first);
  const Error error = open_error();
  EXPECT_EQ(error.kind, ErrorKind::kBusy);
  EXPECT_THAT(error.message, AllOf(HasSubstr(folder_.string()), HasSubstr("another server")));
}

TEST_F(RocksJournalTest, ST4RefusesAFileInPlaceOfTheFolder) {
  std::ofstream(folder_) << "not a folder";
  const Error error = open_error();
  EXPECT_EQ(error.kind, ErrorKind::kIo);
  EXPECT_THAT(error.message, AllOf(HasSubstr(folder_.string()), HasSubstr("Not a directory")));
}

TEST_F(RocksJournalTest, ST4RefusesAFileInPlaceOfTheDatabase) {
  std::filesystem::create_directory(folder_);
  std::ofstream(folder_ / "journal") << "not a folder";
  const Error error = open_error();
  EXPECT_EQ(error.kind, ErrorKind::kIo);
  EXPECT_THAT(error.message, HasSubstr(folder_.string()));
}

TEST_F(RocksJournalTest, ST4RefusesAFolderOfAnotherVersion) {
  live(1, 1);
  RawDatabase(folder_).add_family("scents");
  const Error error = open_error();
  EXPECT_EQ(error.kind, ErrorKind::kInvalid);
  EXPECT_THAT(error.message, AllOf(HasSubstr(folder_.string()), HasSubstr("another version")));
}

TEST_F(RocksJournalTest, ST6RefusesADamagedDatabase) {
  live(1, 3);
  std::ofstream(folder_ / "journal" / "CURRENT") << "nonsense";
  const Error error = open_error();
  EXPECT_EQ(error.kind, ErrorKind::kCorrupt);
  EXPECT_THAT(error.message, AllOf(HasSubstr(folder_.string()), HasSubstr("backup")));
}

TEST_F(RocksJournalTest, ST6RefusesADatabaseThatIsGone) {
  live(1, 3);
  std::filesystem::remove_all(folder_ / "journal");
  const Error error = open_error();
  EXPECT_EQ(error.kind, ErrorKind::kCorrupt);
  EXPECT_THAT(error.message, AllOf(HasSubstr(folder_.string()), HasSubstr("acknowledged")));
}

TEST_F(RocksJournalTest, ST6RefusesALogThatIsDamagedBeforeItsEndAndLeavesItAlone) {
  live(1, 100);
  const path log = database_file(".log");
  const auto size = std::filesystem::file_size(log);
  flip_byte(log, size / 2);

  for (int attempt = 0; attempt < 2; ++attempt) {
    const Error error = open_error();
    EXPECT_EQ(error.kind, ErrorKind::kCorrupt);
    EXPECT_THAT(error.message, HasSubstr("has lost changes that were acknowledged"));
    EXPECT_EQ(std::filesystem::file_size(log), size);
  }
}

TEST_F(RocksJournalTest, ST6OpensWithWhatIsLeftWhenTheWatermarkIsRemoved) {
  live(1, 10);
  live(11, 20);
  const path log = database_file(".log");
  std::filesystem::resize_file(log, std::filesystem::file_size(log) / 2);
  EXPECT_EQ(open_error().kind, ErrorKind::kCorrupt);
  std::filesystem::remove(folder_ / "journal.watermark");

  const auto opened = open();
  ASSERT_TRUE(opened);
  EXPECT_GE(entries(**opened), 10U);
  EXPECT_LT(entries(**opened), 20U);
}

TEST_F(RocksJournalTest, ST6ReportsADamagedHeaderSnapshotAndPrivateRecord) {
  live(1, 1);
  (*open())->save_snapshot("MOKA", 1, share("state"));
  const std::pair<Family, std::string> places[] = {
      {Family::kCafes, "MOKA"},
      {Family::kSnapshots, "MOKA"},
      {Family::kSecrets, private_key("MOKA", v1::PRIVATE_KIND_DEVICE, 1)}};
  for (const auto& [family, key] : places) {
    RawDatabase(folder_).damage(family, key);
    const auto stored = (*open())->load("MOKA");
    ASSERT_FALSE(stored);
    EXPECT_EQ(stored.error().kind, ErrorKind::kCorrupt);
    EXPECT_THAT(stored.error().message, HasSubstr("café MOKA"));
    RawDatabase(folder_).damage(family, key);  // The same bit again: whole.
  }
  EXPECT_TRUE((*open())->load("MOKA"));
}

}  // namespace
}  // namespace rebond
