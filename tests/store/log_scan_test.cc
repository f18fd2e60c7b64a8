// A torn log and a damaged one.
#include "store/log_scan.h"

#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "base/check.h"
#include "store/rocks_journal.h"
#include "tests/store/cafe_thread.h"
#include "tests/store/temporary_folder.h"

namespace rebond {
namespace {

using std::filesystem::path;
using testing::AllOf;
using testing::HasSubstr;

constexpr std::size_t kBlock = LogScanner::kBlockBytes;

/// The log of a journal that kept one value of each of these sizes, one sync each.
std::string log_of(const std::vector<std::size_t>& sizes, const path& folder) {
  CafeThread thread;
  {
    const auto journal = RocksJournal::open(folder, thread.post());
    CHECK(journal.has_value());
    for (const std::size_t size : sizes) {
      bool done = false;
      Append append{"A", {}, 0, nullptr, {{v1::PRIVATE_KIND_PERSON, 1, std::string(size, 'x')}}};
      (*journal)->append(std::move(append), [&done] { done = true; });
      thread.run_until([&done] { return done; });
    }
  }
  for (const auto& file : std::filesystem::directory_iterator(folder / "journal")) {
    if (file.path().extension() != ".log") continue;
    std::ifstream stream(file.path(), std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
  }
  return "";
}

LogScan scan(std::string_view log) {
  LogScanner scanner;
  for (; !log.empty(); log.remove_prefix(std::min(kBlock, log.size()))) {
    scanner.block(log.substr(0, kBlock));
  }
  return scanner.scan();
}

bool has_trouble(const path& database) {
  const auto logs = scan_logs(database);
  return !logs || std::any_of(logs->begin(), logs->end(),
                              [](const ScannedLog& log) { return log.trouble.has_value(); });
}

class LogScanTest : public testing::Test {
 protected:
  const TemporaryFolder folder_;
  // Small ones, one over several blocks, small ones again.
  const std::string log_ = log_of({10, 200, 100'000, 5, 70'000, 20}, folder_.path());
};

TEST_F(LogScanTest, ReadsEveryRecordOfAWholeLog) {
  const LogScan found = scan(log_);
  EXPECT_EQ(found.records, 6U);
  EXPECT_EQ(found.sound_bytes, log_.size());
  EXPECT_EQ(found.torn_bytes, 0U);
  EXPECT_EQ(found.next_sequence, found.first_sequence + 6);
}

TEST_F(LogScanTest, ST8TakesEveryTornEndForATornTail) {
  for (std::size_t size = 0; size < log_.size(); size += size < 400 ? 1 : 997) {
    const LogScan found = scan(std::string_view(log_).substr(0, size));
    EXPECT_FALSE(found.record_after_damage) << size << " bytes";
    EXPECT_LE(found.sound_bytes, size);
  }
}

TEST_F(LogScanTest, ST8TakesZerosBehindTheEndForASpaceThatWasKept) {
  EXPECT_EQ(scan(log_ + std::string(3 * kBlock, '\0')).torn_bytes, 0U);
  const LogScan torn = scan(log_.substr(0, log_.size() - 5) + std::string(2 * kBlock, '\0'));
  EXPECT_EQ(torn.records, 5U);
  EXPECT_FALSE(torn.record_after_damage);
}

TEST_F(LogScanTest, ST8FindsARecordBehindDamage) {
  for (std::size_t at = 0; at < log_.size() - 40; at += 501) {
    std::string damaged = log_;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x20);
    const LogScan found = scan(damaged);
    EXPECT_TRUE(found.record_after_damage) << "byte " << at;
    EXPECT_LE(found.sound_bytes, at);
  }
}

TEST_F(LogScanTest, ST8FindsARecordBehindABlockOfZeros) {
  std::string damaged = log_;
  damaged.replace(kBlock, kBlock, kBlock, '\0');
  EXPECT_TRUE(scan(damaged).record_after_damage);
}

TEST(LogScan, ST8AcceptsTheLastWriteWhoseLaterBlocksCameFirst) {
  const TemporaryFolder folder;
  std::string log = log_of({10, 150'000}, folder.path());
  for (const std::size_t hole : {std::size_t{4096}, kBlock, 2 * kBlock}) {
    std::string torn = log;
    torn.replace(hole, 4096, 4096, '\0');
    const LogScan found = scan(torn);
    EXPECT_EQ(found.records, 1U);
    EXPECT_GT(found.torn_bytes, 0U);
    EXPECT_FALSE(found.record_after_damage) << "a hole at " << hole;
  }
}

TEST_F(LogScanTest, ST8RefusesToOpenNamesFilePlaceAndRemedyAndChangesNothing) {
  path log;
  for (const auto& file : std::filesystem::directory_iterator(folder_.path() / "journal")) {
    if (file.path().extension() == ".log") log = file.path();
  }
  std::filesystem::remove(folder_.path() / "journal.watermark");
  std::string damaged = log_;
  damaged[300] = static_cast<char>(damaged[300] ^ 1);
  std::ofstream(log, std::ios::binary) << damaged;

  CafeThread thread;
  const auto opened = RocksJournal::open(folder_.path(), thread.post());
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().kind, ErrorKind::kCorrupt);
  EXPECT_THAT(opened.error().message, AllOf(HasSubstr(log.string()), HasSubstr("damaged at byte"),
                                            HasSubstr("rebond-server salvage")));
  EXPECT_EQ(std::filesystem::file_size(log), damaged.size());
}

TEST_F(LogScanTest, ST8PassesOverATornLogWhoseChangesAreInTablesAlready) {
  path old;
  for (const auto& file : std::filesystem::directory_iterator(folder_.path() / "journal")) {
    if (file.path().extension() == ".log") old = file.path();
  }
  // The next start moves the log's changes into tables, removes it and begins another one.
  log_of({10}, folder_.path());
  ASSERT_FALSE(std::filesystem::exists(old));
  // The removal did not reach the disk, and not all of the log either.
  std::ofstream(old, std::ios::binary) << log_.substr(0, 300);
  ASSERT_TRUE(has_trouble(folder_.path() / "journal"));

  CafeThread thread;
  const auto opened = RocksJournal::open(folder_.path(), thread.post());
  EXPECT_TRUE(opened) << (opened ? "" : describe(opened.error()));
}

TEST(LogScan, ST8RefusesAGapBetweenTwoLogs) {
  const TemporaryFolder one;
  const TemporaryFolder both;
  const std::string log = log_of({10, 10, 10, 10}, one.path());
  // The second record is torn, and the next log goes on behind the fourth.
  const std::size_t record = log.size() / 4;
  std::ofstream(both.path() / "000004.log", std::ios::binary) << log.substr(0, 2 * record - 3);
  std::ofstream(both.path() / "000009.log", std::ios::binary) << log.substr(3 * record);
  EXPECT_TRUE(has_trouble(both.path()));

  std::ofstream(both.path() / "000009.log", std::ios::binary) << log.substr(record);
  EXPECT_FALSE(has_trouble(both.path()));
  EXPECT_FALSE(has_trouble(both.path() / "nowhere"));
}

}  // namespace
}  // namespace rebond
