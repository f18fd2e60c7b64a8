// The server as a process that starts, crashes and starts again on the same disk.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "live/rooms.h"
#include "tests/live/simple_method.h"
#include "tests/simulation/disk.h"
#include "tests/simulation/setting.h"
#include "tests/simulation/wire.h"

namespace rebond::sim {

/// Runs the real Rooms on a simulated disk. Its café is founded before anything else happens.
class ServerProcess {
 public:
  explicit ServerProcess(Setting& setting);
  ~ServerProcess();

  /// Null while the process is down.
  Room* room();
  const CafeLinks& links() const { return links_; }

  /// kill -9 and the power together; starts again after `down_ms`, and dies so many times while
  /// it opens the café.
  void crash(MonotonicMs down_ms, int deaths_at_opening = 0);
  void fail_disk() { disk_->fail_soon(); }
  /// The laptop's date changes.
  void jump_clock(double ms);
  /// The disk is full for a while, or no longer.
  void set_read_only(bool read_only);
  bool read_only() const { return read_only_; }

  /// A connection that ends with the process; until then the server may speak to it.
  void attach(std::shared_ptr<Wire> wire);

  /// What must not be: it could not start, it wrote on a full disk, it raised an alarm. Empty when
  /// all is well.
  std::string trouble();
  std::uint64_t restarts() const { return restarts_; }

  /// What is on the disk; null while that cannot be read.
  const Journal* journal() const;

 private:
  class Alarm;

  void start(std::unique_ptr<MemoryJournal> journal);
  void start_after(MonotonicMs down_ms);
  /// Slow work takes some seconds of the schedule.
  RunAside aside();

  Setting& setting_;
  Limits limits_;
  std::vector<std::string> addresses_{"http://cafe.test"};
  const test::SimpleMethod method_;
  std::unique_ptr<Disk> disk_;
  // Rooms go first: they use the disk.
  std::unique_ptr<Rooms> rooms_;
  std::vector<std::shared_ptr<Wire>> wires_;
  CafeLinks links_;
  std::string trouble_;
  std::uint64_t restarts_ = 0;
  std::uint64_t life_ = 0;
  int deaths_at_opening_ = 0;
  bool read_only_ = false;
  /// While read-only: more entries than this were written on a full disk.
  Seq head_max_ = 0;
};

}  // namespace rebond::sim
