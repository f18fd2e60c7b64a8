// A method that needs no thinking: seats by counting, suggestions by equal words.
#pragma once

#include <map>

#include "live/method.h"

namespace rebond::test {

/// Suggests ideas of different tables that begin with the same word.
class SimpleSuggester final : public Suggester {
 public:
  FoundSuggestions suggest(const IdeasToCompare& ideas) override {
    FoundSuggestions found;
    found.base_seq = ideas.base_seq;
    std::map<std::string, const IdeasToCompare::Idea*> first;
    for (const IdeasToCompare::Idea& idea : ideas.ideas) {
      const std::string word = idea.text.substr(0, idea.text.find(' '));
      const auto [known, is_new] = first.emplace(word, &idea);
      if (is_new || known->second->table == idea.table) continue;
      found.best.push_back({{known->second->card, idea.card}, 0, "", 500, {word}});
    }
    return found;
  }
};

/// In round r the i-th person sits at table i + r.
class SimpleMethod : public Method {
 public:
  PlannedSeats plan_seats(const SeatProblem& problem) const override {
    PlannedSeats planned;
    planned.base_seq = problem.base_seq;
    planned.seed = problem.seed;
    for (std::size_t r = 0; r < problem.rounds.size(); ++r) {
      if (!problem.rounds[r].to_come) continue;
      PlannedSeats::Round& round = planned.rounds.emplace_back();
      round.round = problem.rounds[r].id;
      for (std::size_t i = 0; i < problem.people.size() && !problem.tables.empty(); ++i) {
        const SeatProblem::Table& table = problem.tables[(i + r) % problem.tables.size()];
        round.seats.push_back({problem.people[i].id, table.id});
      }
    }
    return planned;
  }

  std::unique_ptr<Suggester> suggester() const override {
    return std::make_unique<SimpleSuggester>();
  }
};

}  // namespace rebond::test
