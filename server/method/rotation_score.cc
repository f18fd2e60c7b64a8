// How good a plan is, counted from the plan alone.
#include "method/rotation_score.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <unordered_map>

#include "method/rotation_sizes.h"

namespace rebond {
namespace {

constexpr std::size_t kNobody = static_cast<std::size_t>(-1);

class Count {
 public:
  Count(const RotationProblem& problem, const std::vector<RotationRound>& rounds)
      : problem_(problem), rounds_(rounds), people_(problem.people.size()) {
    for (std::size_t p = 0; p < people_; ++p) person_.emplace(problem.people[p].id, p);
    for (std::size_t t = 0; t < problem.tables.size(); ++t) table_.emplace(problem.tables[t].id, t);
    std::size_t remote_tables = 0;
    for (const RotationTable& table : problem.tables) remote_tables += table.remote ? 1U : 0U;
    travels_.resize(people_);
    set_.assign(people_, kNobody);
    for (std::size_t p = 0; p < people_; ++p) {
      const RotationPerson& person = problem.people[p];
      travels_[p] = !person.stays && !(person.remote && remote_tables < 2);
    }
    join_sets();
    for (const RotationRound& round : rounds) {
      auto& seats = seats_.emplace_back(people_, kNobody);
      for (const RotationSeat& seat : round) seats[person_.at(seat.person)] = table_.at(seat.table);
    }
  }

  RotationScore score() {
    meetings();
    revisits();
    constraints();
    for (std::size_t r = problem_.past.size(); r < rounds_.size(); ++r) tables_of(r);
    changes();
    return score_;
  }

 private:
  /// Who belongs together moves as one, and stays with whoever of them stays.
  void join_sets() {
    // A person in two sets joins them: repeat until nothing changes.
    std::vector<std::vector<std::size_t>> sets;
    for (const std::vector<Id>& ids : problem_.together) {
      std::vector<std::size_t> set;
      for (const Id id : ids) {
        if (!problem_.people[person_.at(id)].gone) set.push_back(person_.at(id));
      }
      for (std::size_t i = 0; i < sets.size();) {
        const bool shared = std::any_of(set.begin(), set.end(), [&](std::size_t p) {
          return std::find(sets[i].begin(), sets[i].end(), p) != sets[i].end();
        });
        if (!shared) {
          ++i;
          continue;
        }
        set.insert(set.end(), sets[i].begin(), sets[i].end());
        sets.erase(sets.begin() + static_cast<std::ptrdiff_t>(i));
      }
      sets.push_back(std::move(set));
    }
    for (std::size_t i = 0; i < sets.size(); ++i) {
      bool stays = false;
      for (const std::size_t p : sets[i]) stays = stays || !travels_[p];
      for (const std::size_t p : sets[i]) {
        set_[p] = i;
        if (stays) travels_[p] = false;
      }
    }
  }

  /// met[a * people + b] for b < a.
  std::vector<std::uint8_t> met() const {
    std::vector<std::uint8_t> met(people_ * people_, 0);
    for (const auto& seats : seats_) {
      std::vector<std::vector<std::size_t>> at(problem_.tables.size());
      for (std::size_t a = 0; a < people_; ++a) {
        if (seats[a] == kNobody) continue;
        for (const std::size_t b : at[seats[a]]) ++met[a * people_ + b];
        at[seats[a]].push_back(a);
      }
    }
    return met;
  }

  void meetings() {
    const std::vector<std::uint8_t> met = this->met();
    std::vector<std::uint32_t> different(people_, 0);
    std::vector<bool> twice(people_, false);
    for (std::size_t a = 0; a < people_; ++a) {
      for (std::size_t b = 0; b < a; ++b) {
        const std::uint32_t m = met[a * people_ + b];
        if (m == 0) continue;
        ++different[a];
        ++different[b];
        const bool on_purpose = set_[a] != kNobody && set_[a] == set_[b];
        if (on_purpose || !travels_[a] || !travels_[b]) continue;
        if (m > 1) twice[a] = twice[b] = true;
        score_.meetings_max = std::max(score_.meetings_max, m);
        score_.repeats += m - 1;
        score_.pairs_of_meetings += m * (m - 1) / 2;
      }
    }
    score_.people_with_repeat =
        static_cast<std::uint32_t>(std::count(twice.begin(), twice.end(), true));
    std::vector<std::uint32_t> encounters;
    for (std::size_t p = 0; p < people_; ++p) {
      if (travels_[p] && !problem_.people[p].gone) encounters.push_back(different[p]);
    }
    if (encounters.empty()) return;
    std::sort(encounters.begin(), encounters.end());
    score_.encounters_min = encounters.front();
    score_.encounters_median = encounters[encounters.size() / 2];
    score_.encounters_max = encounters.back();
  }

