// A seating of all rounds with its counts, so that a change costs only what it touches.
#pragma once

#include <cstdint>
#include <vector>

#include "method/rotation_model.h"

namespace rebond {

// What a fault of the plan costs in the search. Sizes and apart outweigh all the rest.
inline constexpr long kSizeCost = 5'000;
inline constexpr long kApartCost = 500;
inline constexpr long kRevisitCost = 50;
inline constexpr long kRepeatCost = 10;
inline constexpr long kMixCost = 3;
inline constexpr long kChangeCost = 4;

/// Who sits where in every round, with everything that the cost needs counted.
///
/// Only travellers change seats. Each cost_of_… is the change of cost() that the change of seat
/// would bring; it changes nothing and takes O(people at the tables).
class RotationTally {
 public:
  /// Everybody present has a seat in the rounds to come. The model must outlive the tally.
  RotationTally(const RotationModel& model, RotationSeats seats, long revisit_cost = kRevisitCost);

  /// Begins again with another seating.
  void reset(RotationSeats seats);

  const RotationSeats& seats() const { return seats_; }
  long cost() const { return cost_; }

  int seat(int round, int person) const { return seats_[index(round)][index(person)]; }
  int size(int round, int table) const { return size_[cell(round, table)]; }
  /// The travellers at a table.
  const std::vector<int>& members(int round, int table) const {
    return members_[cell(round, table)];
  }

  long cost_of_move(int round, int person, int to) const;
  void move(int round, int person, int to);

  /// Two travellers at different tables of the same zone change places.
  long cost_of_swap(int round, int person, int other) const;
  void swap(int round, int person, int other);

  /// Travellers who meet somebody or visit a table more than once, or sit with whom they should
  /// not.
  const std::vector<int>& troubled() const { return troubled_; }
  /// Whether the person's seat in this round is one of the reasons.
  bool is_trouble(int round, int person) const;

 private:
  static std::size_t index(int i) { return static_cast<std::size_t>(i); }
  std::size_t cell(int round, int table) const {
    return index(round) * index(model_.tables()) + index(table);
  }
  std::uint8_t& met(int a, int b) { return met_[index(a) * people_ + index(b)]; }
  int met(int a, int b) const { return met_[index(a) * people_ + index(b)]; }
  std::uint8_t& visits(int person, int table) {
    return visits_[index(person) * index(model_.tables()) + index(table)];
  }
  int visits(int person, int table) const {
    return visits_[index(person) * index(model_.tables()) + index(table)];
  }

  /// Takes the person in or out of a table's lists and counts, without the cost.
  void enter(int round, int person, int table);
  void leave(int round, int person, int table);
  /// `sign` 1 when the pair or the visit becomes a fault, -1 when it no longer is.
  void trouble(int person, int sign);
  void trouble_apart(int round, int person, int table, int sign);

  long whole_cost() const;
  /// What it costs to come and what it saves to go, as if nobody else moved but `ignored`.
  long coming(int round, int person, int table, int ignored) const;
  long going(int round, int person, int table) const;
  long size_cost(int table, int size) const;
  /// Cost of the kinds at a table, after `in` came and `out` left; kNowhere for nobody.
  long mix_cost(int round, int table, int in, int out) const;
  long mix_of_group(int zone, int group, int size, int count) const;
  long change_cost(int round, int person, int table) const;

  const RotationModel& model_;
  long revisit_cost_;
  std::size_t people_;
  RotationSeats seats_;
  std::vector<std::vector<int>> members_;
  std::vector<std::uint16_t> place_;
  std::vector<int> size_;
  std::vector<int> kinds_;
  std::vector<std::uint8_t> met_;
  std::vector<std::uint8_t> visits_;
  std::vector<int> faults_;
  std::vector<int> troubled_;
  std::vector<int> troubled_at_;
  long cost_ = 0;
};

}  // namespace rebond
