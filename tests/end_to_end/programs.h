// The real programs, started as a person would start them.
#pragma once

#include <chrono>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "loadtest/child_process.h"
#include "loadtest/own_server.h"
#include "loadtest/temp_folder.h"

namespace rebond::testing {

// Far more than any of them takes: only a hang reaches it.
constexpr std::chrono::milliseconds kPatience{15'000};

/// What a program said and how it ended; `code` -1 when it did not end.
struct Ended {
  int code = -1;
  std::string out;
  std::string err;

  /// The lines of `out`.
  std::vector<std::string> lines() const;
  nlohmann::json json() const { return nlohmann::json::parse(out); }
};

/// `rebond` with the given arguments, still running.
class Running {
 public:
  explicit Running(const std::vector<std::string>& arguments);

  /// The next line of its output; none when nothing comes.
  std::optional<std::string> line(std::chrono::milliseconds patience = kPatience) {
    return process_.read_line(patience);
  }
  void signal(int number) { process_.signal(number); }
  /// Until it ends.
  Ended wait();

 private:
  loadtest::TempFolder folder_;
  loadtest::ChildProcess process_;
};

/// Runs `rebond` to its end.
Ended rebond(const std::vector<std::string>& arguments);
/// Runs `rebond-loadtest` to its end.
Ended rebond_loadtest(const std::vector<std::string>& arguments);
/// Runs `rebond-server` to its end, for starts that fail.
Ended rebond_server(const std::vector<std::string>& arguments);

/// A server with its own folder and port, running.
std::unique_ptr<loadtest::OwnServer> start_server(const std::vector<std::string>& limits = {});

/// A café and the files that a person would keep: the plan and the links.
class CafeFiles {
 public:
  /// Founds the café of the demo's plan, or of another one.
  explicit CafeFiles(const loadtest::OwnServer& server, const std::string& plan = demo_plan());

  static std::string demo_plan();

  /// The file that `rebond create` printed.
  std::string links_path() const { return folder_.path() + "/links.json"; }
  std::string facilitator() const { return links_["facilitator"]; }
  std::string screen() const { return links_["screen"]; }
  std::string participant() const { return links_["participant"]; }
  std::string expert() const { return links_["expert"]; }
  std::string captain(std::size_t table) const { return links_["captains"][table - 1]; }

 private:
  loadtest::TempFolder folder_;
  nlohmann::json links_;
};

}  // namespace rebond::testing
