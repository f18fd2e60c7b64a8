// Whom an erasure or a report is about, and what in a café leads to that person.
#pragma once

#include <set>

#include "base/ids.h"
#include "base/result.h"
#include "core/history.h"

namespace rebond {

/// A person who has joined, or a device that no person joined with, such as a captain's tablet.
/// Exactly one of the two is not 0.
struct Subject {
  Id participant = 0;
  DeviceNumber device = 0;
};

/// Everything by which a café knows the subject.
struct Identity {
  Id participant = 0;
  /// Devices that the subject wrote with.
  std::set<DeviceNumber> devices;
  /// Personal links, by the id of their TokenRecord. A table's link is nobody's own.
  std::set<Id> tokens;

  bool is(Id person) const { return person != 0 && person == participant; }
  bool has(DeviceNumber device) const { return devices.contains(device); }
};

/// Fails with kNotFound when the café knows nobody by that number, and with kInvalid when the
/// device is that of a person, whom the error names.
Result<Identity> identify(const History& history, const Subject& subject);

}  // namespace rebond
