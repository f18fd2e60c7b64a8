// Cafés of all kinds from a seed, and what every plan of them must keep.
#pragma once

#include <string>
#include <vector>

#include "base/random.h"
#include "method/rotation.h"

namespace rebond::testing {

/// A café that has a plan: people, tables, rounds and wishes at random.
RotationProblem random_cafe(Random& random);

/// A round is over: people came late, left, did not come or sat elsewhere than announced.
void live_one_round(RotationProblem& problem, const RotationPlan& plan, Random& random);

/// What is wrong with the plan; empty when everybody sits once, within capacities, where they
/// stay, with their own kind of tables, and the past is as it was.
std::vector<std::string> broken_promises(const RotationProblem& problem, const RotationPlan& plan);

}  // namespace rebond::testing
