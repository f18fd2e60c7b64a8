// A real server that is killed at any moment, also before it has said that it is there.
#include "tests/crash/victim.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string_view>

namespace rebond::crash {
namespace {

constexpr std::chrono::milliseconds kStartTimeout{20'000};
constexpr std::string_view kReady = "listening on ";

}  // namespace

Result<void> Victim::begin() {
  std::vector<std::string> arguments = {
      binary_, "--data", data_folder(), "--listen", address_.authority(), "--log-level", "warn"};
  for (const char* limit :
       {"snapshot_entries=25", "ring_entries=64", "resume_entries=1000000", "cards=1000000",
        "commands_per_second=100000", "commands_burst=100000"}) {
    arguments.insert(arguments.end(), {"--limit", limit});
  }
  Result<loadtest::ChildProcess> started = loadtest::ChildProcess::start(arguments, log_path());
  if (!started) return started.error();
  process_ = std::move(*started);
  return {};
}

Result<void> Victim::wait_until_up() {
  const std::optional<std::string> line = process_->read_line(kStartTimeout);
  if (!line || !line->starts_with(kReady)) {
    return Error{ErrorKind::kUnavailable, "", "rebond-server did not start: " + log()};
  }
  Result<ServerAddress> address = parse_server_address(line->substr(kReady.size()));
  if (!address) return address.error();
  address_ = *address;
  return {};
}

std::string Victim::log() const {
  std::ifstream file(log_path());
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

void Victim::set_aside() {
  std::filesystem::remove_all(aside());
  std::filesystem::create_directory(aside());
  for (const auto& found : std::filesystem::recursive_directory_iterator(data_folder())) {
    const auto to = aside() / std::filesystem::relative(found.path(), data_folder());
    // Sockets that it listened on are made anew by each life.
    if (found.is_directory()) std::filesystem::create_directory(to);
    if (found.is_regular_file()) std::filesystem::copy_file(found.path(), to);
  }
}

void Victim::put_back() {
  std::filesystem::remove_all(data_folder());
  std::filesystem::rename(aside(), data_folder());
}

}  // namespace rebond::crash
