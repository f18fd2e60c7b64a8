// What every café of a process shares.
#pragma once

#include <string>
#include <vector>

#include "base/clock.h"
#include "base/limits.h"
#include "base/random.h"
#include "live/journal.h"

namespace rebond {

/// References to what outlives the cafés.
struct Environment {
  Journal& journal;
  const Clock& clock;
  Random& random;
  const Limits& limits;
  /// The addresses at which people reach this server, best first; may change while it runs.
  const std::vector<std::string>& addresses;
};

}  // namespace rebond
