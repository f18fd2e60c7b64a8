// Seats people by seat colours, so that a closed construction plans all rounds.
#include "method/rotation_seats.h"

#include <algorithm>

#include "method/rotation_offsets.h"
#include "method/rotation_seat_order.h"

namespace rebond {
namespace {

std::size_t index(int i) {
  return static_cast<std::size_t>(i);
}

/// The travellers of one zone on their way.
class ZoneConstruction {
 public:
  ZoneConstruction(const RotationModel& model, int zone, bool shuffle, Random& random)
      : model_(model),
        tables_(model.zones[zone].tables),
        travellers_(model.zones[zone].travellers),
        random_(random) {
    for (std::size_t i = travellers_.size(); shuffle && i > 1; --i) {
      std::swap(travellers_[i - 1], travellers_[random.below(i)]);
    }
  }

  /// False when no offsets were found.
  bool run(std::uint64_t nodes, RotationSeats& seats) {
    if (travellers_.empty()) return true;
    take_seats();
    if (!find(nodes)) return false;
    for (std::size_t row = 0; row < cells_.size(); ++row) {
      for (std::size_t i = 0; i < cells_[row].size(); ++i) walk(row, i, seats);
    }
    return true;
  }

  bool has_rule() const { return offsets_.group.cyclic(); }

  void write_rule(const RotationProblem& problem, RotationRule& rule) const {
    for (const std::vector<int>& offset : offsets_.offset) {
      rule.steps.emplace_back();
      for (int r = 1; r < model_.rounds; ++r) {
        const int step = offsets_.group.subtract(at(offset, r), at(offset, r - 1));
        rule.steps.back().push_back(static_cast<std::uint32_t>(step));
      }
    }
    for (std::size_t row = 0; row < cells_.size(); ++row) {
      for (std::size_t i = 0; i < cells_[row].size(); ++i) {
        for (const int p : cells_[row][i]) {
          rule.colours.push_back(
              {problem.people[index(p)].id, static_cast<std::uint32_t>(colour(i))});
        }
      }
    }
  }

 private:
  int count() const { return static_cast<int>(tables_.size()); }

  /// cells_[first table][seat].
  void take_seats() {
    cells_.assign(tables_.size(), {});
    const std::vector<SeatItem> order = seat_order(model_, travellers_, count());
    std::vector<const SeatItem*> unseated;
    for (const SeatItem& item : order) {
      const int table = model_.past == 0 ? kNowhere : model_.seats[0][index(item.front())];
      const auto row = std::find(tables_.begin(), tables_.end(), table);
      if (row == tables_.end()) {
        unseated.push_back(&item);
      } else {
        cells_[static_cast<std::size_t>(row - tables_.begin())].push_back(item);
      }
    }
    // Row by row, so that a colour holds neighbours of the order.
    for (const SeatItem* item : unseated) {
      std::size_t best = 0;
      for (std::size_t row = 1; row < cells_.size(); ++row) {
        if (cells_[row].size() < cells_[best].size()) best = row;
      }
      cells_[best].push_back(*item);
    }
  }

  bool find(std::uint64_t nodes) {
    if (count() == 1) {
      offsets_ = {TableGroup({1}), {std::vector<int>(1, 0)}};
      return true;
    }
    std::size_t seats = 0;
    for (const std::vector<SeatItem>& cell : cells_) seats = std::max(seats, cell.size());
    const int most = std::min(static_cast<int>(seats), count() - 1);
    const int rounds = std::min(model_.rounds, count());
    for (int colours = most; colours >= 1; --colours, nodes = nodes / 4 + 1) {
      std::optional<SeatOffsets> found = find_offsets(count(), colours, rounds, nodes, random_);
      if (!found) continue;
      offsets_ = std::move(*found);
      return true;
    }
    return false;
  }

  std::size_t colour(std::size_t seat) const { return seat % offsets_.offset.size(); }

  /// The offset of a round; after all tables the way begins again.
  static int at(const std::vector<int>& offset, int round) {
    return offset[index(round) % offset.size()];
  }

  void walk(std::size_t row, std::size_t seat, RotationSeats& seats) const {
    const std::vector<int>& offset = offsets_.offset[colour(seat)];
    for (int r = model_.past; r < model_.rounds; ++r) {
      const int table = offsets_.group.add(static_cast<int>(row), at(offset, r));
      for (const int p : cells_[row][seat]) seats[index(r)][index(p)] = tables_[index(table)];
    }
  }

  const RotationModel& model_;
  const std::vector<int>& tables_;
  std::vector<int> travellers_;
  Random& random_;
  std::vector<std::vector<SeatItem>> cells_;
  SeatOffsets offsets_;
};

}  // namespace

void seat_fixed_people(const RotationModel& model, RotationSeats& seats) {
  for (int r = model.past; r < model.rounds; ++r) {
    for (std::size_t p = 0; p < model.people.size(); ++p) {
      const RotationModel::Person& person = model.people[p];
      if (!person.gone && person.fixed != kNowhere) seats[index(r)][p] = person.fixed;
    }
  }
}

std::optional<ConstructedSeats> construct_seats(const RotationModel& model,
                                                const RotationProblem& problem,
                                                const ConstructionChoice& choice, Random& random) {
  if (model.past > 1) return std::nullopt;
  ConstructedSeats constructed{model.seats, std::nullopt};
  seat_fixed_people(model, constructed.seats);
  ZoneConstruction room(model, 0, choice.shuffle, random);
  ZoneConstruction remote(model, 1, choice.shuffle, random);
  if (!room.run(choice.nodes, constructed.seats) || !remote.run(choice.nodes, constructed.seats)) {
    return std::nullopt;
  }
  if (model.zones[1].travellers.empty() && !model.zones[0].travellers.empty() && room.has_rule()) {
    room.write_rule(problem, constructed.rule.emplace());
  }
  return constructed;
}

}  // namespace rebond
