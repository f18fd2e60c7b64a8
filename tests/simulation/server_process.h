// The server as a process that starts, crashes and starts again on the same disk.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/random.h"
#include "live/rooms.h"
#include "tests/simulation/disk.h"
#include "tests/simulation/wire.h"

namespace rebond::sim {

/// Runs the real Rooms on a simulated disk. Its café is founded before anything else happens.
class ServerProcess {
 public:
  ServerProcess(Schedule& schedule, Random& random, Fault fault);
  ~ServerProcess();

  /// Null while the process is down.
  Room* room();
  const CafeLinks& links() const { return links_; }

  /// kill -9 and the power together; starts again after `down_ms`.
  void crash(MonotonicMs down_ms);
  void fail_disk() { disk_->fail_soon(); }
  /// The laptop's date changes.
  void jump_clock(double ms) { schedule_.clock().set_wall(schedule_.clock().wall_ms() + ms); }

  /// A connection to remember, so that it ends with the process.
  void attach(std::weak_ptr<Wire> wire);

  /// Why it could not start; empty when it always could.
  const std::string& trouble() const { return trouble_; }
  std::uint64_t restarts() const { return restarts_; }

  /// What is on the disk, for the checks at the end.
  const Journal& journal() const { return *disk_; }

 private:
  class Alarm;

  void start(std::unique_ptr<MemoryJournal> journal);

  Schedule& schedule_;
  Random& random_;
  Fault fault_;
  Limits limits_;
  std::vector<std::string> addresses_{"http://cafe.test"};
  std::unique_ptr<Disk> disk_;
  // Rooms go first: they use the disk.
  std::unique_ptr<Rooms> rooms_;
  std::vector<std::weak_ptr<Wire>> wires_;
  CafeLinks links_;
  std::string trouble_;
  std::uint64_t restarts_ = 0;
  std::uint64_t life_ = 0;
};

}  // namespace rebond::sim
