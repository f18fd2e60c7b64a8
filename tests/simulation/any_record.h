// A random record of a kind in somebody's copy of the café.
#pragma once

#include <vector>

#include "base/random.h"
#include "core/state.h"

namespace rebond::sim {

/// 0 when there is none.
template <typename Record>
Id any(Random& random, const State& state) {
  std::vector<Id> ids;
  state.records().each<Record>([&](Id id, const Record&) { ids.push_back(id); });
  return ids.empty() ? 0 : ids[random.below(ids.size())];
}

}  // namespace rebond::sim
