// The alarm of one café on the event loop.
#include "net/asio_wakeup.h"

#include <algorithm>
#include <utility>

namespace rebond {

AsioWakeup::AsioWakeup(const boost::asio::any_io_executor& executor, const Clock& clock,
                       std::function<void()> tick)
    : clock_(clock), tick_(std::move(tick)), timer_(executor) {}

void AsioWakeup::wake_in(MonotonicMs delay_ms) {
  const MonotonicMs due = clock_.monotonic_ms() + std::max<MonotonicMs>(delay_ms, 0);
  if (due_ && *due_ <= due) return;
  due_ = due;
  timer_.start(delay_ms, [this] { ring(); });
}

void AsioWakeup::ring() {
  // The tick may ask for the next one.
  due_.reset();
  tick_();
}

}  // namespace rebond