  void revisits() {
    for (std::size_t p = 0; p < people_; ++p) {
      if (!travels_[p]) continue;
      std::vector<bool> seen(problem_.tables.size(), false);
      for (const auto& seats : seats_) {
        if (seats[p] == kNobody) continue;
        if (seen[seats[p]]) ++score_.revisits;
        seen[seats[p]] = true;
      }
    }
  }

  void constraints() {
    for (std::size_t r = problem_.past.size(); r < rounds_.size(); ++r) {
      const auto& seats = seats_[r];
      for (const auto& [first, second] : problem_.apart) {
        const std::size_t table = seats[person_.at(first)];
        if (table != kNobody && table == seats[person_.at(second)]) ++score_.apart_broken;
      }
      for (const std::vector<Id>& set : problem_.together) {
        std::map<std::size_t, std::uint32_t> at;
        std::uint32_t seated = 0;
        std::uint32_t most = 0;
        for (const Id id : set) {
          const std::size_t table = seats[person_.at(id)];
          if (table == kNobody) continue;
          ++seated;
          most = std::max(most, ++at[table]);
        }
        score_.together_broken += seated - most;
      }
    }
  }

  void tables_of(std::size_t r) {
    for (const bool remote : {false, true}) {
      std::vector<std::vector<std::size_t>> at;
      std::vector<TableRoom> rooms;
      std::vector<std::size_t> people;
      for (std::size_t t = 0; t < problem_.tables.size(); ++t) {
        const RotationTable& table = problem_.tables[t];
        if (table.remote != remote || table.closed) continue;
        at.emplace_back();
        rooms.push_back({0, table.capacity == 0 ? static_cast<int>(people_)
                                                : static_cast<int>(table.capacity)});
        for (std::size_t p = 0; p < people_; ++p) {
          if (seats_[r][p] != t) continue;
          at.back().push_back(p);
          people.push_back(p);
          if (problem_.people[p].stays) ++rooms.back().staying;
        }
      }
      if (people.empty()) continue;
      spread(at, balanced_sizes(static_cast<int>(people.size()), rooms));
      for (const std::vector<std::size_t>& table : at) mix(table, people);
    }
  }

  void spread(const std::vector<std::vector<std::size_t>>& at,
              const std::vector<SizeRange>& ideal) {
    int least = static_cast<int>(people_);
    int most = -least;
    for (std::size_t t = 0; t < at.size(); ++t) {
      const int over = static_cast<int>(at[t].size()) - ideal[t].low;
      // A table that capacity keeps small is as full as it can be.
      const bool full = ideal[t].low == ideal[t].high && over == 0;
      if (!full) least = std::min(least, over);
      if (!full) most = std::max(most, over);
    }
    if (most > least) {
      score_.spread = std::max(score_.spread, static_cast<std::uint32_t>(most - least));
    }
  }

  void mix(const std::vector<std::size_t>& table, const std::vector<std::size_t>& people) {
    std::map<std::uint32_t, std::pair<std::size_t, std::size_t>> kinds;
    for (const std::size_t p : people) ++kinds[problem_.people[p].group].first;
    for (const std::size_t p : table) ++kinds[problem_.people[p].group].second;
    std::size_t over = 0;
    std::size_t under = 0;
    for (const auto& [group, counts] : kinds) {
      const std::size_t share = counts.first * table.size();
      const std::size_t floor = share / people.size();
      const std::size_t ceiling = (share + people.size() - 1) / people.size();
      if (counts.second > ceiling) over += counts.second - ceiling;
      if (counts.second < floor) under += floor - counts.second;
    }
    score_.mix_off += static_cast<std::uint32_t>(std::max(over, under));
  }

  void changes() {
    std::vector<bool> changed(people_, false);
    const std::size_t last = std::min(rounds_.size(), problem_.announced.size());
    for (std::size_t r = problem_.past.size(); r < last; ++r) {
      for (const RotationSeat& told : problem_.announced[r]) {
        const auto person = person_.find(told.person);
        if (person == person_.end() || problem_.people[person->second].gone) continue;
        const std::size_t p = person->second;
        const auto table = table_.find(told.table);
        if (table != table_.end() && seats_[r][p] == table->second) continue;
        changed[p] = true;
        ++score_.seats_changed;
      }
    }
    score_.people_changed =
        static_cast<std::uint32_t>(std::count(changed.begin(), changed.end(), true));
  }

  const RotationProblem& problem_;
  const std::vector<RotationRound>& rounds_;
  std::size_t people_;
  std::unordered_map<Id, std::size_t> person_;
  std::unordered_map<Id, std::size_t> table_;
  std::vector<bool> travels_;
  std::vector<std::size_t> set_;
  std::vector<std::vector<std::size_t>> seats_;
  RotationScore score_;
};

}  // namespace

RotationScore score_rotation(const RotationProblem& problem,
                             const std::vector<RotationRound>& rounds) {
  return Count(problem, rounds).score();
}

}  // namespace rebond
