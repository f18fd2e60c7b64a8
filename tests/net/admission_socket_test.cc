// More connections than there is room for.
#include <boost/asio/io_context.hpp>
#include <fcntl.h>
#include <gmock/gmock.h>
#include <sys/resource.h>
#include <unistd.h>

#include "net/listener.h"
#include "tests/net/raw_client.h"
#include "tests/net/running_server.h"

namespace rebond {
namespace {

TEST(AdmissionSocket, HT13MakesRoomForANewcomer) {
  RunningServer server([](ServerSettings& settings) { settings.limits.pending_handshakes = 2; });
  RawClient silent(server.port());
  RawClient slow(server.port());
  slow.send("GET /healthz HTTP/1.1\r\nHost: loc");
  EXPECT_EQ(RawClient(server.port()).get("/healthz")->status, 200U);
  EXPECT_TRUE(silent.is_cut_off());
}

TEST(AdmissionSocket, HT13ServesAHallBehindThousandsOfHalfOpenConnections) {
  RunningServer server;
  std::vector<std::unique_ptr<RawClient>> silent;
  for (int connection = 0; connection < 600; ++connection) {
    silent.push_back(std::make_unique<RawClient>(server.port()));
    if (connection % 100 != 99) continue;
    EXPECT_EQ(RawClient(server.port()).get("/healthz")->status, 200U) << connection;
  }
  EXPECT_TRUE(silent.front()->is_cut_off());
}

TEST(AdmissionSocket, HT13TakesNobodyWhenTheServerIsFull) {
  RunningServer server([](ServerSettings& settings) { settings.limits.connections = 1; });
  RawClient first(server.port());
  ASSERT_EQ(first.get("/healthz")->status, 200U);
  RawClient second(server.port());
  EXPECT_TRUE(second.is_cut_off());
  EXPECT_EQ(first.get("/healthz")->status, 200U);
}

/// Takes every file that the process may open, until it is destroyed.
class NoFileLeft {
 public:
  NoFileLeft() {
    getrlimit(RLIMIT_NOFILE, &before_);
    rlimit few = before_;
    few.rlim_cur = 256;
    setrlimit(RLIMIT_NOFILE, &few);
    for (int file = open("/dev/null", O_RDONLY); file >= 0; file = open("/dev/null", O_RDONLY)) {
      files_.push_back(file);
    }
  }
  ~NoFileLeft() {
    for (const int file : files_) close(file);
    setrlimit(RLIMIT_NOFILE, &before_);
  }
  NoFileLeft(const NoFileLeft&) = delete;
  NoFileLeft& operator=(const NoFileLeft&) = delete;

  /// Gives one back.
  void give_one() {
    close(files_.back());
    files_.pop_back();
  }

 private:
  rlimit before_{};
  std::vector<int> files_;
};

TEST(AdmissionSocket, HT13GoesOnWhenTheSystemGrantsSocketsAgain) {
  boost::asio::io_context io;
  Listener listener(io);
  ASSERT_TRUE(listener.open({"127.0.0.1", 0}));
  int accepted = 0;
  listener.start([&](auto /*socket*/, const auto& /*remote*/) { ++accepted; });
  {
    NoFileLeft nothing;
    nothing.give_one();
    const RawClient client(listener.where().port);
    // The attempt that fails.
    io.run_one();
    EXPECT_EQ(accepted, 0);
  }
  const RawClient client(listener.where().port);
  // The pause, then who came meanwhile.
  while (accepted == 0) io.run_one();
  listener.close();
  EXPECT_EQ(accepted, 1);
}

}  // namespace
}  // namespace rebond
