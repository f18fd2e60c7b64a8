// One party's way through the rounds to come, while everybody else keeps theirs.
#include "method/rotation_route.h"

#include <algorithm>
#include <limits>

#include "method/rotation_tally.h"

namespace rebond {
namespace {

// Above the size that is even, each seat costs a little more than the one before; a table that is
// full for good costs more than anything else.
constexpr long kOverCost = 2;
constexpr long kFullCost = 100'000;

std::size_t index(int i) {
  return static_cast<std::size_t>(i);
}

}  // namespace

/// Follows or seeks a route, and counts on the way whom it meets and where it was.
class RouteSearch {
 public:
  RouteSearch(const RouteBoard& board, const std::vector<int>& party)
      : board_(board),
        model_(board.model_),
        party_(party),
        met_(board.met_before(party)),
        visits_(index(model_.tables()), 0) {
    for (const int p : party) {
      for (int r = 0; r < model_.past; ++r) {
        const int table = model_.seats[index(r)][index(p)];
        if (table != kNowhere) ++visits_[index(table)];
      }
    }
  }

  Route complete(const Route& begun, std::uint64_t nodes) {
    begun_ = begun;
    route_.assign(begun.size(), kNowhere);
    nodes_ = nodes;
    best_cost_ = std::numeric_limits<long>::max();
    go(0, 0);
    return best_;
  }

  long cost(const Route& route) {
    long cost = 0;
    for (std::size_t step = 0; step < route.size(); ++step) {
      cost += cost_at(step, route[step]);
      take(step, route[step], 1);
    }
    for (std::size_t step = 0; step < route.size(); ++step) take(step, route[step], -1);
    return cost;
  }

 private:
  struct Choice {
    int table;
    long cost;
  };

  void go(std::size_t step, long cost) {
    // A way without any trouble is good enough.
    if (cost >= best_cost_ || best_cost_ <= static_cast<long>(begun_.size())) return;
    if (step == begun_.size()) {
      best_cost_ = cost;
      best_ = route_;
      return;
    }
    for (const Choice& choice : choices(step)) {
      // The first way down is always finished, so that there is a route.
      if (nodes_ == 0 && !best_.empty()) return;
      if (nodes_ > 0) --nodes_;
      take(step, choice.table, 1);
      route_[step] = choice.table;
      go(step + 1, cost + choice.cost);
      take(step, choice.table, -1);
    }
  }

  std::vector<Choice> choices(std::size_t step) const {
    std::vector<Choice> found;
    if (begun_[step] != kNowhere) return {{begun_[step], cost_at(step, begun_[step])}};
    for (const int table : model_.zones[model_.people[index(party_.front())].zone].tables) {
      found.push_back({table, cost_at(step, table)});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Choice& a, const Choice& b) { return a.cost < b.cost; });
    return found;
  }

  long cost_at(std::size_t step, int table) const {
    const int round = model_.past + static_cast<int>(step);
    long cost = board_.cost_of_size(static_cast<int>(step), table, static_cast<int>(party_.size()));
    if (visits_[index(table)] > 0) cost += kRevisitCost;
    for (const int other : board_.members_[step][index(table)]) {
      cost += kRepeatCost * met_[index(other)];
    }
    for (const int p : party_) {
      for (const int enemy : model_.people[index(p)].apart) {
        if (board_.seats_[index(round)][index(enemy)] == table) cost += kApartCost;
      }
      const int told = model_.announced[index(round)][index(p)];
      if (told != kNowhere && told != table) cost += kChangeCost;
    }
    return cost;
  }

  void take(std::size_t step, int table, int sign) {
    const int party = static_cast<int>(party_.size());
    visits_[index(table)] += sign * party;
    for (const int other : board_.members_[step][index(table)]) met_[index(other)] += sign * party;
  }

  const RouteBoard& board_;
  const RotationModel& model_;
  const std::vector<int>& party_;
  Route begun_;
  std::vector<int> met_;
  std::vector<int> visits_;
  Route route_;
  Route best_;
  long best_cost_ = 0;
  std::uint64_t nodes_ = 0;
};

RouteBoard::RouteBoard(const RotationModel& model, RotationSeats seats)
    : model_(model), seats_(std::move(seats)) {
  const std::size_t steps = index(model.rounds - model.past);
  members_.assign(steps, std::vector<std::vector<int>>(index(model.tables())));
  size_.assign(steps, std::vector<int>(index(model.tables()), 0));
  for (std::size_t step = 0; step < steps; ++step) {
    const std::vector<int>& round = seats_[index(model.past) + step];
    for (std::size_t p = 0; p < round.size(); ++p) {
      if (round[p] == kNowhere) continue;
      ++size_[step][index(round[p])];
      if (model.people[p].travels()) {
        members_[step][index(round[p])].push_back(static_cast<int>(p));
      }
    }
  }
}

std::vector<int> RouteBoard::met_before(const std::vector<int>& party) const {
  std::vector<int> met(model_.people.size(), 0);
  for (int r = 0; r < model_.past; ++r) {
    const std::vector<int>& round = model_.seats[index(r)];
    for (const int p : party) {
      const int table = round[index(p)];
      if (table == kNowhere) continue;
      for (std::size_t other = 0; other < round.size(); ++other) {
        if (round[other] == table && model_.people[other].travels()) ++met[other];
      }
    }
  }
  return met;
}

long RouteBoard::cost_of_size(int step, int table, int party) const {
  const int after = size_[index(step)][index(table)] + party;
  long cost = kFullCost * std::max(0, after - model_.capacity[index(table)]);
  const SizeRange& range = model_.sizes[index(table)];
  // One seat above the least is as good as any while tables differ by one at most.
  if (after > range.low) cost += 1;
  for (int over = range.high + 1; over <= after; ++over) cost += kOverCost * (over - range.high);
  return cost;
}

std::vector<long> RouteBoard::costs(const std::vector<int>& party,
                                    const std::vector<Route>& routes) const {
  RouteSearch search(*this, party);
  std::vector<long> costs;
  costs.reserve(routes.size());
  for (const Route& route : routes) costs.push_back(search.cost(route));
  return costs;
}

Route RouteBoard::complete(const std::vector<int>& party, const Route& begun,
                           std::uint64_t nodes) const {
  return RouteSearch(*this, party).complete(begun, nodes);
}

void RouteBoard::seat(const std::vector<int>& party, const Route& route) {
  for (std::size_t step = 0; step < route.size(); ++step) {
    const std::size_t table = index(route[step]);
    for (const int p : party) {
      seats_[index(model_.past) + step][index(p)] = route[step];
      ++size_[step][table];
      members_[step][table].push_back(p);
    }
  }
}

}  // namespace rebond
