// What every café of a process shares.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/limits.h"
#include "base/random.h"
#include "live/journal.h"

namespace rebond {

class Method;

/// Runs `work` where it keeps nobody waiting, then `then` on the thread of the cafés.
using RunAside = std::function<void(std::function<void()> work, std::function<void()> then)>;

/// References to what outlives the cafés.
struct Environment {
  Journal& journal;
  const Clock& clock;
  Random& random;
  const Limits& limits;
  /// The addresses at which people reach this server, best first; may change while it runs.
  const std::vector<std::string>& addresses;
  /// Plans seats and finds ideas that converge; null: nobody does.
  const Method* method = nullptr;
  /// Where slow work is done; empty: on the thread of the cafés.
  RunAside run_aside = {};
};

}  // namespace rebond
