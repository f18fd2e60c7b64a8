// Many people writing at once, for a first idea of what a server bears.
#include "clients/cli/crowd.h"

#include <algorithm>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <cmath>
#include <memory>

#include "clients/cli/stay.h"

namespace rebond::cli {
namespace {

namespace asio = boost::asio;
using SteadyClock = std::chrono::steady_clock;

constexpr auto kArrivalTimeout = std::chrono::seconds(60);
constexpr auto kLastOutcomeTimeout = std::chrono::seconds(30);

struct Crowd {
  explicit Crowd(CrowdReport& filled) : report(filled) {}

  CrowdReport& report;
  std::size_t arrived = 0;
  std::size_t outcomes = 0;
  Exit trouble = done();
  asio::io_context io;
  SystemClock clock;
  SystemRandom random;
};

/// One person who writes when told to.
class Writer final : public SessionObserver {
 public:
  Writer(Crowd& crowd, const CafeLink& link, std::size_t number)
      : crowd_(crowd),
        number_(number),
        client_({crowd.io, crowd.clock, crowd.random}, target_of(link), to_write(link), *this) {}

  ClientSession& session() { return client_.session(); }

  /// Writes an idea that was due at `due`.
  void write(SteadyClock::time_point due) {
    ClientSession& session = client_.session();
    v1::Command command;
    v1::AddCard& add = *command.mutable_add_card();
    add.set_card(session.new_id());
    add.set_run(session.new_id());
    add.set_table(table_);
    add.set_text("idée " + std::to_string(due_.size() + 1) + " de la personne " +
                 std::to_string(number_ + 1));
    const Result<CommandNumber> sent = session.send(std::move(command));
    if (!sent) return;  // not larger than a message, so never
    ++crowd_.report.sent;
    due_.emplace(*sent, due);
  }

 private:
  void on_live() override {
    if (table_ != 0) return;
    table_ = choose_table();
    ++crowd_.arrived;
    if (table_ == 0) crowd_.trouble = rejected("this café has no table to write at");
  }

  void on_outcome(const Outcome& outcome) override {
    const auto due = due_.find(outcome.number);
    if (due == due_.end()) return;
    ++crowd_.outcomes;
    const std::chrono::duration<double, std::milli> latency = SteadyClock::now() - due->second;
    crowd_.report.latencies_ms.push_back(latency.count());
    if (outcome.accepted) {
      ++crowd_.report.acknowledged;
    } else {
      ++crowd_.report.rejected[rejection_name(outcome.rejection.code())];
    }
  }

  void on_ended(const Ending& ending) override {
    if (ending.kind == Ending::Kind::kStopped) return;
    crowd_.trouble = exit_of(ending);
  }

  Id choose_table() {
    if (const Id own = session().welcome().table(); own != 0) return own;
    std::vector<Id> tables;
    session().state().records().each<v1::Table>([&](Id id, const v1::Table& table) {
      if (!table.withdrawn()) tables.push_back(id);
    });
    return tables.empty() ? 0 : tables[number_ % tables.size()];
  }

  Crowd& crowd_;
  std::size_t number_;
  LiveClient client_;
  Id table_ = 0;
  std::map<CommandNumber, SteadyClock::time_point> due_;
};

using Writers = std::vector<std::unique_ptr<Writer>>;

/// Runs the loop until `is_done`, looking now and then; false when the time is over first.
template <typename IsDone>
bool run_until(Crowd& crowd, SteadyClock::time_point deadline, IsDone is_done) {
  while (!is_done()) {
    if (!crowd.trouble.ok() || SteadyClock::now() >= deadline) return false;
    crowd.io.run_for(std::chrono::milliseconds(20));
    crowd.io.restart();
  }
  return true;
}

/// Lets the loop run until that moment.
void run_to(Crowd& crowd, asio::steady_timer& timer, SteadyClock::time_point due) {
  bool is_time = false;
  timer.expires_at(due);
  timer.async_wait([&is_time](boost::system::error_code) { is_time = true; });
  while (!is_time) crowd.io.run_one();
  crowd.io.poll();
}

/// The n-th idea is due at n / rate, whatever became of those before: a server that stalls is
/// measured with its stall.
void write_on_time(Crowd& crowd, Writers& writers, const CrowdOptions& options) {
  const auto ideas = static_cast<std::size_t>(std::llround(options.rate * options.seconds));
  const auto start = SteadyClock::now();
  asio::steady_timer timer(crowd.io);
  for (std::size_t i = 0; i < ideas && crowd.trouble.ok(); ++i) {
    const std::chrono::duration<double> after(static_cast<double>(i) / options.rate);
    const auto due = start + std::chrono::duration_cast<SteadyClock::duration>(after);
    run_to(crowd, timer, due);
    writers[i % writers.size()]->write(due);
  }
}

bool all_equal(const Writers& writers) {
  const State& first = writers.front()->session().state();
  return std::all_of(writers.begin(), writers.end(), [&](const auto& writer) {
    const State& state = writer->session().state();
    return state.seq() == first.seq() && state.digest() == first.digest();
  });
}

}  // namespace

double CrowdReport::latency_ms(double share) const {
  if (latencies_ms.empty()) return 0;
  const auto last = static_cast<double>(latencies_ms.size() - 1);
  return latencies_ms[static_cast<std::size_t>(std::lround(share * last))];
}

Exit run_crowd(const CafeLinkSet& links, const CrowdOptions& options, CrowdReport& report) {
  Crowd crowd(report);
  Writers writers;
  for (std::size_t i = 0; i < options.clients; ++i) {
    const CafeLink& link = i < links.captains.size() ? links.captains[i] : links.participant;
    writers.push_back(std::make_unique<Writer>(crowd, link, i));
    writers.back()->session().start();
  }
  const auto here = [&] { return crowd.arrived == writers.size(); };
  if (!run_until(crowd, SteadyClock::now() + kArrivalTimeout, here)) {
    if (!crowd.trouble.ok()) return crowd.trouble;
    return unreachable("only " + std::to_string(crowd.arrived) + " of " +
                       std::to_string(writers.size()) +
                       " clients could connect; is rebond-server running there?");
  }
  write_on_time(crowd, writers, options);
  const auto answered = [&] { return crowd.outcomes == report.sent; };
  run_until(crowd, SteadyClock::now() + kLastOutcomeTimeout, answered);
  const auto equal = [&] { return all_equal(writers); };
  if (run_until(crowd, SteadyClock::now() + kLastOutcomeTimeout, equal)) {
    report.digest = writers.front()->session().state().digest().hex();
  }
  std::sort(report.latencies_ms.begin(), report.latencies_ms.end());
  return crowd.trouble;
}

}  // namespace rebond::cli
