// A server on a free port of the loopback address, on a thread of its own, for tests.
#include "tests/net/running_server.h"

#include <gtest/gtest.h>
#include <spdlog/spdlog.h>

#include "base/bytes.h"
#include "tests/net/raw_client.h"

namespace rebond {

RunningServer::RunningServer(const std::function<void(ServerSettings&)>& change)
    : journal_([this](std::function<void()> call) { boost::asio::post(io_, std::move(call)); }) {
  spdlog::set_level(spdlog::level::off);
  ServerSettings settings;
  settings.listen = {"127.0.0.1", 0};
  settings.admin_token = "0123456789abcdef0123456789abcdef";
  settings.assets = std::make_unique<FakeAssets>();
  settings.free_space = [] { return DiskSpace{1ULL << 40U, 1ULL << 41U}; };
  if (change) change(settings);
  server_ = std::make_unique<Server>(io_, journal_, exporter_, std::move(settings));
  const Result<void> started = server_->start();
  EXPECT_TRUE(started.has_value()) << describe(started.error());

  std::packaged_task<Result<void>()> run([this] { return server_->run(); });
  ended_ = run.get_future();
  thread_ = std::thread(std::move(run));
}

RunningServer::~RunningServer() {
  io_.stop();
  thread_.join();
}

nlohmann::json RunningServer::found_cafe() const {
  const auto answer = RawClient(port()).post("/cafes", two_tables());
  return nlohmann::json::parse(answer ? answer->body : "", nullptr, false);
}

void RunningServer::break_journal() {
  boost::asio::post(io_, [this] { journal_.fail_next(); });
}

void RunningServer::stop() {
  boost::asio::post(io_, [this] { server_->stop(); });
}

Result<void> RunningServer::ended() {
  return ended_.get();
}

std::string token_of(const std::string& link) {
  return from_hex(link.substr(link.find('#') + 1));
}

std::string two_tables() {
  return R"({"theme":"L’énergie","tables":[{"name":"Chauffage","ideas":[]},)"
         R"({"name":"Eau","ideas":[]}]})";
}

}  // namespace rebond
