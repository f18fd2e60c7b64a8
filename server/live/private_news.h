// What private writes mean to those who are connected.
#pragma once

#include <vector>

#include "base/ids.h"
#include "core/private_write.h"

namespace rebond {

struct PrivateNews {
  /// Names changed.
  bool people = false;
  /// Links were given out or taken back.
  bool accesses = false;
  /// The links that were taken back.
  std::vector<Id> revoked = {};

  bool empty() const { return !people && !accesses; }
};

PrivateNews news_of(const std::vector<PrivateWrite>& writes);

}  // namespace rebond
