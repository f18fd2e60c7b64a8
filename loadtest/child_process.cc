// A program that we started, and that does not outlive us.
#include "loadtest/child_process.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

namespace rebond::loadtest {
namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr int kCannotRun = 127;
constexpr int kSignalBase = 128;

/// Waits until there is something to read; false when the time is over.
bool wait_readable(int descriptor, SteadyClock::time_point deadline) {
  for (;;) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - SteadyClock::now());
    pollfd poll_of{descriptor, POLLIN, 0};
    const int ready = poll(&poll_of, 1, static_cast<int>(std::max<long>(0, left.count())));
    if (ready > 0) return true;
    if (ready == 0 || errno != EINTR) return false;
  }
}

/// What the child does between fork() and its own main(): only calls that are safe there.
[[noreturn]] void become(char* const* arguments, int output, const char* error_file) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  const int none = open("/dev/null", O_RDONLY);
  const int errors = open(error_file, O_WRONLY | O_CREAT | O_APPEND, 0600);
  dup2(none, STDIN_FILENO);
  dup2(output, STDOUT_FILENO);
  dup2(errors, STDERR_FILENO);
  execv(arguments[0], arguments);
  _exit(kCannotRun);
}

}  // namespace

Result<ChildProcess> ChildProcess::start(const std::vector<std::string>& arguments,
                                         const std::string& error_file) {
  if (access(arguments[0].c_str(), X_OK) != 0) {
    return Error{ErrorKind::kIo, "", "cannot run " + arguments[0] + ": " + std::strerror(errno)};
  }
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) {
    return Error{ErrorKind::kIo, "", std::string("cannot make a pipe: ") + std::strerror(errno)};
  }
  std::vector<std::string> copies = arguments;
  std::vector<char*> pointers;
  pointers.reserve(copies.size() + 1);
  for (std::string& argument : copies) pointers.push_back(argument.data());
  pointers.push_back(nullptr);

  const pid_t pid = fork();
  if (pid == 0) become(pointers.data(), ends[1], error_file.c_str());
  close(ends[1]);
  if (pid < 0) {
    close(ends[0]);
    return Error{ErrorKind::kIo, "",
                 std::string("cannot start a program: ") + std::strerror(errno)};
  }
  return ChildProcess(pid, ends[0]);
}

ChildProcess::~ChildProcess() {
  end();
}

ChildProcess::ChildProcess(ChildProcess&& other) noexcept
    : pid_(std::exchange(other.pid_, -1)),
      output_(std::exchange(other.output_, -1)),
      buffer_(std::move(other.buffer_)),
      exit_code_(other.exit_code_) {}

ChildProcess& ChildProcess::operator=(ChildProcess&& other) noexcept {
  if (this == &other) return *this;
  end();
  pid_ = std::exchange(other.pid_, -1);
  output_ = std::exchange(other.output_, -1);
  buffer_ = std::move(other.buffer_);
  exit_code_ = other.exit_code_;
  return *this;
}

std::optional<std::string> ChildProcess::read_line(Milliseconds timeout) {
  const auto deadline = SteadyClock::now() + timeout;
  std::size_t end = 0;
  while ((end = buffer_.find('\n')) == std::string::npos) {
    if (!read_some(deadline)) return std::nullopt;
  }
  std::string line = buffer_.substr(0, end);
  buffer_.erase(0, end + 1);
  return line;
}

std::string ChildProcess::read_all(Milliseconds timeout) {
  const auto deadline = SteadyClock::now() + timeout;
  while (read_some(deadline)) {
  }
  return std::exchange(buffer_, {});
}

void ChildProcess::signal(int number) const {
  if (pid_ > 0 && !exit_code_) kill(pid_, number);
}

std::optional<int> ChildProcess::wait(Milliseconds timeout) {
  if (exit_code_ || pid_ <= 0) return exit_code_;
  const auto descriptor = static_cast<int>(syscall(SYS_pidfd_open, pid_, 0));
  const bool ended = wait_readable(descriptor, SteadyClock::now() + timeout);
  close(descriptor);
  if (!ended) return std::nullopt;
  int status = 0;
  waitpid(pid_, &status, 0);
  exit_code_ = WIFEXITED(status) ? WEXITSTATUS(status) : kSignalBase + WTERMSIG(status);
  return exit_code_;
}

bool ChildProcess::read_some(SteadyClock::time_point deadline) {
  if (!wait_readable(output_, deadline)) return false;
  char bytes[4096];
  const ssize_t size = read(output_, bytes, sizeof(bytes));
  if (size <= 0) return false;
  buffer_.append(bytes, static_cast<std::size_t>(size));
  return true;
}

void ChildProcess::end() {
  if (pid_ > 0 && !exit_code_) {
    kill(pid_, SIGKILL);
    int status = 0;
    waitpid(pid_, &status, 0);
  }
  if (output_ >= 0) close(output_);
  pid_ = -1;
  output_ = -1;
}

}  // namespace rebond::loadtest
