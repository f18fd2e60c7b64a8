// In which order people take seats, so that a seat colour holds people who need not meet.
#pragma once

#include <vector>

#include "method/rotation_model.h"

namespace rebond {

/// People who take one seat of a colour: one, or a unit.
using SeatItem = std::vector<int>;

/// Splits the travellers, in the given order, into items: larger units first, then kind by kind.
/// Every `tables` items in a row share a colour; those to be kept apart stand in the same row
/// where they fit.
std::vector<SeatItem> seat_order(const RotationModel& model, const std::vector<int>& travellers,
                                 int tables);

}  // namespace rebond
