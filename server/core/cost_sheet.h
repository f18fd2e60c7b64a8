// What a café costs, and what that is for each who takes part.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/state.h"

namespace rebond {

/// A line of the cost sheet, with its part of the whole.
struct CostShare {
  Id id = 0;
  std::string label;
  std::uint32_t days_hundredths = 0;
  std::uint32_t euros = 0;
  /// Of all euros, in tenths of a percent, rounded to the nearest.
  std::uint32_t per_mille = 0;
};

/// Sums are exact; what is divided is rounded to the nearest euro, halves up. A number of people
/// or cafés that was not said is 0, and so is what is for each of them.
struct CostSheet {
  /// In the order of their positions, without those that were withdrawn.
  std::vector<CostShare> lines;
  // One café.
  std::uint64_t days_hundredths = 0;
  std::uint64_t euros = 0;
  // All cafés of the programme; one when nobody said how many there are.
  std::uint32_t cafes = 1;
  std::uint64_t programme_days_hundredths = 0;
  std::uint64_t programme_euros = 0;
  // What the programme costs for each who takes part in it.
  std::uint64_t employees = 0;
  std::uint64_t tenants = 0;
  std::uint64_t euros_per_employee = 0;
  std::uint64_t euros_per_tenant = 0;
};

/// Pure.
CostSheet cost_sheet(const State& state);

}  // namespace rebond
