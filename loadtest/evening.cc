// An evening: a real café, compressed in time.
#include <algorithm>
#include <fmt/format.h>

#include "core/state.h"
#include "loadtest/scenario.h"
#include "loadtest/stage.h"

namespace rebond::loadtest {
namespace {

constexpr std::size_t kTables = 7;
constexpr std::size_t kPeople = 35;
constexpr std::size_t kRounds = 4;
// What a table writes in a round of a quarter of an hour.
constexpr std::size_t kIdeasOfCaptain = 30;
constexpr std::size_t kIdeasOfGuest = 5;
constexpr std::chrono::seconds kArrival{60};
constexpr std::chrono::seconds kLastDelivery{30};

/// The people of the evening and what they do, round by round.
class Evening {
 public:
  Evening(Stage& stage, const CafeOnStage& cafe) : stage_(stage) {
    facilitator_ = &stage.add(cafe.facilitator, Keep::kState);
    stage.add(cafe.screen, Keep::kState);
    for (const CafeLink& link : cafe.captains) captains_.push_back(&stage.add(link, Keep::kState));
    for (std::size_t i = kTables; i < kPeople; ++i) {
      guests_.push_back(&stage.add(cafe.participant, Keep::kState));
    }
  }

  /// Called when everybody is here. Each round: the step, the seats, the ideas, the end.
  std::vector<Act> script(double round_seconds) {
    read_tables_and_steps();
    std::vector<Act> acts;
    const Moment start = SteadyClock::now();
    for (std::size_t round = 0; round < kRounds; ++round) {
      const auto length = seconds(round_seconds);
      add_round(acts, round, start + length * static_cast<int>(round), length);
    }
    std::stable_sort(acts.begin(), acts.end(),
                     [](const Act& a, const Act& b) { return a.due < b.due; });
    return acts;
  }

 private:
  struct Stretch {
    Moment start;
    SteadyClock::duration length;
  };

  static SteadyClock::duration seconds(double value) {
    return std::chrono::duration_cast<SteadyClock::duration>(std::chrono::duration<double>(value));
  }

  void read_tables_and_steps() {
    const Records& records = facilitator_->session().state().records();
    records.each<v1::Table>([&](Id id, const v1::Table&) { tables_.push_back(id); });
    records.each<v1::Step>([&](Id id, const v1::Step& step) {
      if (step.round() != 0) steps_.push_back(id);
    });
  }

  void add_round(std::vector<Act>& acts, std::size_t round, Moment start,
                 SteadyClock::duration length) {
    acts.push_back({start, [this, round](Moment due) {
                      v1::Command command;
                      command.mutable_go_to_step()->set_step(steps_[round]);
                      facilitator_->send(std::move(command), due);
                    }});
    // People sit down in the first tenth and write in the eight tenths behind it.
    const Stretch writing{start + length / 10, length * 8 / 10};
    for (std::size_t guest = 0; guest < guests_.size(); ++guest) {
      const std::size_t table = (guest + round) % kTables;
      acts.push_back({start + length / 20, [this, guest, table](Moment due) {
                        take_seat(*guests_[guest], tables_[table], due);
                      }});
      add_ideas(acts, *guests_[guest], table, kIdeasOfGuest, writing);
    }
    for (std::size_t table = 0; table < kTables; ++table) {
      add_ideas(acts, *captains_[table], table, kIdeasOfCaptain, writing);
    }
  }

  /// Spreads a person's ideas evenly over the stretch.
  void add_ideas(std::vector<Act>& acts, LoadClient& writer, std::size_t table, std::size_t ideas,
                 Stretch stretch) {
    const auto [start, length] = stretch;
    // Nobody writes at the same moment as somebody else.
    const auto stagger = length * static_cast<int>(acts.size() % 97) / (97 * 40);
    for (std::size_t i = 0; i < ideas; ++i) {
      const Moment due = start + stagger + length * static_cast<int>(i) / static_cast<int>(ideas);
      acts.push_back({due, [this, &writer, table, i](Moment moment) {
                        writer.add_card(tables_[table],
                                        "une idée de la table, la " + std::to_string(i + 1),
                                        moment);
                      }});
    }
  }

  static void take_seat(LoadClient& guest, Id table, Moment due) {
    ClientSession& session = guest.session();
    v1::Command command;
    v1::TakeSeat& seat = *command.mutable_take_seat();
    seat.set_seat(session.new_id());
    seat.set_participant(session.participant());
    seat.set_table(table);
    guest.send(std::move(command), due);
  }

  Stage& stage_;
  LoadClient* facilitator_ = nullptr;
  std::vector<LoadClient*> captains_;
  std::vector<LoadClient*> guests_;
  std::vector<Id> tables_;
  std::vector<Id> steps_;
};

bool all_equal(const Stage& stage) {
  const State& first = stage.clients().front()->session().state();
  return std::all_of(stage.clients().begin(), stage.clients().end(), [&](const auto& client) {
    const State& state = client->session().state();
    return state.seq() == first.seq() && state.digest() == first.digest();
  });
}

}  // namespace

Result<Report> run_evening(const Scene& scene) {
  Result<CafeOnStage> cafe = found_cafe(scene.server, kTables, kRounds);
  if (!cafe) return cafe.error();
  Report report;
  report.scenario = "evening";
  report.about = fmt::format("{} tables, {} people, {} rounds of {} s", kTables, kPeople, kRounds,
                             scene.seconds);
  report.server_bytes_before = usage_of(scene.server_pid).memory_bytes;

  Stage stage;
  Evening evening(stage, *cafe);
  report.clients = stage.size();
  if (!stage.wait_until_here(kArrival)) {
    return Error{ErrorKind::kUnavailable, "",
                 "not all clients could connect: " + stage.tally.trouble};
  }
  const Meter meter(scene.server_pid);
  stage.perform(evening.script(scene.seconds));
  stage.wait_until([&] { return stage.tally.complete(report.clients); }, kLastDelivery);
  meter.finish(report);
  report.expected = stage.tally.acknowledged * report.clients;
  report.tally = stage.tally;
  if (!all_equal(stage)) report.tally.trouble = "the clients do not hold the same state";
  return report;
}

}  // namespace rebond::loadtest
