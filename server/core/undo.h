// What a device's actions are taken back with: noted when they are accepted (rules UN).
#pragma once

#include "core/decide.h"

namespace rebond {

/// Adds to the changes of an accepted command, in private, what would take it back; nothing when
/// it is none that can be taken back.
void note_for_undo(const v1::Command& command, const Context& context, Changes& changes);

/// The write that keeps what is left of a device's steps. The oldest go when there are too many.
PrivateWrite keep_steps(DeviceNumber device, v1::UndoRecord record);

}  // namespace rebond
