// Drills with the real programs: damage that is found, and what is saved of it.
#include <fstream>

#include "tests/operate/drill.h"

namespace rebond {
namespace {

namespace fs = std::filesystem;
using testing::digest;
using testing::Drill;
using testing::Ended;
using ::testing::HasSubstr;
using testing::rebond;
using testing::rebond_server;
using ::testing::SizeIs;

class RescueDrill : public Drill {
 protected:
  /// The folder of a café that was played and stopped.
  fs::path stopped() {
    play();
    EXPECT_EQ(server_->stop(), 0);
    return server_->data_folder();
  }

  /// Changes bytes in the middle of the largest file of the database.
  static fs::path damage(const fs::path& data) {
    fs::path largest;
    for (const auto& entry : fs::directory_iterator(data / "journal")) {
      const std::string ending = entry.path().extension();
      if (ending != ".sst" && ending != ".log") continue;
      if (largest.empty() || entry.file_size() > fs::file_size(largest)) largest = entry.path();
    }
    std::fstream file(largest, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(static_cast<std::streamoff>(fs::file_size(largest) / 3));
    file << "0123456789";
    return largest;
  }
};

TEST_F(RescueDrill, OP9FindsAHealthyFolderWhole) {
  const Ended checked = rebond_server({"check", stopped(), "--json"});

  EXPECT_EQ(checked.code, 0) << checked.out << checked.err;
  EXPECT_EQ(checked.json()["whole"], true);
  EXPECT_EQ(checked.json()["cafes"][0]["entries"], 26);
}

TEST_F(RescueDrill, OP9NamesTheDamagedFile) {
  const fs::path data = stopped();
  const fs::path damaged = damage(data);
  const Ended checked = rebond_server({"check", data});

  EXPECT_EQ(checked.code, 1);
  EXPECT_THAT(checked.out, HasSubstr(damaged.filename().string()));
  EXPECT_THAT(checked.out, HasSubstr("salvage"));
}

TEST_F(RescueDrill, OP9DoesNotReadAFolderThatAServerHolds) {
  const Ended checked = rebond_server({"check", server_->data_folder()});

  EXPECT_EQ(checked.code, 1);
  EXPECT_THAT(checked.err, HasSubstr("stop that server"));
}

TEST_F(RescueDrill, OP9SavesAHealthyFolderWhole) {
  const fs::path data = stopped();
  const Ended salvaged = rebond_server({"salvage", data, "--to", file("new"), "--json"});
  ASSERT_EQ(salvaged.code, 0) << salvaged.err;

  EXPECT_EQ(salvaged.json()["lost_nothing"], true);
  EXPECT_EQ(salvaged.json()["cafes"][0]["head"], 26);
}

TEST_F(RescueDrill, OP9OpensWhatWasSavedOfADamagedFolder) {
  const fs::path data = stopped();
  damage(data);
  const Ended salvaged = rebond_server({"salvage", data, "--to", file("new"), "--json"});
  ASSERT_EQ(salvaged.code, 0) << salvaged.err;
  const nlohmann::json status = rebond_server({"status", "--data", file("new"), "--json"}).json();

  ASSERT_THAT(status["cafes"], SizeIs(salvaged.json()["cafes"].size()));
  for (std::size_t i = 0; i < status["cafes"].size(); ++i) {
    EXPECT_EQ(status["cafes"][i]["entries"], salvaged.json()["cafes"][i]["head"]);
  }
}

}  // namespace
}  // namespace rebond
