// The alarm of one café on the event loop.
#pragma once

#include <functional>
#include <optional>

#include "base/clock.h"
#include "live/wakeup.h"
#include "net/timer.h"

namespace rebond {

/// Calls `tick` on the thread of its executor; never from inside wake_in().
class AsioWakeup final : public Wakeup {
 public:
  /// `clock` must outlive this object.
  AsioWakeup(const boost::asio::any_io_executor& executor, const Clock& clock,
             std::function<void()> tick);

  void wake_in(MonotonicMs delay_ms) override;

 private:
  void ring();

  const Clock& clock_;
  std::function<void()> tick_;
  std::optional<MonotonicMs> due_;
  Timer timer_;
};

}  // namespace rebond
