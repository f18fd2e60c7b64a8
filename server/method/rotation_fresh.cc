// Plans the rounds to come when nobody was told anything yet.
#include "method/rotation_fresh.h"

#include <algorithm>
#include <tuple>

#include "method/rotation_anneal.h"
#include "method/rotation_bounds.h"
#include "method/rotation_rounds.h"
#include "method/rotation_score.h"
#include "method/rotation_seats.h"
#include "method/rotation_start.h"

namespace rebond {
namespace {

// A trial looks at everybody at some tables; above this size of table fewer trials are made.
constexpr std::uint64_t kUsualTable = 12;

/// What makes one plan better than another, most important first.
using Merit =
    std::tuple<long, std::uint32_t, std::uint32_t, std::uint32_t, std::uint32_t, std::uint32_t>;

class FreshPlanning {
 public:
  FreshPlanning(const RotationModel& model, const RotationProblem& problem, Random& random)
      : model_(model),
        problem_(problem),
        random_(random),
        least_(least_cost(model, kRevisitCost)) {}

  FreshSeats run(const RotationBudget& budget, bool shuffle) {
    const std::uint64_t trials = scaled(budget.trials);
    std::optional<ConstructedSeats> built =
        construct_seats(model_, problem_, {budget.nodes, shuffle}, random_);
    if (built) {
      keep(built->seats, built->rule);
      if (!perfect_) search(std::move(built->seats), {trials / 4, 3, kRevisitCost});
    }
    // Cheap revisits let people through to better seats; dear ones are needed where tables are so
    // full that a revisit would save several repeats.
    for (const long revisit : {kRevisitCost / 2, 2 * kRevisitCost}) {
      if (!perfect_) search(greedy_seats(model_, random_), {trials * 3 / 8, 6, revisit});
    }
    return std::move(best_);
  }

 private:
  std::uint64_t scaled(std::uint64_t trials) const {
    const std::uint64_t table = model_.people.size() / problem_.tables.size() + 1;
    return table <= kUsualTable ? trials : trials * kUsualTable * kUsualTable / (table * table);
  }

  struct Search {
    std::uint64_t trials;
    double hottest;
    long revisit_cost;
  };

  void search(RotationSeats start, const Search& how) {
    RotationTally tally(model_, std::move(start), how.revisit_cost);
    AnnealSchedule schedule;
    schedule.trials = how.trials;
    schedule.hottest = how.hottest;
    schedule.stop_at = least_cost(model_, how.revisit_cost);
    for (int r = model_.past; r < model_.rounds; ++r) schedule.rounds.push_back(r);
    anneal(model_, schedule, random_, tally);
    keep(tally.seats(), std::nullopt);
  }

  void keep(const RotationSeats& seats, const std::optional<RotationRule>& rule) {
    const Merit merit = merit_of(seats);
    if (!best_.seats.empty() && merit >= merit_) return;
    best_.seats = seats;
    best_.rule = rule;
    merit_ = merit;
    perfect_ = RotationTally(model_, seats).cost() <= least_;
  }

  Merit merit_of(const RotationSeats& seats) const {
    const RotationScore score = score_rotation(problem_, rounds_of(problem_, seats));
    return {size_faults(seats),      score.apart_broken, score.revisits,
            score.pairs_of_meetings, score.repeats,      score.mix_off};
  }

  /// Seats outside of the sizes that tables may have.
  long size_faults(const RotationSeats& seats) const {
    long faults = 0;
    for (int r = model_.past; r < model_.rounds; ++r) {
      std::vector<int> size(model_.sizes.size(), 0);
      for (const int table : seats[static_cast<std::size_t>(r)]) {
        if (table != kNowhere) ++size[static_cast<std::size_t>(table)];
      }
      for (std::size_t t = 0; t < size.size(); ++t) {
        faults += std::max({0, size[t] - model_.sizes[t].high, model_.sizes[t].low - size[t]});
        faults += 1'000L * std::max(0, size[t] - model_.capacity[t]);
      }
    }
    return faults;
  }

  const RotationModel& model_;
  const RotationProblem& problem_;
  Random& random_;
  long least_;
  FreshSeats best_;
  Merit merit_;
  bool perfect_ = false;
};

}  // namespace

FreshSeats fresh_seats(const RotationModel& model, const RotationProblem& problem,
                       const RotationBudget& budget, bool shuffle, Random& random) {
  return FreshPlanning(model, problem, random).run(budget, shuffle);
}

}  // namespace rebond
