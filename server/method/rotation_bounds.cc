// What no plan can be better than.
#include "method/rotation_bounds.h"

#include <algorithm>
#include <functional>
#include <limits>

#include "method/rotation_tally.h"

namespace rebond {
namespace {

long pairs(long n) {
  return n * (n - 1) / 2;
}

/// `n` things in `boxes` boxes, as evenly as possible: pairs that share a box.
long pairs_in_boxes(long n, long boxes) {
  if (boxes == 0) return 0;
  const long each = n / boxes;
  const long larger = n % boxes;
  return larger * pairs(each + 1) + (boxes - larger) * pairs(each);
}

/// The least sum of a convex cost over tables that seat `people` together.
long least_sum(int people, const std::vector<SizeRange>& sizes,
               const std::function<long(long)>& cost) {
  std::vector<long> size;
  long left = people;
  long sum = 0;
  for (const SizeRange& range : sizes) {
    size.push_back(range.low);
    left -= range.low;
    sum += cost(range.low);
  }
  for (; left > 0; --left) {
    std::size_t best = sizes.size();
    long best_step = std::numeric_limits<long>::max();
    for (std::size_t t = 0; t < sizes.size(); ++t) {
      if (size[t] >= sizes[t].high) continue;
      const long step = cost(size[t] + 1) - cost(size[t]);
      if (step < best_step) best_step = step;
      if (step == best_step) best = t;
    }
    if (best == sizes.size()) break;
    sum += best_step;
    ++size[best];
  }
  return sum;
}

/// A table that is visited more often than there are people is visited again by somebody.
long least_revisits(long people, const std::vector<SizeRange>& sizes, long rounds) {
  long revisits = 0;
  long without = 0;
  for (const SizeRange& range : sizes) {
    revisits += std::max(0L, rounds * range.low - people);
    without += std::max(rounds * range.low, std::min(people, rounds * range.high));
  }
  return revisits + std::max(0L, people * rounds - without);
}

}  // namespace

RotationBounds free_bounds(int travellers, const std::vector<SizeRange>& sizes, int rounds) {
  RotationBounds bounds;
  const long people = travellers;
  const long tables = static_cast<long>(sizes.size());
  if (people == 0 || tables == 0 || rounds < 2) return bounds;
  bounds.revisits = least_revisits(people, sizes, rounds);
  // Those who shared a table share one again unless there are tables enough for each of them;
  // without revisits their own is none of these.
  const long others = bounds.revisits == 0 ? tables - 1 : tables;
  const long again =
      least_sum(travellers, sizes, [&](long size) { return pairs_in_boxes(size, others); });
  const long meetings = rounds * least_sum(travellers, sizes, [](long n) { return pairs(n); });
  const long everybody = pairs(people);
  bounds.repeats = std::max({0L, (rounds - 1) * again, meetings - everybody});
  bounds.pairs_of_meetings = std::max(pairs(rounds) * again, pairs_in_boxes(meetings, everybody));
  return bounds;
}

RotationBounds model_bounds(const RotationModel& model) {
  RotationBounds sum;
  bool units = false;
  for (const RotationModel::Person& person : model.people) units |= !person.unit.empty();
  for (const RotationModel::Zone& zone : model.zones) {
    std::vector<SizeRange> sizes;
    for (const int table : zone.tables) {
      const auto t = static_cast<std::size_t>(table);
      sizes.push_back(
          {model.sizes[t].low - model.staying[t], model.sizes[t].high - model.staying[t]});
    }
    const RotationBounds bounds =
        free_bounds(static_cast<int>(zone.travellers.size()), sizes, model.rounds);
    // Large units may make tables more uneven than the ranges say.
    if (units) continue;
    sum.revisits += bounds.revisits;
    sum.repeats += bounds.repeats;
    sum.pairs_of_meetings += bounds.pairs_of_meetings;
  }
  return sum;
}

long least_cost(const RotationModel& model, long revisit_cost) {
  if (model.past == 0) {
    const RotationBounds bounds = model_bounds(model);
    return revisit_cost * bounds.revisits + kRepeatCost * bounds.pairs_of_meetings;
  }
  // The past alone: what is to come adds to it.
  long cost = 0;
  for (std::size_t a = 0; a < model.people.size(); ++a) {
    if (!model.people[a].travels()) continue;
    std::vector<long> visits(static_cast<std::size_t>(model.tables()), 0);
    for (int r = 0; r < model.past; ++r) {
      const int table = model.seats[static_cast<std::size_t>(r)][a];
      if (table != kNowhere && visits[static_cast<std::size_t>(table)]++ > 0) cost += revisit_cost;
    }
    for (std::size_t b = 0; b < a; ++b) {
      if (!model.people[b].travels()) continue;
      long met = 0;
      for (int r = 0; r < model.past; ++r) {
        const std::vector<int>& seats = model.seats[static_cast<std::size_t>(r)];
        if (seats[a] != kNowhere && seats[a] == seats[b]) cost += kRepeatCost * met++;
      }
    }
  }
  return cost;
}

}  // namespace rebond
