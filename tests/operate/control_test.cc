// The control socket, the orders that cross it and the command lines that make them.
#include <boost/asio/io_context.hpp>
#include <fstream>
#include <gmock/gmock.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <thread>
#include <unistd.h>

#include "operate/command_line.h"
#include "operate/control_client.h"
#include "operate/control_path.h"
#include "operate/control_socket.h"
#include "operate/order.h"
#include "tests/store/temporary_folder.h"

namespace rebond::operate {
namespace {

using ::testing::HasSubstr;

/// Answers with the order itself.
class Mirror final : public Desk {
 public:
  void take(const Order& order, Answer answer) override {
    answer(reply_with({{"order", to_line(order)}}));
  }
};

/// A server's loop on a thread of its own.
class ControlTest : public ::testing::Test {
 protected:
  void open() {
    const Result<void> opened = socket_.open(data());
    ASSERT_TRUE(opened) << opened.error().message;
    loop_ = std::thread([this] { io_.run(); });
  }
  void TearDown() override {
    io_.stop();
    if (loop_.joinable()) loop_.join();
  }

  const std::filesystem::path& data() const { return folder_.path(); }
  std::filesystem::path path() const { return data() / "control"; }

  /// What comes back for these bytes, until the end.
  std::string answer_to(const std::string& bytes) const {
    const int file = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path().string().copy(address.sun_path, sizeof(address.sun_path) - 1);
    EXPECT_EQ(::connect(file, reinterpret_cast<const sockaddr*>(&address), sizeof(address)), 0);
    EXPECT_EQ(::send(file, bytes.data(), bytes.size(), MSG_NOSIGNAL),
              static_cast<ssize_t>(bytes.size()));
    std::string answer;
    char buffer[1024];
    for (ssize_t size = 0; (size = ::read(file, buffer, sizeof(buffer))) > 0;) {
      answer.append(buffer, static_cast<std::size_t>(size));
    }
    ::close(file);
    return answer;
  }

