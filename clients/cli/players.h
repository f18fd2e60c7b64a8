// The captains of a plan, each on a connection of its own.
#pragma once

#include <vector>

#include "clients/cli/exit.h"
#include "clients/cpp/link.h"
#include "core/plan.h"

namespace rebond::cli {

struct PlayOptions {
  /// Seconds between two ideas of a table.
  double pace_s = 0;
  /// Without an acknowledgement for so long (the pace aside) it is over.
  double timeout_s = 30;
  bool json = false;
};

/// Writes every idea of the plan at its table, in order, all tables at once; an idea that the café
/// already has counts as acknowledged. Prints a line per idea and the sum. There must be a
/// captain for each table.
Exit play_plan(const Plan& plan, const std::vector<CafeLink>& captains, const PlayOptions& options);

}  // namespace rebond::cli
