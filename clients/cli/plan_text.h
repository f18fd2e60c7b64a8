// A rotation plan as the terminal prints it.
#pragma once

#include <string>
#include <vector>

#include "method/rotation.h"

namespace rebond::cli {

/// How the people 1, 2, 3, … of a plan are called.
struct PlanNames {
  /// As text shows them.
  std::vector<std::string> names;
  /// As JSON shows them, each a JSON value.
  std::vector<std::string> json_ids;
};

/// {"rounds":[[[ids at table 1],…],…],"repeats":n,"revisits":n,"optimal":true|false}.
std::string plan_as_json(const RotationPlan& plan, std::size_t tables, const PlanNames& names);

/// Who sits where, round by round; the score in words; the rule that needs no device, if any.
std::string plan_as_text(const RotationPlan& plan, std::size_t tables, const PlanNames& names);

}  // namespace rebond::cli
