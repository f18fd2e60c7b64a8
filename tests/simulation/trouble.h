// Whatever goes wrong in a simulated evening: when, and to whom, by chance.
#pragma once

#include <memory>
#include <vector>

#include "tests/simulation/actor.h"

namespace rebond::sim {

/// Makes trouble every few seconds until it is told to stop; then mends what it broke.
class Trouble {
 public:
  Trouble(Setting& setting, ServerProcess& server,
          const std::vector<std::unique_ptr<Actor>>& actors)
      : setting_(setting), server_(server), actors_(actors) {}

  void start();
  void stop();

 private:
  void strike();
  void strike_server(std::uint64_t kind);
  void strike_page(std::uint64_t kind);
  void strike_wire(std::uint64_t kind);
  void crash();
  void fill_disk();
  /// Cuts every link, one by one.
  void cut_all();
  /// Stops links one by one, and releases them in another order.
  void swizzle();
  Actor& somebody() { return *actors_[setting_.random.below(actors_.size())]; }

  Setting& setting_;
  ServerProcess& server_;
  const std::vector<std::unique_ptr<Actor>>& actors_;
  bool stopped_ = false;
};

}  // namespace rebond::sim
