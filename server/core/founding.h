// The first entry of a café: what a plan and the built-in script make.
#pragma once

#include "core/decide.h"
#include "core/plan.h"

namespace rebond {

/// The tables of the plan and the steps and rounds of the built-in script, under ids of device 0.
///
/// The café opens in its first round, running without a deadline, so that captains may write at
/// once. The table at place n of the plan has the id table_id(n), n from 1.
Changes decide_founding(const Plan& plan, double now_ms);

/// The id of the table at a 1-based place of the plan.
Id table_id(std::uint32_t number);

}  // namespace rebond
