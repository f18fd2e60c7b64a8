// A seating of all rounds with its counts, so that a change costs only what it touches.
#include "method/rotation_tally.h"

#include <utility>

namespace rebond {

RotationTally::RotationTally(const RotationModel& model, RotationSeats seats, long revisit_cost)
    : model_(model), revisit_cost_(revisit_cost), people_(model.people.size()) {
  reset(std::move(seats));
}

void RotationTally::reset(RotationSeats seats) {
  seats_ = std::move(seats);
  members_.assign(index(model_.rounds) * index(model_.tables()), {});
  place_.assign(index(model_.rounds) * people_, 0);
  size_.assign(members_.size(), 0);
  kinds_.assign(members_.size() * index(model_.groups), 0);
  met_.assign(people_ * people_, 0);
  visits_.assign(people_ * index(model_.tables()), 0);
  faults_.assign(people_, 0);
  troubled_.clear();
  troubled_at_.assign(people_, kNowhere);
  for (int r = 0; r < model_.rounds; ++r) {
    // Everybody comes in one by one; who has not come yet is met nowhere.
    std::vector<int> given(people_, kNowhere);
    given.swap(seats_[index(r)]);
    for (int p = 0; p < static_cast<int>(people_); ++p) {
      const RotationModel::Person& person = model_.people[index(p)];
      const int table = given[index(p)];
      if (table == kNowhere || person.travels()) continue;
      ++size_[cell(r, table)];
      ++kinds_[cell(r, table) * index(model_.groups) + index(person.group)];
      seats_[index(r)][index(p)] = table;
    }
    for (int p = 0; p < static_cast<int>(people_); ++p) {
      const int table = given[index(p)];
      if (table != kNowhere && model_.people[index(p)].travels()) enter(r, p, table);
    }
  }
  cost_ = whole_cost();
}

void RotationTally::enter(int round, int person, int table) {
  std::vector<int>& list = members_[cell(round, table)];
  for (const int other : list) {
    ++met(other, person);
    if (++met(person, other) < 2) continue;
    trouble(person, 1);
    trouble(other, 1);
  }
  if (++visits(person, table) > 1) trouble(person, 1);
  trouble_apart(round, person, table, 1);
  place_[index(round) * people_ + index(person)] = static_cast<std::uint16_t>(list.size());
  list.push_back(person);
  ++size_[cell(round, table)];
  ++kinds_[cell(round, table) * index(model_.groups) + index(model_.people[index(person)].group)];
  seats_[index(round)][index(person)] = table;
}

void RotationTally::leave(int round, int person, int table) {
  std::vector<int>& list = members_[cell(round, table)];
  const std::size_t place = place_[index(round) * people_ + index(person)];
  list[place] = list.back();
  place_[index(round) * people_ + index(list[place])] = static_cast<std::uint16_t>(place);
  list.pop_back();
  for (const int other : list) {
    --met(other, person);
    if (met(person, other)-- < 2) continue;
    trouble(person, -1);
    trouble(other, -1);
  }
  if (visits(person, table)-- > 1) trouble(person, -1);
  trouble_apart(round, person, table, -1);
  --size_[cell(round, table)];
  --kinds_[cell(round, table) * index(model_.groups) + index(model_.people[index(person)].group)];
}

void RotationTally::trouble(int person, int sign) {
  int& faults = faults_[index(person)];
  const bool was = faults > 0;
  faults += sign;
  const bool is = faults > 0;
  if (was == is) return;
  int& at = troubled_at_[index(person)];
  if (is) {
    at = static_cast<int>(troubled_.size());
    troubled_.push_back(person);
    return;
  }
  troubled_[index(at)] = troubled_.back();
  troubled_at_[index(troubled_.back())] = at;
  troubled_.pop_back();
  at = kNowhere;
}

void RotationTally::trouble_apart(int round, int person, int table, int sign) {
  for (const int enemy : model_.people[index(person)].apart) {
    if (seat(round, enemy) != table) continue;
    trouble(person, sign);
    if (model_.people[index(enemy)].travels()) trouble(enemy, sign);
  }
}

bool RotationTally::is_trouble(int round, int person) const {
  const int table = seat(round, person);
  if (visits(person, table) > 1) return true;
  for (const int other : members(round, table)) {
    if (other != person && met(person, other) > 1) return true;
  }
  for (const int enemy : model_.people[index(person)].apart) {
    if (seat(round, enemy) == table) return true;
  }
  return false;
}

long RotationTally::cost_of_move(int round, int person, int to) const {
  const int from = seat(round, person);
  const int from_size = size(round, from);
  const int to_size = size(round, to);
  return coming(round, person, to, kNowhere) - going(round, person, from) +
         size_cost(from, from_size - 1) - size_cost(from, from_size) + size_cost(to, to_size + 1) -
         size_cost(to, to_size) + mix_cost(round, from, kNowhere, person) -
         mix_cost(round, from, kNowhere, kNowhere) + mix_cost(round, to, person, kNowhere) -
         mix_cost(round, to, kNowhere, kNowhere);
}

void RotationTally::move(int round, int person, int to) {
  cost_ += cost_of_move(round, person, to);
  leave(round, person, seat(round, person));
  enter(round, person, to);
}

long RotationTally::cost_of_swap(int round, int person, int other) const {
  const int from = seat(round, person);
  const int to = seat(round, other);
  long cost = coming(round, person, to, other) - going(round, person, from) +
              coming(round, other, from, person) - going(round, other, to);
  if (model_.people[index(person)].group != model_.people[index(other)].group) {
    cost += mix_cost(round, from, other, person) - mix_cost(round, from, kNowhere, kNowhere) +
            mix_cost(round, to, person, other) - mix_cost(round, to, kNowhere, kNowhere);
  }
  return cost;
}

void RotationTally::swap(int round, int person, int other) {
  cost_ += cost_of_swap(round, person, other);
  const int from = seat(round, person);
  const int to = seat(round, other);
  leave(round, person, from);
  leave(round, other, to);
  // Until both are seated again, neither is met at a table that they left.
  seats_[index(round)][index(person)] = kNowhere;
  seats_[index(round)][index(other)] = kNowhere;
  enter(round, person, to);
  enter(round, other, from);
}

long RotationTally::whole_cost() const {
  long cost = 0;
  for (std::size_t a = 0; a < people_; ++a) {
    for (std::size_t b = 0; b < a; ++b) {
      const long m = met_[a * people_ + b];
      cost += kRepeatCost * (m * (m - 1) / 2);
    }
  }
  for (const std::uint8_t v : visits_) cost += v > 1 ? revisit_cost_ * (v - 1) : 0;
  for (int r = model_.past; r < model_.rounds; ++r) {
    for (int t = 0; t < model_.tables(); ++t) {
      cost += size_cost(t, size(r, t)) + mix_cost(r, t, kNowhere, kNowhere);
    }
    for (int p = 0; p < static_cast<int>(people_); ++p) {
      if (seat(r, p) == kNowhere) continue;
      cost += change_cost(r, p, seat(r, p));
      for (const int enemy : model_.people[index(p)].apart) {
        if (enemy < p && seat(r, enemy) == seat(r, p)) cost += kApartCost;
      }
    }
  }
  return cost;
}

long RotationTally::coming(int round, int person, int table, int ignored) const {
  long met_before = 0;
  const std::uint8_t* row = &met_[index(person) * people_];
  for (const int other : members(round, table)) met_before += row[other];
  if (ignored != kNowhere) met_before -= row[ignored];
  long cost = kRepeatCost * met_before + (visits(person, table) > 0 ? revisit_cost_ : 0) +
              change_cost(round, person, table);
  for (const int enemy : model_.people[index(person)].apart) {
    if (enemy != ignored && seat(round, enemy) == table) cost += kApartCost;
  }
  return cost;
}

long RotationTally::going(int round, int person, int table) const {
  long met_otherwise = 0;
  const std::uint8_t* row = &met_[index(person) * people_];
  const std::vector<int>& list = members(round, table);
  for (const int other : list) met_otherwise += row[other];
  met_otherwise -= static_cast<long>(list.size()) - 1;
  long cost = kRepeatCost * met_otherwise + (visits(person, table) > 1 ? revisit_cost_ : 0) +
              change_cost(round, person, table);
  for (const int enemy : model_.people[index(person)].apart) {
    if (seat(round, enemy) == table) cost += kApartCost;
  }
  return cost;
}

long RotationTally::size_cost(int table, int size) const {
  const SizeRange& range = model_.sizes[index(table)];
  if (size > range.high) return kSizeCost * (size - range.high);
  if (size < range.low) return kSizeCost * (range.low - size);
  return 0;
}

long RotationTally::mix_cost(int round, int table, int in, int out) const {
  if (model_.groups == 1) return 0;
  const std::size_t first = cell(round, table) * index(model_.groups);
  const int zone = model_.zone_of_table(table);
  const int size = size_[cell(round, table)] + (in != kNowhere ? 1 : 0) - (out != kNowhere ? 1 : 0);
  const int in_group = in == kNowhere ? kNowhere : model_.people[index(in)].group;
  const int out_group = out == kNowhere ? kNowhere : model_.people[index(out)].group;
  long cost = 0;
  for (int group = 0; group < model_.groups; ++group) {
    int count = kinds_[first + index(group)];
    if (group == in_group) ++count;
    if (group == out_group) --count;
    cost += mix_of_group(zone, group, size, count);
  }
  return cost;
}

long RotationTally::mix_of_group(int zone, int group, int size, int count) const {
  const int present = model_.present[zone];
  if (present == 0) return 0;
  const int share = model_.group_count[zone][index(group)] * size;
  if (count * present < share) {
    const int floor = share / present;
    return count < floor ? kMixCost * (floor - count) : 0;
  }
  const int ceiling = (share + present - 1) / present;
  return count > ceiling ? kMixCost * (count - ceiling) : 0;
}

long RotationTally::change_cost(int round, int person, int table) const {
  const int told = model_.announced[index(round)][index(person)];
  return told == kNowhere || told == table ? 0 : kChangeCost;
}

}  // namespace rebond
