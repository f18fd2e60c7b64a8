// What the drills have in common: a hall that writes, and a server that comes back from a backup.
#pragma once

#include <filesystem>
#include <gmock/gmock.h>
#include <string>

#include "tests/end_to_end/programs.h"

namespace rebond::testing {

/// A server with the demo's café, and a folder for backups.
class Drill : public ::testing::Test {
 protected:
  std::string backups() const { return folder_.path() + "/backups"; }
  std::string file(const std::string& name) const { return folder_.path() + "/" + name; }

  /// Plays the demo to its end.
  void play();

  /// `rebond-server COMMAND --data … --json`, on the data folder of this server.
  Ended operate(std::string command, std::vector<std::string> arguments = {}) const;

  /// Makes a backup; the document that tells of it.
  nlohmann::json back_up() const;

  /// The server dies, its data folder is lost, the newest backup takes its place, and it starts
  /// again on the same port.
  void restore();

  std::unique_ptr<loadtest::OwnServer> server_ = start_server();
  CafeFiles cafe_{*server_};
  loadtest::TempFolder folder_;
};

/// The ideas of a café with these words.
std::size_t times_written(const std::string& link, const std::string& words);

/// "SEQ DIGEST" of a café.
std::string digest(const std::string& link);

/// A link as it works on another server.
std::string moved(std::string link, const loadtest::OwnServer& server);

}  // namespace rebond::testing
