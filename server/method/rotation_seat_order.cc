// In which order people take seats, so that a seat colour holds people who need not meet.
#include "method/rotation_seat_order.h"

#include <algorithm>

namespace rebond {
namespace {

std::size_t index(int i) {
  return static_cast<std::size_t>(i);
}

/// Puts items into rows; `placed` is by person.
class RowFiller {
 public:
  RowFiller(const RotationModel& model, std::vector<SeatItem> items, int tables)
      : items_(std::move(items)), width_(index(tables)), placed_(items_.size(), false) {
    std::vector<std::size_t> item_of(model.people.size(), items_.size());
    for (std::size_t i = 0; i < items_.size(); ++i) {
      for (const int p : items_[i]) item_of[index(p)] = i;
    }
    enemies_.resize(items_.size());
    for (std::size_t i = 0; i < items_.size(); ++i) {
      for (const int p : items_[i]) {
        for (const int enemy : model.people[index(p)].apart) {
          if (item_of[index(enemy)] < items_.size()) enemies_[i].push_back(item_of[index(enemy)]);
        }
      }
    }
  }

  std::vector<SeatItem> fill() {
    for (std::size_t first = 0; first < items_.size();) {
      if (placed_[first]) {
        ++first;
        continue;
      }
      place(fitting(first));
    }
    return std::move(order_);
  }

 private:
  /// An item and all who are to be apart from it or from one of them, not yet placed.
  std::vector<std::size_t> circle(std::size_t start) const {
    std::vector<std::size_t> found = {start};
    for (std::size_t i = 0; i < found.size(); ++i) {
      for (const std::size_t enemy : enemies_[found[i]]) {
        const bool known = std::find(found.begin(), found.end(), enemy) != found.end();
        if (!known && !placed_[enemy]) found.push_back(enemy);
      }
    }
    return found;
  }

  /// The first circle that still fits into the row under way.
  std::vector<std::size_t> fitting(std::size_t first) const {
    const std::size_t room = width_ - order_.size() % width_;
    for (std::size_t i = first; i < items_.size(); ++i) {
      if (placed_[i]) continue;
      std::vector<std::size_t> found = circle(i);
      if (found.size() <= room) return found;
    }
    return {first};
  }

  void place(const std::vector<std::size_t>& circle) {
    for (const std::size_t i : circle) {
      placed_[i] = true;
      order_.push_back(items_[i]);
    }
  }

  std::vector<SeatItem> items_;
  std::size_t width_;
  std::vector<bool> placed_;
  std::vector<std::vector<std::size_t>> enemies_;
  std::vector<SeatItem> order_;
};

}  // namespace

std::vector<SeatItem> seat_order(const RotationModel& model, const std::vector<int>& travellers,
                                 int tables) {
  std::vector<SeatItem> items;
  std::vector<bool> taken(model.people.size(), false);
  for (const int p : travellers) {
    if (taken[index(p)]) continue;
    const std::vector<int>& unit = model.people[index(p)].unit;
    items.push_back(unit.empty() ? SeatItem{p} : unit);
    for (const int member : items.back()) taken[index(member)] = true;
  }
  std::stable_sort(items.begin(), items.end(), [&model](const SeatItem& a, const SeatItem& b) {
    if (a.size() != b.size()) return a.size() > b.size();
    return model.people[index(a.front())].group < model.people[index(b.front())].group;
  });
  return RowFiller(model, std::move(items), tables).fill();
}

}  // namespace rebond
