// Kills the server again and again while people write, and looks for what was acknowledged.
#include <boost/asio/io_context.hpp>
#include <gmock/gmock.h>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>

#include "clients/cpp/http_client.h"
#include "clients/cpp/live_client.h"
#include "loadtest/own_server.h"

namespace rebond {
namespace {

using loadtest::OwnServer;

constexpr std::chrono::milliseconds kLook{5};
constexpr std::chrono::seconds kPatience{30};
constexpr int kLives = 6;
constexpr std::size_t kWriters = 3;
constexpr std::size_t kOnTheWay = 20;

/// Writes as fast as it is acknowledged, some ideas ahead, over all deaths of the server.
class Writer final : public SessionObserver {
 public:
  Writer(boost::asio::io_context& io, const CafeLink& link, const Clock& clock, Random& random)
      : client_({io, clock, random}, {link.server, link.live_path(), {}}, options_of(link), *this) {
  }

  ClientSession& session() { return client_.session(); }
  std::size_t acknowledged() const { return acknowledged_.size(); }
  const std::map<Id, std::string>& acknowledged_words() const { return acknowledged_; }
  void stop_writing() { writes_ = false; }

  void write_ahead() {
    while (writes_ && session().can_write() && session().waiting() < kOnTheWay) write();
  }

 private:
  static SessionOptions options_of(const CafeLink& link) {
    SessionOptions options;
    options.token = link.token;
    return options;
  }

  void on_live() override { write_ahead(); }

  void on_outcome(const Outcome& outcome) override {
    ASSERT_TRUE(outcome.accepted) << outcome.rejection.ShortDebugString();
    const auto sent = sent_.find(outcome.number);
    ASSERT_NE(sent, sent_.end());
    acknowledged_.insert(sent->second);
    sent_.erase(sent);
    write_ahead();
  }

  void on_trouble(const Error& trouble) override { ADD_FAILURE() << trouble.message; }
  void on_ended(const Ending& ending) override {
    if (ending.kind != Ending::Kind::kStopped) ADD_FAILURE() << ending.message;
  }

  void write() {
    v1::Command command;
    v1::AddCard& add = *command.mutable_add_card();
    add.set_card(session().new_id());
    add.set_run(session().new_id());
    add.set_table(session().welcome().table());
    add.set_text("idée " + std::to_string(add.card()));
    const std::pair<Id, std::string> idea{add.card(), add.text()};
    const Result<CommandNumber> number = session().send(std::move(command));
    ASSERT_TRUE(number);
    sent_.emplace(*number, idea);
  }

  LiveClient client_;
  bool writes_ = true;
  std::map<CommandNumber, std::pair<Id, std::string>> sent_;
  std::map<Id, std::string> acknowledged_;
};

class KillTest : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(server_.start()) << server_.log();
    for (std::size_t table = 0; table < kWriters; ++table) {
      writers_.push_back(std::make_unique<Writer>(io_, captain(table), clock_, random_));
      writers_.back()->session().start();
    }
  }

  /// The link of a table's captain, in a café that is founded with the first call.
  CafeLink captain(std::size_t table) {
    if (links_.is_null()) {
      HttpCall call;
      call.server = server_.address();
      call.method = "POST";
      call.target = "/cafes";
      call.body = R"({"tables":[{"name":"A","ideas":[]},{"name":"B","ideas":[]},
                                {"name":"C","ideas":[]}]})";
      const Result<HttpReply> reply = http_exchange(call);
      EXPECT_TRUE(reply);
      links_ = nlohmann::json::parse(reply->body)["links"];
    }
    const Result<CafeLink> link = parse_link(links_["captains"][table].get<std::string>());
    EXPECT_TRUE(link);
    return *link;
  }

  std::size_t acknowledged() const {
    std::size_t sum = 0;
    for (const auto& writer : writers_) sum += writer->acknowledged();
    return sum;
  }

  /// Lets everybody go on until it is so; false when it does not come to that.
  template <typename IsSo>
  bool go_on_until(IsSo is_so) {
    const auto deadline = std::chrono::steady_clock::now() + kPatience;
    while (!is_so()) {
      if (std::chrono::steady_clock::now() > deadline) return false;
      io_.restart();
      io_.run_for(kLook);
    }
    return true;
  }

  OwnServer server_{{REBOND_SERVER, {"commands_per_second=100000", "commands_burst=100000"}}};
  nlohmann::json links_;
  boost::asio::io_context io_;
  SystemClock clock_;
  SystemRandom random_;
  std::vector<std::unique_ptr<Writer>> writers_;
};

TEST_F(KillTest, ST1ST3EO1KeepsEveryAcknowledgedIdeaOnce) {
  SeededRandom chance(1);
  for (int life = 0; life < kLives; ++life) {
    // Somewhere in the middle of things: some ideas are decided, some on the disk, some told.
    const std::size_t deadly = acknowledged() + 1 + chance.below(300);
    ASSERT_TRUE(go_on_until([&] { return acknowledged() >= deadly; })) << server_.log();
    server_.kill();
    ASSERT_TRUE(server_.start()) << server_.log();
  }
  for (const auto& writer : writers_) writer->stop_writing();
  const auto nothing_waits = [&] {
    return std::all_of(writers_.begin(), writers_.end(), [](const auto& writer) {
      return writer->session().live() && writer->session().waiting() == 0;
    });
  };
  ASSERT_TRUE(go_on_until(nothing_waits)) << server_.log();
  const auto all_equal = [&] {
    const State& first = writers_.front()->session().state();
    return std::all_of(writers_.begin(), writers_.end(), [&](const auto& writer) {
      return writer->session().state().seq() == first.seq() &&
             writer->session().state().digest() == first.digest();
    });
  };
  ASSERT_TRUE(go_on_until(all_equal));

  std::map<Id, std::string> there;
  const State& state = writers_.front()->session().state();
  state.records().each<v1::Card>(
      [&](Id id, const v1::Card&) { there.emplace(id, state.text(id).visible()); });
  std::map<Id, std::string> expected;
  for (const auto& writer : writers_) {
    expected.insert(writer->acknowledged_words().begin(), writer->acknowledged_words().end());
  }
  EXPECT_EQ(there, expected);
}

}  // namespace
}  // namespace rebond
