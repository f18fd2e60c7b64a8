// rebond-server as a process of its own.
#pragma once

#include <cstdint>
#include <string>
#include <sys/types.h>
#include <vector>

namespace rebond {

/// Killed when it is destroyed, if it still runs.
class Program {
 public:
  /// Starts the server with these arguments.
  explicit Program(const std::vector<std::string>& arguments);
  ~Program();
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  /// The port of "listening on http://127.0.0.1:PORT" (or https); 0 when the program ends without
  /// that line.
  std::uint16_t port();
  /// "http" or "https", once port() was asked for.
  const std::string& scheme() const { return scheme_; }

  void send_signal(int signal) const;
  /// Waits for the end. The exit code, or minus the signal that ended it.
  int exit_code();
  /// Everything on stderr; waits for the end.
  std::string complaint();

 private:
  pid_t process_ = -1;
  int out_ = -1;
  int err_ = -1;
  std::string scheme_;
};

}  // namespace rebond
