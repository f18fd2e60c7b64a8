// SIGTERM and SIGINT on the event loop.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <functional>

namespace rebond {

/// Calls `on_signal` at each signal, on the thread of the event loop.
class StopSignals {
 public:
  StopSignals(boost::asio::io_context& io, std::function<void()> on_signal);

 private:
  void wait();

  boost::asio::signal_set signals_;
  std::function<void()> on_signal_;
};

}  // namespace rebond
