// The best plan of a tiny café, found by trying all of them.
#include "tests/method/rotation_brute_force.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <map>

namespace rebond::testing {
namespace {

using Seating = std::vector<std::size_t>;  // table of each person

constexpr long kRevisit = 1'000;

/// All ways to seat everybody at even tables.
std::vector<Seating> all_seatings(const RotationCase& numbers) {
  std::vector<Seating> found;
  const std::size_t low = numbers.travellers / numbers.tables;
  const std::size_t larger = numbers.travellers % numbers.tables;
  Seating seating;
  std::vector<std::size_t> size(numbers.tables, 0);
  const std::function<void(std::size_t)> seat_next = [&](std::size_t above) {
    if (seating.size() == numbers.travellers) {
      if (*std::min_element(size.begin(), size.end()) == low) found.push_back(seating);
      return;
    }
    for (std::size_t table = 0; table < numbers.tables; ++table) {
      const bool takes_extra = size[table] >= low;
      if (takes_extra && (size[table] > low || above == larger)) continue;
      ++size[table];
      seating.push_back(table);
      seat_next(above + (takes_extra ? 1 : 0));
      seating.pop_back();
      --size[table];
    }
  };
  seat_next(0);
  return found;
}

class Tries {
 public:
  /// `third` is what a third meeting costs when a second costs 1.
  Tries(const RotationCase& numbers, long third)
      : numbers_(numbers),
        third_(third),
        seatings_(all_seatings(numbers)),
        met_(numbers.travellers, std::vector<long>(numbers.travellers, 0)),
        visits_(numbers.travellers, std::vector<long>(numbers.tables, 0)) {}

  long best() {
    // The first round may be any of those with the larger tables first: the rest is renaming.
    play(seatings_.front(), 0, 0);
    return best_;
  }

 private:
  void play(const Seating& seating, std::size_t round, long cost) {
    cost += count(seating, 1);
    if (cost < best_) {
      if (round + 1 == numbers_.rounds) {
        best_ = cost;
      } else {
        for (const Seating& next : seatings_) play(next, round + 1, cost);
      }
    }
    count(seating, -1);
  }

  /// Adds or takes back a round; returns what it costs.
  long count(const Seating& seating, long sign) {
    long cost = 0;
    for (std::size_t a = 0; a < seating.size(); ++a) {
      long& visits = visits_[a][seating[a]];
      if (visits > 0) cost += kRevisit;
      visits += sign;
      for (std::size_t b = 0; b < a; ++b) {
        if (seating[a] != seating[b]) continue;
        long& met = met_[a][b];
        if (met > 0) cost += 1 + (met - 1) * (third_ - 1);
        met += sign;
      }
    }
    return cost;
  }

  RotationCase numbers_;
  long third_;
  std::vector<Seating> seatings_;
  std::vector<std::vector<long>> met_;
  std::vector<std::vector<long>> visits_;
  long best_ = std::numeric_limits<long>::max();
};

}  // namespace

BestPlan try_all_plans(const RotationCase& numbers) {
  if (numbers.travellers == 0) return {};
  const long repeats = Tries(numbers, 1).best();
  const long pairs = Tries(numbers, 2).best();
  return {repeats / kRevisit, repeats % kRevisit, pairs % kRevisit};
}

}  // namespace rebond::testing
