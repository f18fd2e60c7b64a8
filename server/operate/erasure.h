// The order to erase a person, carried out on open cafés.
#pragma once

#include "live/rooms.h"
#include "operate/desk.h"

namespace rebond::operate {

/// Erases as the order says; `answer` gets what was removed. On the thread of the cafés.
void erase(Rooms& rooms, const EraseOrder& order, Desk::Answer answer);

}  // namespace rebond::operate
