// One simulated evening, made by one seed.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/random.h"
#include "tests/simulation/actor.h"
#include "tests/simulation/fault.h"
#include "tests/simulation/history.h"
#include "tests/simulation/schedule.h"
#include "tests/simulation/server_process.h"

namespace rebond::sim {

/// What a simulated evening came to.
struct Evening {
  /// Empty when everything agreed in the end.
  std::string verdict;
  std::uint64_t events = 0;
  std::uint64_t commands = 0;
  std::uint64_t accepted = 0;
  std::uint64_t restarts = 0;
  Seq entries = 0;
};

/// People, a server, a network and a disk, all misbehaving by chance.
class World {
 public:
  World(std::uint64_t seed, Fault fault);

  /// Two minutes of trouble, then peace until everybody agrees; then the checks.
  Evening run();

 private:
  void add_actor(const std::string& token);
  void keep_acting(Actor& actor);
  void keep_troubling();
  void trouble();
  /// Cuts links one by one and lets them come back in another order.
  void swizzle();
  bool everybody_agrees();
  void check_end();

  SeededRandom random_;
  Fault fault_;
  Schedule schedule_;
  History history_;
  ServerProcess server_;
  std::vector<std::unique_ptr<Actor>> actors_;
  bool peace_ = false;
};

}  // namespace rebond::sim
