// A server of our own, on a port and a data folder of its own.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "clients/cpp/address.h"
#include "loadtest/child_process.h"
#include "loadtest/temp_folder.h"

namespace rebond::loadtest {

struct OwnServerOptions {
  /// The program; rebond-server beside this one by convention.
  std::string binary;
  /// "NAME=VALUE" for --limit.
  std::vector<std::string> limits;
};

/// Listens on loopback. Stopped, and its data removed, with the object.
class OwnServer {
 public:
  explicit OwnServer(OwnServerOptions options);

  /// Starts it and waits until it listens; the first start picks the port, later ones keep it.
  /// Fails with what the server said.
  Result<void> start();

  /// Ends it with SIGKILL, as a power cut would.
  void kill();

  /// Ends it with SIGTERM; its exit code, none when it does not end.
  std::optional<int> stop();

  const ServerAddress& address() const { return address_; }
  std::string url() const { return "http://" + address_.authority(); }
  pid_t pid() const { return process_ ? process_->pid() : -1; }
  std::string data_folder() const { return folder_.path() + "/data"; }
  /// What it wrote on standard error, all starts together.
  std::string log() const;

 private:
  std::string log_path() const { return folder_.path() + "/log"; }

  OwnServerOptions options_;
  TempFolder folder_;
  ServerAddress address_{"127.0.0.1", 0};
  std::optional<ChildProcess> process_;
};

/// The program `name` in the folder of this process's own program.
std::string sibling_program(const std::string& name);

}  // namespace rebond::loadtest
