// Plans the rounds to come again around what people were told, changing as little as possible.
#include "method/rotation_replan.h"

#include <algorithm>

#include "method/rotation_anneal.h"
#include "method/rotation_bounds.h"
#include "method/rotation_route.h"
#include "method/rotation_seats.h"
#include "method/rotation_tally.h"

namespace rebond {
namespace {

// A table with fewer people is no conversation; a larger difference of tables is seen.
constexpr int kConversation = 3;
constexpr int kSpreadMax = 2;

/// How many tables of how many ways a newcomer's search looks at.
constexpr std::uint64_t kRouteTables = 200'000;

std::size_t index(int i) {
  return static_cast<std::size_t>(i);
}

class Replanning {
 public:
  explicit Replanning(const RotationModel& model)
      : model_(model), steps_(index(model.rounds - model.past)), board_(model, kept_seats()) {}

  RotationSeats run(const RotationBudget& budget, Random& random) {
    for (const std::vector<int>& party : wanderers_) give_route(party);
    // Rounds about which nobody was told are made even; the others only as even as must be.
    std::vector<int> fresh;
    std::vector<int> told;
    for (std::size_t step = 0; step < steps_; ++step) {
      const int round = model_.past + static_cast<int>(step);
      if (untold(step)) fresh.push_back(round);
      if (!untold(step) && wants_mending(step)) told.push_back(round);
    }
    RotationSeats seats = mended(model_, board_.seats(), std::move(fresh), budget, random);
    return mended(with_loose_sizes(), std::move(seats), std::move(told), budget, random);
  }

