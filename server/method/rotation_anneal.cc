// Local search for a better seating, by simulated annealing.
#include "method/rotation_anneal.h"

#include <algorithm>
#include <cmath>

namespace rebond {
namespace {

// The temperature falls in steps of so many trials.
constexpr std::uint64_t kStep = 512;

std::size_t index(int i) {
  return static_cast<std::size_t>(i);
}

class Annealing {
 public:
  Annealing(const RotationModel& model, const AnnealSchedule& schedule, Random& random,
            RotationTally& tally)
      : model_(model), schedule_(schedule), random_(random), tally_(tally) {
    for (const RotationModel::Zone& zone : model.zones) {
      if (zone.tables.size() < 2) continue;
      movers_.insert(movers_.end(), zone.travellers.begin(), zone.travellers.end());
    }
  }

  void run() {
    if (movers_.empty() || schedule_.rounds.empty()) return;
    RotationSeats best = tally_.seats();
    long best_cost = tally_.cost();
    for (std::uint64_t trial = 0; trial < schedule_.trials; ++trial) {
      if (best_cost <= schedule_.stop_at) break;
      if (trial % kStep == 0) cool(trial);
      attempt();
      if (tally_.cost() >= best_cost) continue;
      best_cost = tally_.cost();
      best = tally_.seats();
    }
    if (tally_.cost() > best_cost) tally_.reset(std::move(best));
  }

 private:
  void cool(std::uint64_t trial) {
    const double progress = static_cast<double>(trial) / static_cast<double>(schedule_.trials);
    temperature_ = schedule_.hottest * std::pow(schedule_.coldest / schedule_.hottest, progress);
  }

  bool accepts(long worse) {
    if (worse <= 0) return true;
    constexpr double kWhole = 18446744073709551616.0;
    const double chance = static_cast<double>(random_.next_u64()) / kWhole;
    return chance < std::exp(-static_cast<double>(worse) / temperature_);
  }

  std::size_t below(std::size_t bound) { return static_cast<std::size_t>(random_.below(bound)); }

  void attempt() {
    int round = schedule_.rounds[below(schedule_.rounds.size())];
    int person = movers_[below(movers_.size())];
    // Mostly where it hurts, now and then anywhere: trouble may need room to dissolve.
    const std::vector<int>& troubled = tally_.troubled();
    if (!troubled.empty() && below(8) != 0) {
      person = troubled[below(troubled.size())];
      for (std::size_t i = 0; i < schedule_.rounds.size() && !tally_.is_trouble(round, person);
           ++i) {
        round = schedule_.rounds[i];
      }
    }
    const RotationModel::Person& who = model_.people[index(person)];
    const std::vector<int>& tables = model_.zones[who.zone].tables;
    if (tables.size() < 2) return;
    const int from = tally_.seat(round, person);
    const int to = tables[below(tables.size())];
    if (to == from) return;
    if (!who.unit.empty()) return exchange_unit(round, person, to);
    const std::vector<int>& others = tally_.members(round, to);
    if (fits_alone(round, from, to) && (others.empty() || below(3) == 0)) {
      const long cost = tally_.cost_of_move(round, person, to);
      if (accepts(cost)) tally_.move(round, person, to);
      return;
    }
    if (others.empty()) return;
    const int other = others[below(others.size())];
    if (!model_.people[index(other)].unit.empty()) return exchange_unit(round, other, from);
    if (accepts(tally_.cost_of_swap(round, person, other))) tally_.swap(round, person, other);
  }

  bool fits_alone(int round, int from, int to) const {
    return tally_.size(round, from) > model_.sizes[index(from)].low &&
           tally_.size(round, to) < model_.sizes[index(to)].high;
  }

  /// The whole unit goes to `to`; as many, or one fewer, come back in exchange.
  void exchange_unit(int round, int person, int to) {
    const std::vector<int>& unit = model_.people[index(person)].unit;
    const int from = tally_.seat(round, person);
    std::vector<int> back;
    const std::size_t there = tally_.members(round, to).size();
    if (!choose_back(round, to, std::min(unit.size() - below(2), there), back)) return;
    const long before = tally_.cost();
    for (const int member : unit) tally_.move(round, member, to);
    for (const int member : back) tally_.move(round, member, from);
    if (accepts(tally_.cost() - before)) return;
    for (const int member : unit) tally_.move(round, member, from);
    for (const int member : back) tally_.move(round, member, to);
  }

  /// Picks `count` people of a table, units whole.
  bool choose_back(int round, int table, std::size_t count, std::vector<int>& chosen) {
    std::vector<int> candidates = tally_.members(round, table);
    while (chosen.size() < count && !candidates.empty()) {
      const int pick = candidates[below(candidates.size())];
      const std::vector<int>& unit = model_.people[index(pick)].unit;
      const std::vector<int> party = unit.empty() ? std::vector<int>{pick} : unit;
      if (chosen.size() + party.size() <= count) {
        chosen.insert(chosen.end(), party.begin(), party.end());
      }
      std::erase_if(candidates, [&party](int p) {
        return std::find(party.begin(), party.end(), p) != party.end();
      });
    }
    return chosen.size() == count;
  }

  const RotationModel& model_;
  const AnnealSchedule& schedule_;
  Random& random_;
  RotationTally& tally_;
  std::vector<int> movers_;
  double temperature_ = 1;
};

}  // namespace

void anneal(const RotationModel& model, const AnnealSchedule& schedule, Random& random,
            RotationTally& tally) {
  Annealing(model, schedule, random, tally).run();
}

}  // namespace rebond
