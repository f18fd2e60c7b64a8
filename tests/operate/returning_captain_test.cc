// A captain whose tablet stays open while the café comes back from an older backup.
#include <boost/asio/io_context.hpp>
#include <map>

#include "base/clock.h"
#include "base/random.h"
#include "clients/cpp/live_client.h"
#include "tests/operate/drill.h"

namespace rebond {
namespace {

using testing::digest;
using testing::Drill;
using testing::times_written;

/// A captain with a tablet that keeps its waiting words in memory.
class Captain final : public SessionObserver {
 public:
  explicit Captain(const std::string& link)
      : link_(*parse_link(link)),
        client_({io_, clock_, random_}, {link_.server, link_.live_path(), {}}, options(), *this) {
    client_.session().start();
    run_until([this] { return client_.session().live(); });
  }

  const ClientSession& session() const { return client_.session(); }

  void write(const std::string& words) {
    v1::Command command;
    v1::AddCard& add = *command.mutable_add_card();
    add.set_card(client_.session().new_id());
    add.set_run(client_.session().new_id());
    add.set_table(client_.session().welcome().table());
    add.set_text(words);
    const Result<CommandNumber> number = client_.session().send(std::move(command));
    ASSERT_TRUE(number);
    words_[*number] = words;
  }

  /// What was acknowledged, in the order of the acknowledgements.
  std::vector<std::string> acknowledged;

  template <typename IsSo>
  void run_until(IsSo is_so) {
    const auto deadline = std::chrono::steady_clock::now() + testing::kPatience;
    while (!is_so()) {
      ASSERT_LT(std::chrono::steady_clock::now(), deadline);
      io_.run_one_for(std::chrono::milliseconds(50));
    }
  }

 private:
  SessionOptions options() const {
    SessionOptions options;
    options.token = link_.token;
    return options;
  }

  void on_outcome(const Outcome& outcome) override {
    EXPECT_TRUE(outcome.accepted) << outcome.rejection.ShortDebugString();
    acknowledged.push_back(words_.at(outcome.number));
  }
  void on_trouble(const Error& trouble) override { ADD_FAILURE() << trouble.message; }
  void on_ended(const Ending& ending) override { ADD_FAILURE() << ending.message; }

  CafeLink link_;
  boost::asio::io_context io_;
  SystemClock clock_;
  SystemRandom random_;
  std::map<CommandNumber, std::string> words_;
  LiveClient client_;
};

using ReturningCaptain = Drill;

TEST_F(ReturningCaptain, EP3WaitingWordsArriveOnceInTheRestoredCafe) {
  Captain captain(cafe_.captain(1));
  captain.write("avant");
  captain.run_until([&] { return captain.session().waiting() == 0; });
  back_up();
  captain.write("perdu avec le disque");
  captain.run_until([&] { return captain.session().waiting() == 0; });
  server_->kill();
  captain.run_until([&] { return !captain.session().live(); });
  captain.write("pendant la panne");
  captain.write("encore");
  restore();
  captain.run_until([&] { return captain.session().waiting() == 0 && captain.session().live(); });

  EXPECT_EQ(times_written(cafe_.screen(), "avant"), 1U);
  EXPECT_EQ(times_written(cafe_.screen(), "pendant la panne"), 1U);
  EXPECT_EQ(times_written(cafe_.screen(), "encore"), 1U);
  EXPECT_EQ(times_written(cafe_.screen(), "perdu avec le disque"), 0U);
}

TEST_F(ReturningCaptain, EP2HoldsTheCafeThatTheServerHolds) {
  Captain captain(cafe_.captain(1));
  back_up();
  captain.write("perdu avec le disque");
  captain.run_until([&] { return captain.session().waiting() == 0; });
  server_->kill();
  captain.run_until([&] { return !captain.session().live(); });
  captain.write("pendant la panne");
  restore();
  captain.run_until([&] { return captain.session().waiting() == 0 && captain.session().live(); });

  const State& copy = captain.session().state();
  EXPECT_EQ(digest(cafe_.screen()), std::to_string(copy.seq()) + " " + copy.digest().hex() + "\n");
}

}  // namespace
}  // namespace rebond
