// A real server that is killed at any moment, also before it has said that it is there.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "base/result.h"
#include "clients/cpp/address.h"
#include "loadtest/child_process.h"
#include "loadtest/temp_folder.h"

namespace rebond::crash {

/// `rebond-server` on a port and a data folder that stay the same over its lives. Its snapshots
/// are close together, and it serves its whole history to whoever asks.
class Victim {
 public:
  explicit Victim(std::string binary) : binary_(std::move(binary)) {}

  /// Starts it and does not wait. Fails when the program cannot be run.
  Result<void> begin();

  /// Waits until it listens. Fails with what it said.
  Result<void> wait_until_up();

  /// SIGKILL.
  void kill() { process_.reset(); }

  const ServerAddress& address() const { return address_; }
  std::string data_folder() const { return folder_.path() + "/data"; }
  std::string log() const;

  /// Keeps a copy of the data folder; put_back() makes it the data folder again. While it is dead.
  void set_aside();
  void put_back();

 private:
  std::string log_path() const { return folder_.path() + "/log"; }
  std::filesystem::path aside() const { return folder_.path() + "/aside"; }

  std::string binary_;
  loadtest::TempFolder folder_;
  ServerAddress address_{"127.0.0.1", 0};
  std::optional<loadtest::ChildProcess> process_;
};

}  // namespace rebond::crash
