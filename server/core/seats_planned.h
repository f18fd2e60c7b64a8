// The server's own decision: taking over a plan of seats that was made aside (rules PL).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/decide.h"
#include "core/seat_problem.h"

namespace rebond {

/// What the planner answers.
struct PlannedSeats {
  struct Round {
    Id round = 0;
    std::vector<SeatAt> seats;
  };

  /// The last entry that the plan knows.
  Seq base_seq = 0;
  std::uint64_t seed = 0;
  /// Those to come.
  std::vector<Round> rounds;
  /// As in v1::SeatPlan.
  std::uint32_t repeats = 0;
  std::uint32_t revisits = 0;
  bool optimal = false;
  std::uint32_t encounters_least = 0;
  std::uint32_t encounters_median = 0;
  std::uint32_t apart_broken = 0;
  std::vector<std::uint32_t> offsets;
  /// Why there is no plan, and what would help; empty: there is one.
  std::string trouble;
};

/// The plan as changes; none when nobody asked for a plan or a newer one is here. Rounds that have
/// begun meanwhile keep their seats. What has become wanted since `base_seq` stays wanted.
Changes decide_seats_planned(const State& state, const PlannedSeats& planned);

}  // namespace rebond