 private:
  static RotationSeats mended(const RotationModel& model, RotationSeats seats,
                              std::vector<int> rounds, const RotationBudget& budget,
                              Random& random) {
    if (rounds.empty()) return seats;
    RotationTally tally(model, std::move(seats));
    AnnealSchedule schedule;
    // A few thousand changes mend a round; the whole budget would only wear on the announced seats.
    schedule.trials = std::min<std::uint64_t>(budget.trials / 8, 4'000 * (model.people.size() + 1));
    schedule.hottest = 3;
    schedule.coldest = 0.4;
    schedule.stop_at = least_cost(model, kRevisitCost);
    schedule.rounds = std::move(rounds);
    anneal(model, schedule, random, tally);
    return tally.seats();
  }

  /// The announced way of a person through the rounds to come, where it can still be gone.
  Route announced_route(int p) const {
    Route route(steps_, kNowhere);
    for (std::size_t step = 0; step < steps_; ++step) {
      const int table = model_.announced[index(model_.past) + step][index(p)];
      if (is_open(table, model_.people[index(p)].zone)) route[step] = table;
    }
    return route;
  }

  bool is_open(int table, int zone) const {
    const std::vector<int>& tables = model_.zones[zone].tables;
    return std::find(tables.begin(), tables.end(), table) != tables.end();
  }

  /// Routes of people who are no longer known.
  void free_left_routes() {
    for (const std::vector<int>& left : model_.left_routes) {
      const Route route(left.begin() + model_.past, left.begin() + model_.rounds);
      for (int zone = 0; zone < 2; ++zone) {
        const bool open = std::all_of(route.begin(), route.end(),
                                      [&](int table) { return is_open(table, zone); });
        if (open) free_[zone].push_back(route);
      }
    }
  }

  static bool complete(const Route& route) {
    return std::find(route.begin(), route.end(), kNowhere) == route.end();
  }

  bool sat_elsewhere(int p, const Route& route) const {
    const int zone = model_.people[index(p)].zone;
    for (int r = 0; r < model_.past; ++r) {
      const int told = model_.announced[index(r)][index(p)];
      const int real = model_.seats[index(r)][index(p)];
      if (real == kNowhere) continue;
      if (told != kNowhere && told != real) return true;
      // A way that leads back to a table where they were was announced to somebody else.
      const bool back = std::find(route.begin(), route.end(), real) != route.end();
      if (back && model_.zones[zone].tables.size() >= index(model_.rounds)) return true;
    }
    return false;
  }

  /// Seats those who go on as announced; notes the others and the routes that are free.
  RotationSeats kept_seats() {
    RotationSeats seats = model_.seats;
    seat_fixed_people(model_, seats);
    std::vector<std::vector<int>> newcomers;
    free_left_routes();
    for (int p = 0; p < static_cast<int>(model_.people.size()); ++p) {
      const RotationModel::Person& person = model_.people[index(p)];
      const Route route = announced_route(p);
      if (!person.travels()) {
        const bool goes_on = std::count(route.begin(), route.end(), person.fixed) ==
                             static_cast<std::ptrdiff_t>(steps_);
        if (complete(route) && (person.gone || !goes_on)) free_[person.zone].push_back(route);
        continue;
      }
      if (!person.unit.empty() && person.unit.front() != p) continue;
      const std::vector<int> party = person.unit.empty() ? std::vector<int>{p} : person.unit;
      const bool elsewhere = std::any_of(party.begin(), party.end(),
                                         [&](int member) { return sat_elsewhere(member, route); });
      const bool as_one = std::all_of(party.begin(), party.end(),
                                      [&](int member) { return announced_route(member) == route; });
      if (complete(route) && !elsewhere && as_one) {
        for (std::size_t step = 0; step < steps_; ++step) {
          for (const int member : party) {
            seats[index(model_.past) + step][index(member)] = route[step];
          }
        }
      } else if (elsewhere) {
        if (complete(route)) free_[person.zone].push_back(route);
        wanderers_.push_back(party);
      } else {
        newcomers.push_back(party);
      }
    }
    first_newcomer_ = wanderers_.size();
    wanderers_.insert(wanderers_.end(), newcomers.begin(), newcomers.end());
    return seats;
  }

  void give_route(const std::vector<int>& party) {
    std::vector<Route>& free = free_[model_.people[index(party.front())].zone];
    const Route told = announced_route(party.front());
    const bool newcomer = seated_++ >= first_newcomer_;
    // Who was told a part of their way keeps it; who sat elsewhere may take any way.
    Route begun = newcomer ? told : Route(steps_, kNowhere);
    Route best = board_.complete(party, begun, kRouteTables / index(model_.tables()));
    long best_cost = board_.costs(party, {best}).front();
    const std::vector<long> costs = board_.costs(party, free);
    std::size_t taken = free.size();
    const bool any_way = !newcomer || std::count(told.begin(), told.end(), kNowhere) ==
                                          static_cast<std::ptrdiff_t>(steps_);
    for (std::size_t i = 0; any_way && i < free.size(); ++i) {
      const long cost = costs[i];
      // A route that was somebody's leaves tables as they were: it wins over one as good.
      if (cost > best_cost || (cost == best_cost && taken < free.size())) continue;
      best = free[i];
      best_cost = cost;
      taken = i;
    }
    if (taken < free.size()) free.erase(free.begin() + static_cast<std::ptrdiff_t>(taken));
    if (!newcomer && best_cost >= kRepeatCost) mend_all_ = true;
    board_.seat(party, best);
  }

  /// Tables may differ by two: to make them even would change more announced seats.
  RotationModel with_loose_sizes() const {
    RotationModel loose = model_;
    for (std::size_t t = 0; t < loose.sizes.size(); ++t) {
      SizeRange& range = loose.sizes[t];
      const bool even = range.low == range.high;
      if (even && range.low > std::max(kConversation, model_.staying[t])) --range.low;
      if (range.high < model_.capacity[t]) ++range.high;
    }
    return loose;
  }

  bool wants_mending(std::size_t step) const {
    const std::vector<int>& seats = board_.seats()[index(model_.past) + step];
    if (mend_all_ || apart_broken(seats)) return true;
    std::vector<int> size(index(model_.tables()), 0);
    for (const int table : seats) {
      if (table != kNowhere) ++size[index(table)];
    }
    int least = kSpreadMax;
    int most = -kSpreadMax;
    for (const RotationModel::Zone& zone : model_.zones) {
      for (const int table : zone.tables) {
        const int has = size[index(table)];
        const SizeRange& range = model_.sizes[index(table)];
        if (has > model_.capacity[index(table)]) return true;
        if (step == 0 && has < std::min(kConversation, range.low)) return true;
        least = std::min(least, has - range.low);
        most = std::max(most, has - range.low);
      }
    }
    return step == 0 && most - least > kSpreadMax;
  }

  /// Most people were told nothing about this round.
  bool untold(std::size_t step) const {
    const std::vector<int>& told = model_.announced[index(model_.past) + step];
    const auto silent = std::count(told.begin(), told.end(), kNowhere);
    return 2 * silent > static_cast<std::ptrdiff_t>(told.size());
  }

  bool apart_broken(const std::vector<int>& seats) const {
    for (std::size_t p = 0; p < seats.size(); ++p) {
      if (seats[p] == kNowhere) continue;
      for (const int enemy : model_.people[p].apart) {
        if (seats[index(enemy)] == seats[p]) return true;
      }
    }
    return false;
  }

  const RotationModel& model_;
  std::size_t steps_;
  std::vector<Route> free_[2];
  std::vector<std::vector<int>> wanderers_;
  std::size_t first_newcomer_ = 0;
  std::size_t seated_ = 0;
  bool mend_all_ = false;
  RouteBoard board_;
};

}  // namespace

bool announcements_are_void(const RotationModel& model) {
  std::size_t told = 0;
  std::size_t elsewhere = 0;
  for (std::size_t p = 0; p < model.people.size(); ++p) {
    if (!model.people[p].travels()) continue;
    for (int r = 0; r < model.past; ++r) {
      const int announced = model.announced[index(r)][p];
      const int real = model.seats[index(r)][p];
      if (announced == kNowhere || real == kNowhere) continue;
      ++told;
      if (announced != real) ++elsewhere;
    }
  }
  return 2 * elsewhere > told;
}

RotationSeats replan_seats(const RotationModel& model, const RotationBudget& budget,
                           Random& random) {
  return Replanning(model).run(budget, random);
}

}  // namespace rebond
