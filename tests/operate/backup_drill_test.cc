// Drills with the real programs: backup while people write, loss, restore.
#include <fcntl.h>
#include <fstream>
#include <sys/file.h>
#include <unistd.h>

#include "tests/operate/drill.h"

namespace rebond {
namespace {

namespace fs = std::filesystem;
using testing::CafeFiles;
using testing::digest;
using testing::Drill;
using testing::Ended;
using ::testing::HasSubstr;
using testing::rebond;
using testing::rebond_server;
using testing::Running;
using ::testing::SizeIs;
using testing::times_written;

using BackupDrill = Drill;

std::string number_in(const std::string& digest_line) {
  return digest_line.substr(0, digest_line.find(' '));
}

TEST_F(BackupDrill, OP3RestoresTheCafeAsItWas) {
  play();
  const std::string before = digest(cafe_.screen());
  back_up();
  rebond({"add", cafe_.captain(1), "après la sauvegarde"});
  restore();

  EXPECT_EQ(digest(cafe_.screen()), before);
}

TEST_F(BackupDrill, OP3BacksUpOneMomentOfACafeThatIsWritten) {
  Running play({"play", CafeFiles::demo_plan(), "--links", cafe_.links_path()});
  for (int idea = 0; idea < 5; ++idea) ASSERT_TRUE(play.line());
  back_up();
  EXPECT_EQ(play.wait().lines().back(), "acknowledged 25 of 25");
  const std::string whole = rebond({"watch", cafe_.screen(), "--until", "26"}).out;
  restore();
  const std::string seq = number_in(digest(cafe_.screen()));
  const std::string kept = rebond({"watch", cafe_.screen(), "--until", seq}).out;

  // What was acknowledged before the backup is there, and all of it is a beginning of the evening.
  EXPECT_GE(std::stoi(seq), 6);
  EXPECT_EQ(whole.substr(0, kept.size()), kept);
}

TEST_F(BackupDrill, OP3KeepsTheLastAndSaysSo) {
  for (int i = 0; i < 3; ++i) operate("backup", {"--to", backups(), "--keep", "2"});
  const nlohmann::json made = back_up();

  EXPECT_EQ(made["id"], 4);
  EXPECT_EQ(made["kept"], nlohmann::json({2, 3, 4}));
}

TEST_F(BackupDrill, OP3MakesABackupOfAFolderThatNoServerHolds) {
  play();
  const std::string before = digest(cafe_.screen());
  server_->stop();
  back_up();
  ASSERT_TRUE(server_->start());
  restore();

  EXPECT_EQ(digest(cafe_.screen()), before);
}

TEST_F(BackupDrill, OP3RefusesTwoAtOnce) {
  back_up();
  const int lock = ::open((backups() + "/rebond-backup.lock").c_str(), O_RDWR | O_CLOEXEC);
  ASSERT_EQ(::flock(lock, LOCK_EX), 0);
  const Ended refused = operate("backup", {"--to", backups()});
  ::close(lock);

  EXPECT_EQ(refused.code, 1);
  EXPECT_THAT(refused.err, HasSubstr("wait until it is done"));
}

TEST_F(BackupDrill, OP3LeavesTheCafeRunningWhenThePlaceIsBad) {
  std::ofstream(file("letter")) << "hello";
  for (const std::string& place :
       {std::string("/proc/rebond"), file("letter"), server_->data_folder() + "/backups"}) {
    const Ended refused = operate("backup", {"--to", place});
    EXPECT_EQ(refused.code, 1) << place;
    EXPECT_THAT(refused.err, HasSubstr("rebond-server: ")) << place;
  }

  EXPECT_EQ(rebond({"add", cafe_.captain(1), "toujours là"}).code, 0);
}

TEST_F(BackupDrill, OP4RefusesAFolderThatIsNotEmpty) {
  back_up();
  server_->stop();
  const Ended refused =
      rebond_server({"restore", "--from", backups(), "--data", server_->data_folder()});

  EXPECT_EQ(refused.code, 1);
  EXPECT_THAT(refused.err, HasSubstr("nothing is ever overwritten"));
}

TEST_F(BackupDrill, OP4NamesTheDamagedFile) {
  back_up();
  fs::path table;
  for (const auto& entry : fs::recursive_directory_iterator(backups())) {
    if (entry.path().extension() == ".sst") table = entry.path();
  }
  std::fstream damaged(table, std::ios::in | std::ios::out | std::ios::binary);
  damaged.seekp(40);
  damaged.put('\x55').put('\xaa');
  damaged.close();
  const Ended refused = rebond_server({"restore", "--from", backups(), "--data", file("new")});

  EXPECT_EQ(refused.code, 1);
  EXPECT_THAT(refused.err, HasSubstr(table.filename().string()));
  EXPECT_FALSE(fs::exists(file("new")));
}

TEST_F(BackupDrill, OP5TellsOfTheRunningServer) {
  play();
  back_up();
  const nlohmann::json status = operate("status").json();

  EXPECT_EQ(status["running"], true);
  EXPECT_EQ(status["pid"], server_->pid());
  EXPECT_EQ(status["url"], server_->url());
  EXPECT_EQ(status["read_only"], false);
  EXPECT_EQ(status["last_backup"]["id"], 1);
  ASSERT_THAT(status["cafes"], SizeIs(1));
  EXPECT_EQ(status["cafes"][0]["entries"], 26);
  EXPECT_EQ(status["cafes"][0]["connections"], 0);
  EXPECT_EQ(status["cafes"][0]["retention_days"], 0);
}

TEST_F(BackupDrill, OP5TellsWhatIsThereWhenNoServerRuns) {
  play();
  server_->stop();
  const nlohmann::json status = operate("status").json();

  EXPECT_EQ(status["running"], false);
  EXPECT_EQ(status["last_backup"], nullptr);
  EXPECT_EQ(status["cafes"][0]["entries"], 26);
}

TEST_F(BackupDrill, OP5MakesNoDataFolder) {
  const Ended refused = rebond_server({"status", "--data", file("typo")});

  EXPECT_EQ(refused.code, 1);
  EXPECT_FALSE(fs::exists(file("typo")));
}

TEST_F(BackupDrill, OP1KeepsTheSocketForItsOwner) {
  const fs::path socket = server_->data_folder() + "/control";
  EXPECT_EQ(fs::status(socket).permissions(), fs::perms::owner_read | fs::perms::owner_write);
  server_->stop();

  EXPECT_FALSE(fs::exists(socket));
}

TEST_F(BackupDrill, OP6ErasesAtARunningServerAndAsksFirst) {
  play();
  const std::string id = operate("status").json()["cafes"][0]["id"];
  const Ended unasked = operate("erase", {"--cafe", id, "--device", "1"});
  EXPECT_EQ(unasked.code, 2);
  const Ended unknown = operate("erase", {"--cafe", id, "--device", "77", "--yes"});
  EXPECT_EQ(unknown.code, 1);
  const Ended erased = operate("erase", {"--cafe", id, "--device", "1", "--with-words", "--yes"});

  ASSERT_EQ(erased.code, 0) << erased.err;
  EXPECT_GT(erased.json()["code_points_blanked"], 0);
}

}  // namespace
}  // namespace rebond
