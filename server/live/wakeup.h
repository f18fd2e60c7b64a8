// How live code asks to be called later.
#pragma once

#include "base/clock.h"

namespace rebond {

/// One alarm of one café. Implemented by the event loop, the simulation and the tests.
class Wakeup {
 public:
  virtual ~Wakeup() = default;

  /// Asks for one call of Room::tick() in `delay_ms` at the latest; 0: right after this event.
  /// An earlier request that is still open stays when it is sooner.
  virtual void wake_in(MonotonicMs delay_ms) = 0;
};

}  // namespace rebond
