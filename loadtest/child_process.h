// A program that we started, and that does not outlive us.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

#include "base/result.h"

namespace rebond::loadtest {

/// Ended with SIGKILL, if it still runs, when the object is destroyed, and by the system when this
/// process dies. Not thread-safe.
class ChildProcess {
 public:
  using Milliseconds = std::chrono::milliseconds;

  /// Starts `arguments[0]`. Its standard output is read here, its standard error goes into the
  /// file, its standard input is empty. Fails with kIo when it cannot be started.
  static Result<ChildProcess> start(const std::vector<std::string>& arguments,
                                    const std::string& error_file);

  ~ChildProcess();
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;
  ChildProcess(ChildProcess&& other) noexcept;
  ChildProcess& operator=(ChildProcess&& other) noexcept;

  pid_t pid() const { return pid_; }

  /// The next line of its standard output, without the line end; none when the output ended or
  /// nothing came in time.
  std::optional<std::string> read_line(Milliseconds timeout);

  /// What is left of its standard output, until the end or until the time is over.
  std::string read_all(Milliseconds timeout);

  void signal(int number) const;

  /// Its exit code, or 128 + the signal that ended it; none when it still runs after `timeout`.
  std::optional<int> wait(Milliseconds timeout);

 private:
  ChildProcess(pid_t pid, int output) : pid_(pid), output_(output) {}

  bool read_some(std::chrono::steady_clock::time_point deadline);
  void end();

  pid_t pid_ = -1;
  int output_ = -1;
  std::string buffer_;
  std::optional<int> exit_code_;
};

}  // namespace rebond::loadtest
