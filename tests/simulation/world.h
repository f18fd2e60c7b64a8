// One simulated evening, made by one seed.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "tests/simulation/actor.h"
#include "tests/simulation/flooder.h"
#include "tests/simulation/hostile.h"
#include "tests/simulation/lender.h"
#include "tests/simulation/server_process.h"
#include "tests/simulation/setting.h"
#include "tests/simulation/trouble.h"

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
  /// `told`: every misfortune is written on standard output.
  World(std::uint64_t seed, Fault fault, bool told = false);

  /// Two minutes of trouble, then peace until everybody agrees; then the checks.
  Evening run();

  const Chronicle& chronicle() const { return setting_.chronicle; }

 private:
  void add_actor(const std::string& token);
  void keep_acting(Actor& actor);
  void keep_checking();
  void make_peace();
  bool everybody_agrees();
  void check_end();

  Setting setting_;
  ServerProcess server_;
  std::vector<std::unique_ptr<Actor>> actors_;
  Hostile hostile_;
  Flooder flooder_;
  Lender lender_;
  Trouble trouble_;
  bool peace_ = false;
};

}  // namespace rebond::sim
