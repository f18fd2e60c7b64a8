// A real server that logs everything, on a folder that a test reads behind its back.
#include "tests/secrets/logging_server.h"

#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <vector>

namespace rebond::testing {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::milliseconds kPatience{20'000};
constexpr char kAdminToken[] = "admin-token";

std::string file_text(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace

void LoggingServer::start() {
  const std::vector<std::string> arguments = {REBOND_SERVER, "--data",      data().string(),
                                              "--listen",    "127.0.0.1:0", "--min-free",
                                              "0",           "--log-level", "trace"};
  process_.emplace(loadtest::ChildProcess::start(arguments, log_path()).value());
  const std::string line = process_->read_line(kPatience).value_or(":0");
  port_ = static_cast<std::uint16_t>(std::stoul(line.substr(line.rfind(':') + 1)));
  EXPECT_NE(port_, 0) << log();
}

void LoggingServer::end(int signal) {
  process_->signal(signal);
  EXPECT_TRUE(process_->wait(kPatience).has_value());
}

std::string LoggingServer::log() const {
  return file_text(log_path());
}

std::string LoggingServer::admin_token() const {
  const std::string token = file_text(data() / kAdminToken);
  return token.substr(0, token.find_last_not_of("\r\n ") + 1);
}

std::map<std::string, std::string> LoggingServer::files() const {
  std::map<std::string, std::string> files;
  for (const auto& file : fs::recursive_directory_iterator(data())) {
    if (!file.is_regular_file() || file.path().filename() == kAdminToken) continue;
    files[file.path().string()] = file_text(file.path());
  }
  return files;
}

}  // namespace rebond::testing
