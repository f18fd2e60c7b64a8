// Backups of a journal that goes on, and the data folders that are made from them.
#include "store/backup.h"

#include <fstream>
#include <gmock/gmock.h>
#include <sys/stat.h>

#include "base/limits.h"
#include "base/random.h"
#include "store/restore.h"
#include "tests/store/rocks_driver.h"

namespace rebond {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::SizeIs;

std::vector<std::string> entries_of(const Journal& journal, const CafeId& cafe) {
  std::vector<std::string> entries;
  EXPECT_TRUE(journal.read(cafe, 0, [&](Seq, std::string_view entry) {
    entries.emplace_back(entry);
    return true;
  }));
  return entries;
}

/// A table of the backup, which every change of a byte damages.
fs::path a_table_in(const fs::path& folder) {
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".sst") return entry.path();
  }
  ADD_FAILURE() << "no table in " << folder;
  return {};
}

void flip_a_byte(const fs::path& path) {
  std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
  file.seekg(40);
  const int byte = file.get();
  file.seekp(40);
  file.put(static_cast<char>(byte ^ 1));
}

class BackupTest : public ::testing::Test {
 protected:
  BackupTest() { write(3); }

  void write(Seq count) {
    for (Seq i = 0; i < count; ++i) {
      Append append;
      append.cafe = "CAFE";
      append.seq = ++written_;
      append.entry = share("entry " + std::to_string(append.seq));
      append.private_writes = {{v1::PRIVATE_KIND_DEVICE, append.seq, "device"}};
      if (append.seq == 1) {
        append.header.emplace().set_id("CAFE");
        append.header->set_epoch(7);
        append.header->set_join_code("CODE");
      }
      driver_.journal().append(std::move(append), [this] { ++durable_; });
    }
    driver_.run_until([this] { return durable_ == written_; });
  }

  fs::path destination() const { return root_.path() / "backups"; }
  fs::path restored() const { return root_.path() / "restored"; }

  Result<Backup> back_up(std::uint32_t keep = 5, rocksdb::Env* env = nullptr) {
    auto backups = Backups::open_to_add(destination(), driver_.folder(), env);
    if (!backups) return backups.error();
    return rocks().back_up(**backups, keep);
  }

  RocksJournal& rocks() { return dynamic_cast<RocksJournal&>(driver_.journal()); }

  Result<RestoreReport> restore(std::optional<std::uint32_t> id = std::nullopt) {
    SeededRandom random(1);
    return restore_backup(destination(), id, restored(), random);
  }

  std::unique_ptr<RocksJournal> open_restored() {
    auto opened = RocksJournal::open(restored(), thread_.post());
    EXPECT_TRUE(opened) << opened.error().message;
    return *std::move(opened);
  }

  TemporaryFolder root_;
  RocksDriver driver_;
  CafeThread thread_;
  Seq written_ = 0;
  Seq durable_ = 0;
};

TEST_F(BackupTest, OP3RestoresEverythingThatWasDurable) {
  ASSERT_TRUE(back_up());
  write(2);
  ASSERT_TRUE(restore());
  const auto journal = open_restored();

  EXPECT_THAT(entries_of(*journal, "CAFE"), ElementsAre("entry 1", "entry 2", "entry 3"));
  EXPECT_THAT(journal->load("CAFE")->private_records, SizeIs(3));
  EXPECT_EQ(journal->load("CAFE")->header.join_code(), "CODE");
}

TEST_F(BackupTest, EP1GivesARestoredCafeANewEpochAndDeviceNumbersFarAbove) {
  ASSERT_TRUE(back_up());
  ASSERT_TRUE(restore());
  const v1::CafeHeader header = open_restored()->load("CAFE")->header;

  EXPECT_NE(header.epoch(), 7U);
  EXPECT_EQ(header.device_floor(), 3 + kDeviceNumbersApart);
}

TEST_F(BackupTest, OP4RestoresTheOneThatIsNamed) {
  ASSERT_TRUE(back_up());
  write(2);
  ASSERT_TRUE(back_up());
  ASSERT_TRUE(restore(1));

  EXPECT_THAT(entries_of(*open_restored(), "CAFE"), SizeIs(3));
}

TEST_F(BackupTest, OP4TellsWhichThereAreWhenThatOneIsNot) {
  ASSERT_TRUE(back_up());
  const auto report = restore(9);

  EXPECT_EQ(report.error().kind, ErrorKind::kNotFound);
  EXPECT_THAT(report.error().message, HasSubstr("there are 1"));
}

TEST_F(BackupTest, OP3KeepsTheNewest) {
  for (int i = 0; i < 4; ++i) {
    write(1);
    ASSERT_TRUE(back_up(2));
  }
  const auto backups = Backups::open_to_restore(destination());

  EXPECT_THAT((*backups)->list(), ElementsAre(Field(&Backup::id, 3), Field(&Backup::id, 4)));
}

