// The thread of the cafés, as a queue that a test runs by hand.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <utility>

#include "store/announcer.h"

namespace rebond {

/// The test's own thread is the thread of the cafés while it is in one of the run functions.
class CafeThread {
 public:
  /// Puts functions into this queue, which must outlive whoever posts.
  Post post() {
    return [this](std::function<void()> task) {
      {
        const std::lock_guard lock(mutex_);
        tasks_.push_back(std::move(task));
      }
      posted_.notify_one();
    };
  }

  /// Runs what is posted, waiting for more, until `done` is true.
  template <typename Done>
  void run_until(Done done) {
    while (!done()) take()();
  }

  /// Runs what is there and waits for nothing.
  void run_ready() {
    while (has_tasks()) take()();
  }

 private:
  std::function<void()> take() {
    std::unique_lock lock(mutex_);
    posted_.wait(lock, [this] { return !tasks_.empty(); });
    auto task = std::move(tasks_.front());
    tasks_.pop_front();
    return task;
  }

  bool has_tasks() {
    const std::lock_guard lock(mutex_);
    return !tasks_.empty();
  }

  std::mutex mutex_;  // Guards tasks_.
  std::condition_variable posted_;
  std::deque<std::function<void()>> tasks_;
};

}  // namespace rebond
