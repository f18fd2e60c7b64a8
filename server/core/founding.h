// The first entry of a café: what a plan makes.
#pragma once

#include "core/decide.h"
#include "core/plan.h"

namespace rebond {

/// All that the plan says: the café, its script, tables, expected people, tasks, costs and what is
/// carried over, under ids of device 0. The names and wishes of people are private writes.
///
/// The café opens in its first round, running without a deadline, so that captains may write at
/// once. The table at place n of the plan has the id table_id(n), n from 1.
Changes decide_founding(const Plan& plan, double now_ms);

/// The id of the table at a 1-based place of the plan.
Id table_id(std::uint32_t number);

/// The id of the person at a 1-based place of the plan.
Id person_id(std::uint32_t number);

}  // namespace rebond
