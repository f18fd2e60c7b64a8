// A real server that logs everything, on a folder that a test reads behind its back.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "loadtest/child_process.h"
#include "loadtest/temp_folder.h"

namespace rebond::testing {

/// Listens on loopback, logs at the level of traces. Gone with its object, folder and all.
class LoggingServer {
 public:
  /// Again on the same folder after end(), on another port.
  void start();
  /// Sends the signal and waits.
  void end(int signal);

  std::uint16_t port() const { return port_; }
  /// Everything that it wrote on standard error, all starts together.
  std::string log() const;
  /// What founding a café from elsewhere takes.
  std::string admin_token() const;
  /// The files of its data folder by path, but for the one that holds the admin token.
  std::map<std::string, std::string> files() const;

 private:
  std::filesystem::path data() const { return folder_.path() + "/data"; }
  std::string log_path() const { return folder_.path() + "/log"; }

  loadtest::TempFolder folder_;
  std::optional<loadtest::ChildProcess> process_;
  std::uint16_t port_ = 0;
};

}  // namespace rebond::testing
