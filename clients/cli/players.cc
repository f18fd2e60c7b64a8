// The captains of a plan, each on a connection of its own.
#include "clients/cli/players.h"

#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "clients/cli/output.h"
#include "clients/cli/stay.h"

namespace rebond::cli {
namespace {

namespace asio = boost::asio;

/// What the captains have in common: the loop, the sum, the end.
struct Game {
  explicit Game(const PlayOptions& chosen) : options(chosen) {}

  const PlayOptions& options;
  std::size_t ideas = 0;
  std::size_t acknowledged = 0;
  std::size_t refused = 0;
  std::size_t captains_left = 0;
  Exit trouble = done();
  asio::io_context io;
  SystemClock clock;
  SystemRandom random;
};

void print_idea(const Game& game, Seq seq, const PlannedTable& table, const PlannedIdea& idea) {
  if (game.options.json) {
    const nlohmann::ordered_json json = {
        {"seq", seq}, {"table", table.name}, {"plan_ref", idea.id}, {"text", idea.text}};
    return print_line(json.dump());
  }
  print_line(std::to_string(seq) + "\t" + table.name + "\t" + idea.text);
}

/// One captain: writes the ideas of one table, one after the other.
class Captain final : public SessionObserver {
 public:
  Captain(Game& game, const PlannedTable& table, const CafeLink& link)
      : game_(game),
        table_(table),
        timer_(game.io),
        client_({game.io, game.clock, game.random}, target_of(link), to_write(link), *this) {}

  void start() { client_.session().start(); }

  void stop() {
    if (!client_.session().ended()) client_.session().stop();
  }

 private:
  void on_live() override {
    if (started_) return;
    started_ = true;
    client_.session().state().records().each<v1::Card>(
        [&](Id, const v1::Card& card) { known_.insert(card.plan_ref()); });
    write_next();
  }

  void on_outcome(const Outcome& outcome) override {
    const PlannedIdea& idea = table_.ideas[next_ - 1];
    if (outcome.accepted) {
      ++game_.acknowledged;
      print_idea(game_, outcome.seq, table_, idea);
    } else {
      ++game_.refused;
      game_.trouble = exit_of(outcome.rejection);
      print_error(idea.id + " was not accepted: " + game_.trouble.sentence);
    }
    wait_and_write();
  }

  void on_ended(const Ending& ending) override {
    if (ending.kind != Ending::Kind::kStopped) game_.trouble = exit_of(ending);
    timer_.cancel();
    if (--game_.captains_left == 0) game_.io.stop();
  }

  /// The pace counts from one idea to the next; an acknowledgement may come later than that.
  void wait_and_write() {
    timer_.expires_at(written_at_ + from_seconds(game_.options.pace_s));
    timer_.async_wait([this](boost::system::error_code error) {
      if (!error) write_next();
    });
  }

  void write_next() {
    while (next_ < table_.ideas.size() && known_.contains(table_.ideas[next_].id)) {
      ++next_;
      ++game_.acknowledged;
    }
    if (next_ == table_.ideas.size()) return stop();
    const PlannedIdea& idea = table_.ideas[next_++];
    written_at_ = std::chrono::steady_clock::now();
    ClientSession& session = client_.session();
    v1::Command command;
    v1::AddCard& add = *command.mutable_add_card();
    add.set_card(session.new_id());
    add.set_run(session.new_id());
    add.set_table(session.welcome().table());
    add.set_text(idea.text);
    add.set_plan_ref(idea.id);
    if (!session.send(std::move(command))) {
      game_.trouble = rejected(idea.id + " is larger than a message may be; cut it in pieces");
      stop();
    }
  }

  Game& game_;
  const PlannedTable& table_;
  asio::steady_timer timer_;
  LiveClient client_;
  bool started_ = false;
  std::set<std::string> known_;
  std::size_t next_ = 0;
  std::chrono::steady_clock::time_point written_at_;
};

/// Runs until all captains are done, or nothing moves for too long.
void run(Game& game) {
  const auto patience = from_seconds(game.options.timeout_s + game.options.pace_s);
  while (!game.io.stopped()) {
    const std::size_t before = game.acknowledged + game.refused;
    game.io.run_for(patience);
    const bool moved = game.acknowledged + game.refused != before;
    if (game.io.stopped() || moved) continue;
    game.trouble =
        unreachable("nothing was acknowledged for " + std::to_string(patience.count() / 1'000) +
                    " s; look whether the server runs, and play again");
    return;
  }
}

void print_sum(const Game& game) {
  if (game.options.json) {
    const nlohmann::ordered_json json = {{"acknowledged", game.acknowledged}, {"of", game.ideas}};
    return print_line(json.dump());
  }
  print_line("acknowledged " + std::to_string(game.acknowledged) + " of " +
             std::to_string(game.ideas));
}

}  // namespace

Exit play_plan(const Plan& plan, const std::vector<CafeLink>& captains,
               const PlayOptions& options) {
  Game game(options);
  game.ideas = plan.ideas();
  std::vector<std::unique_ptr<Captain>> players;
  for (std::size_t i = 0; i < plan.tables.size(); ++i) {
    players.push_back(std::make_unique<Captain>(game, plan.tables[i], captains[i]));
  }
  game.captains_left = players.size();
  for (const auto& player : players) player->start();
  run(game);
  print_sum(game);
  if (game.acknowledged == game.ideas) return done();
  return game.trouble.ok() ? rejected("some ideas were not acknowledged") : game.trouble;
}

}  // namespace rebond::cli
