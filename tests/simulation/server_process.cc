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
    const MonotonicMs at = process_.schedule_.now() + delay_ms;
    if (due_ && *due_ <= at) return;
    due_ = at;
    process_.schedule_.in(delay_ms, [this, at, life = life_, &process = process_] {
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

ServerProcess::ServerProcess(Schedule& schedule, Random& random, Fault fault)
    : schedule_(schedule), random_(random), fault_(fault), limits_(small_limits()) {
  start(std::make_unique<MemoryJournal>());
  bool founded = false;
  rooms_->found(plan_of_three_tables(), [&](Result<CafeLinks> links) {
    links_ = links.value();
    founded = true;
  });
  while (!founded) CHECK(schedule_.step(60'000));
}

ServerProcess::~ServerProcess() = default;

void ServerProcess::start(std::unique_ptr<MemoryJournal> journal) {
  ++life_;
  disk_ = std::make_unique<Disk>(schedule_, random_, fault_, std::move(journal));
  disk_->on_failure([this](const Error&) {
    // Fail-stop, from outside of the call that failed.
    schedule_.in(0, [this, life = life_] {
      if (life == life_) crash(500);
    });
  });
  rooms_ =
      std::make_unique<Rooms>(Environment{*disk_, schedule_.clock(), random_, limits_, addresses_},
                              [this](const CafeId&) { return std::make_unique<Alarm>(*this); });
  if (const Result<void> opened = rooms_->open_all(); !opened) {
    trouble_ = describe(opened.error());
    rooms_.reset();
  }
}

Room* ServerProcess::room() {
  return rooms_ == nullptr ? nullptr : rooms_->find(links_.cafe);
}

void ServerProcess::attach(std::weak_ptr<Wire> wire) {
  wires_.push_back(std::move(wire));
}

void ServerProcess::crash(MonotonicMs down_ms) {
  if (rooms_ == nullptr) return;
  ++life_;
  ++restarts_;
  for (const std::weak_ptr<Wire>& weak : std::exchange(wires_, {})) {
    if (const auto wire = weak.lock()) wire->server_died();
  }
  rooms_.reset();
  std::shared_ptr<MemoryJournal> found = disk_->crash();
  schedule_.in(down_ms,
               [this, found] { start(std::make_unique<MemoryJournal>(std::move(*found))); });
}

}  // namespace rebond::sim
