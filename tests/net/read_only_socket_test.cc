// A disk that fills while a café runs: rule SP1, from the disk to the devices.
#include <atomic>
#include <gmock/gmock.h>

#include "rebond/v1/command.pb.h"
#include "tests/net/websocket_fixture.h"

namespace rebond {
namespace {

constexpr std::uint64_t kEnough = 2'000;
constexpr std::uint64_t kTooLittle = 999;

class ReadOnlyTest : public WebSocketTest {
 protected:
  void start_with_small_disk() {
    start([this](ServerSettings& settings) {
      settings.min_free_bytes = 1'000;
      settings.free_space = [this] { return DiskSpace{free_, 10'000}; };
      settings.patience.look_at_disk_ms = 1;
    });
  }

  std::unique_ptr<RawClient> connect_captain() {
    auto client = connect();
    client->send_frame(kBinary, hello(token_of(captain_link_)));
    EXPECT_TRUE(is_welcomed(*client));
    return client;
  }

  /// Reads until `found` is true of a message; false when the connection ends before.
  static bool reads(RawClient& client, const std::function<bool(const v1::ServerFrame&)>& found) {
    while (const auto frame = client.frame()) {
      v1::ServerFrame message;
      if (frame->opcode == kBinary && message.ParseFromString(frame->payload) && found(message)) {
        return true;
      }
    }
    return false;
  }

  static bool is_told(RawClient& client, v1::NoticeKind kind) {
    return reads(client, [kind](const v1::ServerFrame& message) {
      bool told = false;
      for (const v1::Control& control : message.control()) {
        told = told || (control.has_notice() && control.notice().kind() == kind);
      }
      return told;
    });
  }

  std::atomic<std::uint64_t> free_ = kEnough;
};

std::string salvage_text() {
  v1::Command command;
  command.mutable_salvage_text()->set_text("un mot");
  v1::ClientFrame frame;
  v1::NumberedCommand& numbered = *frame.mutable_commands()->add_commands();
  numbered.set_number(1);
  numbered.set_command(command.SerializeAsString());
  return frame.SerializeAsString();
}

TEST_F(ReadOnlyTest, SP1TellsEveryDevice) {
  start_with_small_disk();
  const auto screen = connect_screen();
  const auto captain = connect_captain();
  free_ = kTooLittle;
  EXPECT_TRUE(is_told(*screen, v1::NOTICE_KIND_READ_ONLY));
  EXPECT_TRUE(is_told(*captain, v1::NOTICE_KIND_READ_ONLY));
}

TEST_F(ReadOnlyTest, SP1AcknowledgesNothingAndRecoversByItself) {
  start_with_small_disk();
  const auto captain = connect_captain();
  free_ = kTooLittle;
  ASSERT_TRUE(is_told(*captain, v1::NOTICE_KIND_READ_ONLY));
  captain->send_frame(kBinary, salvage_text());
  EXPECT_TRUE(reads(*captain, [](const v1::ServerFrame& message) {
    return message.results_size() == 1 && message.results(0).command() == 1 &&
           message.results(0).rejection().code() == v1::REJECTION_CODE_READ_ONLY;
  }));

  free_ = kEnough;
  ASSERT_TRUE(is_told(*captain, v1::NOTICE_KIND_WRITABLE));
  // The number was not consumed.
  captain->send_frame(kBinary, salvage_text());
  EXPECT_TRUE(reads(*captain, [](const v1::ServerFrame& message) {
    return message.results_size() == 1 && message.results(0).has_accepted();
  }));
}

TEST_F(ReadOnlyTest, SP1FoundsNoCafeAndSaysSoToWhoWatches) {
  start_with_small_disk();
  const auto captain = connect_captain();
  free_ = kTooLittle;
  ASSERT_TRUE(is_told(*captain, v1::NOTICE_KIND_READ_ONLY));
  RawClient client(server_->port());
  const auto health = client.get("/healthz");
  ASSERT_TRUE(health);
  EXPECT_EQ(health->status, 503U);
  EXPECT_EQ(health->body, "read-only\n");
  EXPECT_EQ(client.post("/cafes", two_tables())->status, 503U);
}

}  // namespace
}  // namespace rebond
