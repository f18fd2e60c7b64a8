// What everything in a simulated world shares: time, chance, the planted bug, and what happened.
#pragma once

#include <cstdint>
#include <string>

#include "base/random.h"
#include "tests/simulation/chronicle.h"
#include "tests/simulation/fault.h"
#include "tests/simulation/history.h"
#include "tests/simulation/schedule.h"

namespace rebond::sim {

struct Setting {
  Setting(std::uint64_t seed, Fault planted, bool told)
      : random(seed), fault(planted), chronicle(told), history(chronicle) {}

  MonotonicMs now() const { return schedule.now(); }
  bool one_in(std::uint64_t times) { return random.below(times) == 0; }
  /// In [0, ms).
  MonotonicMs below_ms(std::uint64_t ms) { return static_cast<MonotonicMs>(random.below(ms)); }
  void happened(Event event, const std::string& detail = "") {
    chronicle.happened(event, schedule.now(), detail);
  }

  Schedule schedule;
  SeededRandom random;
  Fault fault;
  Chronicle chronicle;
  History history;
};

}  // namespace rebond::sim
