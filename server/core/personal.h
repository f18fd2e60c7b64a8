// What one person, or one table's captains, are told alone (Control.personal).
#pragma once

#include "core/decide.h"
#include "core/owner.h"
#include "rebond/v1/frame.pb.h"

namespace rebond {

/// Whose drafts and anonymous ideas a member's are.
Owner owner_of(const Member& member);

/// For whom a member's dots count: a person's for the person, a captain's for those of the table
/// who have no device, a facilitator's for the room.
Owner supporter_of(const Member& member);

/// Under what id the SupportRecord of a supporter is kept; 0: a member who has no dots.
Id support_key(const Member& member);

/// Under what id the AnswersRecord of a member is kept: the person, else the device.
Id answers_key(const Member& member);

/// Whether a member is told the private things of that owner.
bool concerns(const Owner& owner, const Member& member);

/// Whether the facilitator lets the projector show first names.
bool shows_names(const State& state);

/// All that the member alone is told; nothing for a screen.
v1::Personal personal_of(const Member& member, const PrivateState& private_state);

}  // namespace rebond
