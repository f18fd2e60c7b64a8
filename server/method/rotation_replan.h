// Plans the rounds to come again around what people were told, changing as little as possible.
#pragma once

#include "base/random.h"
#include "method/rotation_model.h"

namespace rebond {

/// Most of those whose seats were announced for past rounds sat elsewhere: the room has chosen
/// freely, and there is nothing to keep to.
bool announcements_are_void(const RotationModel& model);

/// Seat inheritance: whoever comes late takes a free route, of somebody who left or of a seat
/// that nobody had; everybody else keeps theirs. Whoever sat elsewhere than announced, or can no
/// longer go as announced, chooses again among the free routes.
///
/// Some rounds are then mended by a search for which an announced seat has its price: rounds with
/// a capacity or a pair to be apart broken; the next round when a table would have fewer than 3
/// people or tables would differ by more than 2; all rounds when those who sat elsewhere would
/// meet the same people or tables again; a round about which most people were told nothing.
RotationSeats replan_seats(const RotationModel& model, const RotationBudget& budget,
                           Random& random);

}  // namespace rebond
