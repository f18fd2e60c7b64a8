// A server on a free port of the loopback address, on a thread of its own, for tests.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <cstdint>
#include <functional>
#include <future>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>

#include "net/server.h"
#include "tests/net/fakes.h"

namespace rebond {

/// Runs until it is destroyed or stopped.
class RunningServer {
 public:
  /// `change` may change the settings before the start.
  explicit RunningServer(const std::function<void(ServerSettings&)>& change = {});
  ~RunningServer();

  std::uint16_t port() const { return server_->where().port; }

  /// Founds a café with two tables over HTTP and returns the answer: {"cafe":…,"links":{…}}.
  nlohmann::json found_cafe() const;

  /// The journal's next write fails.
  void break_journal();

  void stop();
  /// What Server::run() returned; waits for the end.
  Result<void> ended();

 private:
  boost::asio::io_context io_{1};
  PostingJournal journal_;
  const FakeExporter exporter_;
  std::unique_ptr<Server> server_;
  std::future<Result<void>> ended_;
  std::thread thread_;
};

/// The token of a link, as bytes.
std::string token_of(const std::string& link);

/// A plan with two tables, as JSON.
std::string two_tables();

}  // namespace rebond
