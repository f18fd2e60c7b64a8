// One timer of the event loop, which its owner may drop at any time.
#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <cstdint>
#include <functional>
#include <memory>

namespace rebond {

/// Calls a function once, later, on the thread of its executor; never after it was stopped,
/// started again or destroyed. Used on that thread only.
class Timer {
 public:
  explicit Timer(const boost::asio::any_io_executor& executor);
  ~Timer();
  Timer(const Timer&) = delete;
  Timer& operator=(const Timer&) = delete;

  /// Forgets what it was started for before.
  void start(std::int64_t delay_ms, std::function<void()> then);
  void stop();

 private:
  struct Alarm;

  // Shared with the wait that is under way.
  std::shared_ptr<Alarm> alarm_;
};

}  // namespace rebond
