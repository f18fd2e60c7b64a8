// The real programs, started as a person would start them.
#include "tests/end_to_end/programs.h"

#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <sstream>

#include "base/check.h"

namespace rebond::testing {
namespace {

using loadtest::ChildProcess;

std::string text_of(const std::string& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

ChildProcess start(const char* program, const std::vector<std::string>& arguments,
                   const std::string& error_file) {
  std::vector<std::string> all = {program};
  all.insert(all.end(), arguments.begin(), arguments.end());
  Result<ChildProcess> started = ChildProcess::start(all, error_file);
  CHECK(started.has_value());
  return std::move(*started);
}

Ended run(const char* program, const std::vector<std::string>& arguments) {
  const loadtest::TempFolder folder;
  const std::string errors = folder.path() + "/err";
  ChildProcess process = start(program, arguments, errors);
  Ended ended;
  ended.out = process.read_all(kPatience);
  ended.code = process.wait(kPatience).value_or(-1);
  ended.err = text_of(errors);
  return ended;
}

}  // namespace

std::vector<std::string> Ended::lines() const {
  std::vector<std::string> all;
  std::istringstream stream(out);
  for (std::string line; std::getline(stream, line);) all.push_back(line);
  return all;
}

Running::Running(const std::vector<std::string>& arguments)
    : process_(start(REBOND_CLI, arguments, folder_.path() + "/err")) {}

Ended Running::wait() {
  Ended ended;
  ended.out = process_.read_all(kPatience);
  ended.code = process_.wait(kPatience).value_or(-1);
  ended.err = text_of(folder_.path() + "/err");
  return ended;
}

Ended rebond(const std::vector<std::string>& arguments) {
  return run(REBOND_CLI, arguments);
}

Ended rebond_server(const std::vector<std::string>& arguments) {
  return run(REBOND_SERVER, arguments);
}

Ended rebond_loadtest(const std::vector<std::string>& arguments) {
  return run(REBOND_LOADTEST, arguments);
}

std::unique_ptr<loadtest::OwnServer> start_server(const std::vector<std::string>& limits) {
  auto server =
      std::make_unique<loadtest::OwnServer>(loadtest::OwnServerOptions{REBOND_SERVER, limits});
  const Result<void> started = server->start();
  EXPECT_TRUE(started) << started.error().message;
  return server;
}

CafeFiles::CafeFiles(const loadtest::OwnServer& server, const std::string& plan) {
  const Ended created = rebond({"create", plan, "--server", server.url()});
  EXPECT_EQ(created.code, 0) << created.err;
  std::ofstream(links_path()) << created.out;
  links_ = created.json()["links"];
}

std::string CafeFiles::demo_plan() {
  return std::string(REBOND_SOURCE_DIR) + "/demo/cafe-energie.json";
}

}  // namespace rebond::testing
