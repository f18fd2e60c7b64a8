// SIGTERM and SIGINT on the event loop.
#include "net/stop_signals.h"

#include <csignal>
#include <utility>

namespace rebond {

StopSignals::StopSignals(boost::asio::io_context& io, std::function<void()> on_signal)
    : signals_(io, SIGTERM, SIGINT), on_signal_(std::move(on_signal)) {
  wait();
}

void StopSignals::wait() {
  signals_.async_wait([this](const boost::system::error_code& error, int /*signal*/) {
    if (error) return;
    on_signal_();
    wait();
  });
}

}  // namespace rebond
