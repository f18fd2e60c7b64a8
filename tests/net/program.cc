// rebond-server as a process of its own.
#include "tests/net/program.h"

#include <csignal>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace rebond {
namespace {

constexpr std::string_view kReady = "listening on ";
constexpr std::string_view kAddress = "://127.0.0.1:";

/// Up to the end of the line, or of the file when `delimiter` never comes.
std::string read_until(int file, char delimiter) {
  std::string text;
  char c = 0;
  while (read(file, &c, 1) == 1) {
    text += c;
    if (c == delimiter) break;
  }
  return text;
}

}  // namespace

Program::Program(const std::vector<std::string>& arguments) {
  std::string name = REBOND_SERVER;
  std::vector<std::string> words = arguments;
  std::vector<char*> argv{name.data()};
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);

  int out[2] = {-1, -1};
  int err[2] = {-1, -1};
  if (pipe2(out, O_CLOEXEC) != 0 || pipe2(err, O_CLOEXEC) != 0) return;
  process_ = fork();
  if (process_ == 0) {
    dup2(out[1], STDOUT_FILENO);
    dup2(err[1], STDERR_FILENO);
    execv(argv[0], argv.data());
    _exit(127);
  }
  close(out[1]);
  close(err[1]);
  out_ = out[0];
  err_ = err[0];
}

Program::~Program() {
  if (process_ > 0) {
    send_signal(SIGKILL);
    exit_code();
  }
  close(out_);
  close(err_);
}

std::uint16_t Program::port() {
  const std::string line = read_until(out_, '\n');
  const std::size_t address = line.find(kAddress);
  if (!line.starts_with(kReady) || address == std::string::npos) return 0;
  scheme_ = line.substr(kReady.size(), address - kReady.size());
  return static_cast<std::uint16_t>(std::stoul(line.substr(address + kAddress.size())));
}

void Program::send_signal(int signal) const {
  kill(process_, signal);
}

int Program::exit_code() {
  int status = 0;
  waitpid(process_, &status, 0);
  process_ = -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

std::string Program::complaint() {
  return read_until(err_, '\0');
}

}  // namespace rebond
