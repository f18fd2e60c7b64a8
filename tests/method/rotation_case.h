// Cafés given by three numbers, as the method's tables name them.
#pragma once

#include "method/rotation.h"

namespace rebond::testing {

/// Travellers 1..n, tables 1..t; captains are extra.
struct RotationCase {
  std::size_t travellers = 0;
  std::size_t tables = 0;
  std::size_t rounds = 0;
};

inline RotationProblem problem_of(const RotationCase& numbers) {
  RotationProblem problem;
  for (Id id = 1; id <= numbers.travellers; ++id) problem.people.push_back({id});
  for (Id id = 1; id <= numbers.tables; ++id) problem.tables.push_back({id});
  problem.rounds = numbers.rounds;
  return problem;
}

}  // namespace rebond::testing
