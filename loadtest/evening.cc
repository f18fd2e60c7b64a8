// An evening: a real café, compressed in time.
#include <algorithm>
#include <fmt/format.h>
#include <functional>

#include "core/state.h"
#include "loadtest/scenario.h"
#include "loadtest/stage.h"

namespace rebond::loadtest {
namespace {

constexpr Id kCafeId = 1;
constexpr std::size_t kTables = 7;
constexpr std::size_t kPeople = 35;
constexpr std::size_t kRounds = 4;
constexpr std::uint32_t kMinutes = 15;
// What people write in such a round.
constexpr std::size_t kIdeasOfCaptain = 30;
constexpr std::size_t kIdeasOfGuest = 5;
constexpr std::chrono::seconds kArrival{60};
constexpr std::chrono::seconds kLastDelivery{30};

Id step_of(const ClientSession& session) {
  const v1::Cafe* cafe = session.state().find<v1::Cafe>(kCafeId);
  return cafe == nullptr ? 0 : cafe->step();
}

/// Nobody moves before the own device shows the round: what is written until then belongs to the
/// round before, and to the table there.
void take_seat(LoadClient& guest, Id step, Id table, Moment due) {
  ClientSession& session = guest.session();
  if (step_of(session) != step) return;
  v1::Command command;
  v1::TakeSeat& seat = *command.mutable_take_seat();
  seat.set_seat(session.new_id());
  seat.set_participant(session.participant());
  seat.set_table(table);
  guest.send(std::move(command), due);
}

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
    acts.push_back({start, [this](Moment due) {
                      v1::Command command;
                      command.mutable_start_round()->set_minutes(kMinutes);
                      facilitator_->send(std::move(command), due);
                    }});
    acts.push_back({start + length * 95 / 100, [this](Moment due) {
                      v1::Command command;
                      command.mutable_end_round();
                      facilitator_->send(std::move(command), due);
                    }});
    // People sit down in the first tenth and write in the eight tenths behind it.
    const Stretch writing{start + length / 10, length * 8 / 10};
    for (std::size_t i = 0; i < guests_.size(); ++i) {
      LoadClient& guest = *guests_[i];
      acts.push_back({start + length / 20, [this, &guest, i, round](Moment due) {
                        take_seat(guest, steps_[round], table_of_guest(i), due);
                      }});
      add_ideas(acts, guest, kIdeasOfGuest, writing, [this, i] { return table_of_guest(i); });
    }
    for (LoadClient* captain : captains_) {
      add_ideas(acts, *captain, kIdeasOfCaptain, writing,
                [captain] { return captain->session().welcome().table(); });
    }
  }

  /// Where a guest sits in the round that the own device shows; everybody moves on each time.
  Id table_of_guest(std::size_t guest) const {
    const Id step = step_of(guests_[guest]->session());
    const auto round = std::find(steps_.begin(), steps_.end(), step) - steps_.begin();
    return tables_[(guest + static_cast<std::size_t>(round)) % kTables];
  }

  /// Spreads a person's ideas evenly over the stretch.
  static void add_ideas(std::vector<Act>& acts, LoadClient& writer, std::size_t ideas,
                        Stretch stretch, const std::function<Id()>& table) {
    const auto [start, length] = stretch;
    // Nobody writes at the same moment as somebody else.
    const auto stagger = length * static_cast<int>(acts.size() % 97) / (97 * 40);
    for (std::size_t i = 0; i < ideas; ++i) {
      const Moment due = start + stagger + length * static_cast<int>(i) / static_cast<int>(ideas);
      acts.push_back({due, [&writer, table, i](Moment moment) {
                        writer.add_card(
                            table(), "une idée de la table, la " + std::to_string(i + 1), moment);
                      }});
    }
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
