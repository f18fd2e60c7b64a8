// The server as a process that starts, crashes and starts again on the same disk.
#include "tests/simulation/server_process.h"

#include <optional>
#include <utility>

#include "base/check.h"

namespace rebond::sim {
namespace {

// Small, so that a short evening meets every bound.
Limits small_limits() {
  Limits limits;
  limits.ring_entries = 16;
  limits.snapshot_entries = 12;
  limits.resume_entries = 60;
  limits.commands_per_second = 10;
  limits.commands_burst = 15;
  limits.text_bytes = 24;
  limits.write_timeout_ms = 6'000;
  return limits;
}

Plan plan_of_three_tables() {
  Plan plan;
  plan.theme = "Énergie";
  plan.rounds = 2;
  for (const char* name : {"Une", "Deux", "Trois"}) {
    plan.tables.push_back(PlannedTable{name, name, 0, false, {}});
  }
  return plan;
}

}  // namespace

/// Rings through the schedule, as long as this life of the process lasts.
class ServerProcess::Alarm final : public Wakeup {
 public:
  explicit Alarm(ServerProcess& process) : process_(process), life_(process.life_) {}

  void wake_in(MonotonicMs delay_ms) override {
    const MonotonicMs at = process_.setting_.now() + delay_ms;
    if (due_ && *due_ <= at) return;
    due_ = at;
    process_.setting_.schedule.in(delay_ms, [this, at, life = life_, &process = process_] {
      if (process.life_ != life || due_ != at) return;
      due_.reset();
      process.room()->tick();
    });
  }

 private:
  ServerProcess& process_;
  std::uint64_t life_;
  std::optional<MonotonicMs> due_;
};

ServerProcess::ServerProcess(Setting& setting) : setting_(setting), limits_(small_limits()) {
  start(std::make_unique<MemoryJournal>());
  bool founded = false;
  rooms_->found(plan_of_three_tables(), [&](Result<CafeLinks> links) {
    links_ = links.value();
    founded = true;
  });
  while (!founded) CHECK(setting_.schedule.step(60'000));
}

ServerProcess::~ServerProcess() = default;

void ServerProcess::start(std::unique_ptr<MemoryJournal> journal) {
  ++life_;
  disk_ = std::make_unique<Disk>(setting_, std::move(journal));
  disk_->on_failure([this](const Error&) {
    // Fail-stop, from outside of the call that failed.
    setting_.schedule.in(0, [this, life = life_] {
      if (life == life_) crash(500);
    });
  });
  const bool dies = deaths_at_opening_ > 0;
  if (dies) disk_->die_reading(setting_.random.below(20));
  rooms_ =
      std::make_unique<Rooms>(Environment{*disk_, setting_.schedule.clock(), setting_.random,
                                          limits_, addresses_, &method_, aside()},
                              [this](const CafeId&) { return std::make_unique<Alarm>(*this); });
  rooms_->set_read_only(read_only_ && setting_.fault != Fault::kIgnoreReadOnly);
  const Result<void> opened = rooms_->open_all();
  if (dies) {
    --deaths_at_opening_;
    setting_.happened(Event::kCrashAtOpening);
    rooms_.reset();
    return start_after(setting_.below_ms(2'000));
  }
  if (!opened) {
    trouble_ = "the server does not start: " + describe(opened.error());
    rooms_.reset();
  }
  if (Room* opened_room = room()) head_max_ = opened_room->stats().head;
}

RunAside ServerProcess::aside() {
  return [this, life = life_](std::function<void()> work, std::function<void()> then) {
    // It takes its time, and the process may be dead when it is done.
    setting_.schedule.in(setting_.below_ms(3'000), [this, life, work, then] {
      if (life != life_) return;
      setting_.happened(Event::kSlowWork);
      work();
      then();
    });
  };
}

Room* ServerProcess::room() {
  return rooms_ == nullptr ? nullptr : rooms_->find(links_.cafe);
}

const Journal* ServerProcess::journal() const {
  return rooms_ == nullptr || disk_->failed() ? nullptr : disk_.get();
}

void ServerProcess::attach(std::shared_ptr<Wire> wire) {
  wires_.push_back(std::move(wire));
}

void ServerProcess::crash(MonotonicMs down_ms, int deaths_at_opening) {
  if (rooms_ == nullptr) return;
  ++life_;
  ++restarts_;
  deaths_at_opening_ = deaths_at_opening;
  for (const auto& wire : wires_) wire->server_died();
  rooms_.reset();
  wires_.clear();
  setting_.happened(Event::kCrash);
  start_after(down_ms);
}

void ServerProcess::start_after(MonotonicMs down_ms) {
  std::shared_ptr<MemoryJournal> found = disk_->crash();
  if (found->load(links_.cafe)->snapshot_seq > 0) setting_.happened(Event::kSnapshotRecovered);
  setting_.schedule.in(
      down_ms, [this, found] { start(std::make_unique<MemoryJournal>(std::move(*found))); });
}

void ServerProcess::jump_clock(double ms) {
  setting_.happened(ms < 0 ? Event::kClockBack : Event::kClockForward);
  if (rooms_ == nullptr) setting_.happened(Event::kClockOverRestart);
  setting_.schedule.clock().set_wall(setting_.schedule.clock().wall_ms() + ms);
}

void ServerProcess::set_read_only(bool read_only) {
  read_only_ = read_only;
  if (read_only) setting_.happened(Event::kReadOnly);
  if (rooms_ == nullptr) return;
  // What was decided before may still become durable.
  head_max_ = room()->stats().head + static_cast<Seq>(disk_->pending());
  if (setting_.fault != Fault::kIgnoreReadOnly) rooms_->set_read_only(read_only);
}

std::string ServerProcess::trouble() {
  Room* running = room();
  if (running == nullptr || !trouble_.empty()) return trouble_;
  const RoomStats stats = running->stats();
  if (stats.alarms > 0) return "the server raised an alarm: a client knew more, or differed";
  if (read_only_ && stats.head > head_max_) return "the server wrote on a full disk";
  return "";
}

}  // namespace rebond::sim
