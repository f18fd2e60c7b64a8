// A whole evening, from the preparation to the thanks, played by one program.
#pragma once

#include "clients/cli/arguments.h"
#include "clients/cli/exit.h"
#include "core/plan.h"

namespace rebond::cli {

struct EveningOptions {
  /// Without an answer of the server for so long it is over.
  double timeout_s = 30;
  bool json = false;
};

/// Plays every step of the café: people come, two of them late, and one leaves; tables talk in
/// rounds and write the plan's ideas, the last table without a tablet; a captain is replaced; the
/// tables move, write their syntheses, support ideas; the expert answers, actions are planned and
/// people are thanked. Prints a line a step, then "acknowledged 25 of 25". The café must be fresh:
/// made from this plan, with no ideas yet.
Exit play_evening(const Plan& plan, const CafeLinkSet& links, const EveningOptions& options);

}  // namespace rebond::cli