  TemporaryFolder folder_;
  boost::asio::io_context io_;
  Mirror desk_;
  ControlSocket socket_{io_, desk_};
  std::thread loop_;
};

TEST_F(ControlTest, OP1CarriesAnOrderAndItsReply) {
  open();
  const EraseOrder order{"CAFE", 1'234'567'890'123, 0, true};
  const auto reply = ask_server(data(), order);

  ASSERT_TRUE(reply && *reply);
  EXPECT_EQ((**reply)["order"], to_line(Order(order)));
}

TEST_F(ControlTest, OP1IsForItsOwnerOnly) {
  open();
  struct stat info {};
  ASSERT_EQ(::stat(path().c_str(), &info), 0);

  EXPECT_TRUE(S_ISSOCK(info.st_mode));
  EXPECT_EQ(info.st_mode & 0777U, 0600U);
}

TEST_F(ControlTest, OP1ReplacesASocketThatADeadServerLeft) {
  const int file = ::socket(AF_UNIX, SOCK_STREAM, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  path().string().copy(address.sun_path, sizeof(address.sun_path) - 1);
  ASSERT_EQ(::bind(file, reinterpret_cast<const sockaddr*>(&address), sizeof(address)), 0);
  ::close(file);
  EXPECT_FALSE(ask_server(data(), StatusOrder{}));
  open();

  EXPECT_TRUE(ask_server(data(), StatusOrder{}));
}

TEST_F(ControlTest, OP1TouchesNothingElseOfThatName) {
  std::ofstream(path()) << "mine";

  EXPECT_THAT(socket_.open(data()).error().message, HasSubstr("something else has this name"));
}

TEST_F(ControlTest, OP1SaysThatNobodyIsThere) {
  EXPECT_FALSE(ask_server(data(), StatusOrder{}));
  EXPECT_FALSE(ask_server(data() / "nowhere", StatusOrder{}));
}

TEST_F(ControlTest, OP1AnswersWhatIsNoOrderWithASentence) {
  open();

  EXPECT_THAT(answer_to("sing\n"), HasSubstr("does not know this order"));
  EXPECT_THAT(answer_to("{\"do\":\"sing\"}\n"), HasSubstr("does not know this order"));
}

TEST_F(ControlTest, OP1ReadsNoEndlessOrder) {
  open();

  EXPECT_EQ(answer_to(std::string(kOrderBytesMax, 'x')), "");
}

TEST_F(ControlTest, OP1ClearlyRefusesAPathThatIsTooLong) {
  const std::filesystem::path deep = data() / std::string(120, 'x');
  const auto opened = socket_.open(deep);

  EXPECT_EQ(opened.error().kind, ErrorKind::kInvalid);
  EXPECT_THAT(opened.error().message, HasSubstr("shorter path"));
}

TEST(Orders, OP1SurviveTheLine) {
  for (const Order& order : {Order(StatusOrder{}), Order(BackupOrder{"/media/é \"x\"", 3}),
                             Order(EraseOrder{"CAFE", 0, 12, false})}) {
    const Result<Order> read = parse_order(to_line(order));
    ASSERT_TRUE(read);
    EXPECT_EQ(to_line(*read), to_line(order));
  }
}

TEST(Orders, OP1RepliesSurviveTheLine) {
  const Reply error = parse_reply(to_line(Reply(Error{ErrorKind::kBusy, "--to", "wait"})));

  EXPECT_EQ(error.error().kind, ErrorKind::kBusy);
  EXPECT_EQ(error.error().field, "--to");
  EXPECT_EQ((*parse_reply(to_line(reply_with({{"id", 4}}))))["id"], 4);
  EXPECT_FALSE(parse_reply("half a li"));
}

template <std::size_t N>
std::variant<Command, NoCommand> parse(const char* const (&argv)[N]) {
  return parse_command(static_cast<int>(N), argv);
}

TEST(CommandLine, OP2KnowsItsCommandsAndLeavesTheRestToTheServer) {
  const char* status[] = {"rebond-server", "status"};
  const char* server[] = {"rebond-server", "--data", "status"};

  EXPECT_TRUE(is_command(2, status));
  EXPECT_FALSE(is_command(3, server));
  EXPECT_FALSE(is_command(1, server));
}

TEST(CommandLine, OP2TakesTheFolderOfCheckAndSalvageEitherWay) {
  const char* named[] = {"rebond-server", "check", "--data", "/srv/cafe"};
  const char* bare[] = {"rebond-server", "check", "/srv/cafe"};
  const char* salvage[] = {"rebond-server", "salvage", "/srv/cafe", "--to", "/srv/new"};

  EXPECT_EQ(std::get<Command>(parse(named)).data, "/srv/cafe");
  EXPECT_EQ(std::get<Command>(parse(bare)).data, "/srv/cafe");
  EXPECT_EQ(std::get<SalvageCommand>(std::get<Command>(parse(salvage)).what).to, "/srv/new");
}

TEST(CommandLine, OP2RefusesWhatIsNotWholeWithCodeTwo) {
  const char* no_folder[] = {"rebond-server", "status"};
  const char* no_destination[] = {"rebond-server", "backup", "--data", "d"};
  const char* nobody[] = {"rebond-server", "erase", "--data", "d", "--cafe", "C"};
  const char* both[] = {"rebond-server", "erase", "--data",   "d", "--cafe", "C",
                        "--person",      "1",     "--device", "2"};

  EXPECT_EQ(std::get<NoCommand>(parse(no_folder)).exit_code, 2);
  EXPECT_EQ(std::get<NoCommand>(parse(no_destination)).exit_code, 2);
  EXPECT_EQ(std::get<NoCommand>(parse(nobody)).exit_code, 2);
  EXPECT_EQ(std::get<NoCommand>(parse(both)).exit_code, 2);
}

TEST(CommandLine, OP2ExplainsItself) {
  const char* help[] = {"rebond-server", "backup", "--help"};

  EXPECT_EQ(std::get<NoCommand>(parse(help)).exit_code, 0);
  EXPECT_THAT(std::get<NoCommand>(parse(help)).out, HasSubstr("--keep"));
}

}  // namespace
}  // namespace rebond::operate
