// One timer of the event loop, which its owner may drop at any time.
#include "net/timer.h"

#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <utility>

namespace rebond {

struct Timer::Alarm {
  explicit Alarm(const boost::asio::any_io_executor& executor) : timer(executor) {}

  boost::asio::steady_timer timer;
  // Of the last start: an earlier wait may have ended already, with its call still to come.
  std::uint64_t round = 0;
  std::function<void()> then;
};

Timer::Timer(const boost::asio::any_io_executor& executor)
    : alarm_(std::make_shared<Alarm>(executor)) {}

Timer::~Timer() {
  stop();
}

void Timer::start(std::int64_t delay_ms, std::function<void()> then) {
  const std::uint64_t round = ++alarm_->round;
  alarm_->then = std::move(then);
  alarm_->timer.expires_after(std::chrono::milliseconds(delay_ms));
  alarm_->timer.async_wait([alarm = alarm_, round](const boost::system::error_code&) {
    if (alarm->round != round || !alarm->then) return;
    std::exchange(alarm->then, nullptr)();
  });
}

void Timer::stop() {
  ++alarm_->round;
  alarm_->then = nullptr;
  alarm_->timer.cancel();
}

}  // namespace rebond