TEST_F(BackupTest, OP4RefusesADamagedBackupAndNamesTheFile) {
  ASSERT_TRUE(back_up());
  const fs::path table = a_table_in(destination());
  flip_a_byte(table);
  const auto report = restore();

  EXPECT_EQ(report.error().kind, ErrorKind::kCorrupt);
  EXPECT_THAT(report.error().message, HasSubstr(table.filename().string()));
  EXPECT_FALSE(fs::exists(restored()));
}

TEST_F(BackupTest, OP4NeverOverwritesADataFolder) {
  ASSERT_TRUE(back_up());
  ASSERT_TRUE(restore());
  const auto again = restore();

  EXPECT_EQ(again.error().kind, ErrorKind::kInvalid);
  EXPECT_THAT(again.error().message, HasSubstr("nothing is ever overwritten"));
  EXPECT_THAT(entries_of(*open_restored(), "CAFE"), SizeIs(3));
}

TEST_F(BackupTest, OP4StartsNoServerOnARestoreThatDidNotEnd) {
  ASSERT_TRUE(back_up());
  ASSERT_TRUE(restore());
  fs::create_directory(restored() / "restoring");
  const auto opened = RocksJournal::open(restored(), thread_.post());

  EXPECT_THAT(opened.error().message, HasSubstr("restore again"));
}

TEST_F(BackupTest, OP4RestoresIntoAnEmptyFolder) {
  ASSERT_TRUE(back_up());
  fs::create_directory(restored());

  EXPECT_TRUE(restore());
}

TEST_F(BackupTest, OP3RefusesAFolderOfOtherThings) {
  fs::create_directory(destination());
  std::ofstream(destination() / "letter.txt") << "hello";
  const auto made = back_up();

  EXPECT_EQ(made.error().kind, ErrorKind::kInvalid);
  EXPECT_TRUE(fs::exists(destination() / "letter.txt"));
}

TEST_F(BackupTest, OP3RefusesAFolderInsideTheDataFolderAndOneAroundIt) {
  for (const fs::path& folder :
       {driver_.folder(), driver_.folder() / "backups", driver_.folder().parent_path(),
        driver_.folder() / "journal" / ".." / "b"}) {
    const auto backups = Backups::open_to_add(folder, driver_.folder());
    ASSERT_FALSE(backups) << folder;
    EXPECT_THAT(backups.error().message, HasSubstr("name a folder outside")) << folder;
  }
}

TEST_F(BackupTest, OP3MakesTheFolderForItsOwnerOnly) {
  ASSERT_TRUE(back_up());
  struct stat info {};
  ASSERT_EQ(::stat(destination().c_str(), &info), 0);

  EXPECT_EQ(info.st_mode & 0777U, 0700U);
}

TEST_F(BackupTest, OP3RefusesASecondOneAtTheSameTime) {
  const auto first = Backups::open_to_add(destination(), driver_.folder());
  ASSERT_TRUE(first);
  const auto second = back_up();

  EXPECT_EQ(second.error().kind, ErrorKind::kBusy);
  EXPECT_THAT(second.error().message, HasSubstr("wait until it is done"));
}

TEST_F(BackupTest, OP3LosesNothingWhicheverStepOnTheDestinationFails) {
  const auto disk = std::make_shared<FaultyFileSystem>();
  const auto env = rocksdb::NewCompositeEnv(disk);
  ASSERT_TRUE(back_up());
  write(1);
  bool failed = true;
  // Wider and wider apart: each takes a whole backup.
  for (std::size_t step = 1; failed; step += 1 + step / 2) {
    SCOPED_TRACE("step " + std::to_string(step));
    disk->fail_at(step);
    const auto made = back_up(1'000, env.get());
    failed = disk->has_failed();
    disk->heal();
    EXPECT_EQ(made.has_value(), !failed);
    if (!made) {
      EXPECT_THAT(made.error().message, HasSubstr("the café was not touched"));
    }
  }

  // The café never noticed, and the first backup is still whole.
  write(1);
  EXPECT_EQ(durable_, written_);
  EXPECT_TRUE(restore(1));
}

TEST_F(BackupTest, OP4SaysThatThereIsNone) {
  const auto report = restore();

  EXPECT_EQ(report.error().kind, ErrorKind::kNotFound);
  EXPECT_THAT(report.error().message, HasSubstr("there are no backups"));
}

TEST_F(BackupTest, OP4RefusesBackupsOfAnotherVersion) {
  ASSERT_TRUE(back_up());
  std::ofstream(destination() / "rebond-backup.json") << "{\"rebond_backup\":2}\n";

  EXPECT_THAT(restore().error().message, HasSubstr("another version"));
  EXPECT_THAT(back_up().error().message, HasSubstr("another version"));
}

TEST_F(BackupTest, OP3StopsWhenItIsTold) {
  auto backups = Backups::open_to_add(destination(), driver_.folder());
  (*backups)->stop();
  const auto made = rocks().back_up(**backups, 5);

  EXPECT_EQ(made.error().kind, ErrorKind::kUnavailable);
  EXPECT_THAT((*backups)->list(), SizeIs(0));
}

}  // namespace
}  // namespace rebond
