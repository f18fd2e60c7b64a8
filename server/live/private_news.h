// What private writes mean to those who are connected.
#pragma once

#include <vector>

#include "base/ids.h"
#include "core/decide.h"
#include "core/owner.h"
#include "core/private_write.h"

namespace rebond {

struct PrivateNews {
  /// Names or wishes changed.
  bool people = false;
  /// Links were given out or taken back.
  bool accesses = false;
  /// The links that were taken back.
  std::vector<Id> revoked = {};
  /// Whose private things changed, each once: see concerns() of core/personal.h.
  std::vector<Owner> personal = {};

  bool empty() const { return !people && !accesses && personal.empty(); }
};

/// `member` asked for the writes.
PrivateNews news_of(const std::vector<PrivateWrite>& writes, const Member& member);

}  // namespace rebond
