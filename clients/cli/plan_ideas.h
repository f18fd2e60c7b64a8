// The ideas of a plan, however little else it says.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "method/convergence.h"

namespace rebond::cli {

/// What convergence needs of a plan.
struct PlanIdeas {
  /// `language`, else `source.language`, else French.
  std::string language = "fr";
  /// Ids and tables are 1, 2, 3, … in the order of the plan.
  std::vector<ConvergingIdea> ideas;
  /// The plan's own ids, texts or whole numbers, in the same order.
  std::vector<nlohmann::json> names;

  const nlohmann::json& name(Id id) const { return names[id - 1]; }
  const std::string& text(Id id) const { return ideas[id - 1].text; }
};

/// Reads JSON that has at least tables[].ideas[].{id,text}: tables need no name, texts may be
/// empty. Bytes that are no UTF-8 are replaced. Fails with the field and the remedy.
Result<PlanIdeas> read_plan_ideas(std::string_view json);

}  // namespace rebond::cli
