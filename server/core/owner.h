// Whose private things are meant: a person's, a table's, or those of a link without a person.
#pragma once

#include "base/ids.h"

namespace rebond {

/// Exactly one of the three is not 0; all are 0 for the facilitators together.
struct Owner {
  Id participant = 0;
  /// Of the captains of a table, whatever tablet they hold.
  Id table = 0;
  /// The link that devices came with which belong to no person and no table.
  Id access = 0;

  bool operator==(const Owner&) const = default;
};

}  // namespace rebond
