// A server of our own, on a port and a data folder of its own.
#include "loadtest/own_server.h"

#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

namespace rebond::loadtest {
namespace {

constexpr std::chrono::milliseconds kStartTimeout{20'000};
constexpr std::chrono::milliseconds kStopTimeout{15'000};
constexpr std::string_view kReady = "listening on ";

}  // namespace

std::string sibling_program(const std::string& name) {
  std::error_code error;
  const auto self = std::filesystem::read_symlink("/proc/self/exe", error);
  return (self.parent_path() / name).string();
}

OwnServer::OwnServer(OwnServerOptions options) : options_(std::move(options)) {}

Result<void> OwnServer::start() {
  std::vector<std::string> arguments = {
      options_.binary,      "--data",      data_folder(), "--listen",
      address_.authority(), "--log-level", "warn"};
  for (const std::string& limit : options_.limits) {
    arguments.insert(arguments.end(), {"--limit", limit});
  }
  Result<ChildProcess> started = ChildProcess::start(arguments, log_path());
  if (!started) return started.error();
  process_ = std::move(*started);
  const std::optional<std::string> line = process_->read_line(kStartTimeout);
  if (!line || !line->starts_with(kReady)) {
    process_.reset();
    return Error{ErrorKind::kUnavailable, "", "rebond-server did not start: " + log()};
  }
  Result<ServerAddress> address = parse_server_address(line->substr(kReady.size()));
  if (!address) return address.error();
  address_ = *address;
  return {};
}

void OwnServer::kill() {
  process_.reset();
}

std::optional<int> OwnServer::stop() {
  if (!process_) return std::nullopt;
  process_->signal(SIGTERM);
  const std::optional<int> code = process_->wait(kStopTimeout);
  process_.reset();
  return code;
}

std::string OwnServer::log() const {
  std::ifstream file(log_path());
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace rebond::loadtest
