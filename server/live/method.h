// What a café asks of the method's algorithms; live owns the words, server/method has the answers.
#pragma once

#include <memory>

#include "core/seat_problem.h"
#include "core/seats_planned.h"
#include "core/suggested.h"

namespace rebond {

/// Finds ideas of one café that converge, and remembers them from call to call, so that a new idea
/// is cheap. Used by one thread at a time, any thread.
class Suggester {
 public:
  virtual ~Suggester() = default;

  virtual FoundSuggestions suggest(const IdeasToCompare& ideas) = 0;
};

/// Implemented over server/method, given to the cafés by main. Pure: the same question and seed
/// have the same answer. May be used on several threads.
class Method {
 public:
  virtual ~Method() = default;

  /// Who is to sit where in the rounds to come; `trouble` says why not when it cannot be.
  virtual PlannedSeats plan_seats(const SeatProblem& problem) const = 0;

  virtual std::unique_ptr<Suggester> suggester() const = 0;
};

}  // namespace rebond
