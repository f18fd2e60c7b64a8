// A first seating of the rounds to come, taken greedily.
#include "method/rotation_start.h"

#include <algorithm>
#include <limits>

#include "method/rotation_seats.h"
#include "method/rotation_tally.h"

namespace rebond {
namespace {

std::size_t index(int i) {
  return static_cast<std::size_t>(i);
}

class GreedyStart {
 public:
  GreedyStart(const RotationModel& model, Random& random)
      : model_(model),
        random_(random),
        people_(model.people.size()),
        seats_(model.seats),
        met_(people_ * people_, 0),
        visits_(people_ * index(model.tables()), 0) {
    seat_fixed_people(model, seats_);
  }

  RotationSeats run() {
    for (int r = 0; r < model_.past; ++r) count(r);
    for (int r = model_.past; r < model_.rounds; ++r) {
      for (const RotationModel::Zone& zone : model_.zones) seat(r, zone);
      count(r);
    }
    return std::move(seats_);
  }

 private:
  void count(int r) {
    std::vector<std::vector<int>> at(index(model_.tables()));
    for (std::size_t p = 0; p < people_; ++p) {
      const int table = seats_[index(r)][p];
      if (table == kNowhere || !model_.people[p].travels()) continue;
      for (const int other : at[index(table)]) {
        ++met_[p * people_ + index(other)];
        ++met_[index(other) * people_ + p];
      }
      at[index(table)].push_back(static_cast<int>(p));
      ++visits_[p * index(model_.tables()) + index(table)];
    }
  }

  void seat(int r, const RotationModel::Zone& zone) {
    members_.assign(index(model_.tables()), {});
    size_ = model_.staying;
    extra_ = static_cast<int>(zone.travellers.size());
    for (const int table : zone.tables) {
      extra_ -= model_.sizes[index(table)].low - model_.staying[index(table)];
    }
    for (const std::vector<int>& party : parties(zone)) {
      const int table = best_table(r, zone, party);
      const int low = model_.sizes[index(table)].low;
      for (const int p : party) {
        if (size_[index(table)]++ >= low) --extra_;
        seats_[index(r)][index(p)] = table;
        members_[index(table)].push_back(p);
      }
    }
  }

  /// People who sit together, large parties first.
  std::vector<std::vector<int>> parties(const RotationModel::Zone& zone) {
    std::vector<int> order = zone.travellers;
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random_.below(i)]);
    std::vector<std::vector<int>> found;
    for (const int p : order) {
      const std::vector<int>& unit = model_.people[index(p)].unit;
      if (unit.empty()) found.push_back({p});
      if (!unit.empty() && unit.front() == p) found.push_back(unit);
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.size() > b.size(); });
    return found;
  }

  int best_table(int r, const RotationModel::Zone& zone, const std::vector<int>& party) {
    int best = zone.tables.front();
    long best_cost = std::numeric_limits<long>::max();
    // Ties fall to the first table looked at; another one each time.
    const std::size_t first = random_.below(zone.tables.size());
    for (std::size_t i = 0; i < zone.tables.size(); ++i) {
      const int table = zone.tables[(first + i) % zone.tables.size()];
      const long cost = cost_of(r, table, party);
      if (cost >= best_cost) continue;
      best = table;
      best_cost = cost;
    }
    return best;
  }

  long cost_of(int r, int table, const std::vector<int>& party) const {
    const SizeRange& range = model_.sizes[index(table)];
    const int after = size_[index(table)] + static_cast<int>(party.size());
    long cost = 0;
    // Who makes a table larger than the least takes one of the few extra seats.
    const int over_low = after - std::max(range.low, size_[index(table)]);
    if (over_low > extra_) cost += kSizeCost * (over_low - std::max(0, extra_));
    if (after > range.high) cost += kSizeCost * (after - range.high);
    if (after > model_.capacity[index(table)]) {
      cost += 1'000 * kSizeCost * (after - model_.capacity[index(table)]);
    }
    for (const int p : party) {
      if (visits_[index(p) * index(model_.tables()) + index(table)] > 0) cost += kRevisitCost;
      for (const int other : members_[index(table)]) {
        cost += kRepeatCost * met_[index(p) * people_ + index(other)];
      }
      for (const int enemy : model_.people[index(p)].apart) {
        if (seats_[index(r)][index(enemy)] == table) cost += kApartCost;
      }
    }
    return cost;
  }

  const RotationModel& model_;
  Random& random_;
  std::size_t people_;
  RotationSeats seats_;
  std::vector<std::uint8_t> met_;
  std::vector<std::uint8_t> visits_;
  std::vector<std::vector<int>> members_;
  std::vector<int> size_;
  /// Seats above the tables' least sizes that are still to be given.
  int extra_ = 0;
};

}  // namespace

RotationSeats greedy_seats(const RotationModel& model, Random& random) {
  return GreedyStart(model, random).run();
}

}  // namespace rebond
