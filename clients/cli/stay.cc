// A stay in one café: from connecting to the end of a command.
#include "clients/cli/stay.h"

#include <utility>

namespace rebond::cli {

WebSocketTarget target_of(const CafeLink& link) {
  return {link.server, link.live_path(), {}};
}

SessionOptions to_look(const CafeLink& link) {
  SessionOptions options;
  options.token = link.token;
  options.joins = false;
  return options;
}

SessionOptions to_write(const CafeLink& link) {
  SessionOptions options;
  options.token = link.token;
  return options;
}

std::chrono::milliseconds from_seconds(double seconds) {
  return std::chrono::milliseconds(static_cast<std::int64_t>(seconds * 1'000));
}

Stay::Stay(const CafeLink& link, SessionOptions options, Retry retry)
    : link_(link),
      retry_(retry),
      client_({io_, clock_, random_}, target_of(link), std::move(options), *this) {}

Exit Stay::run(std::optional<std::chrono::milliseconds> timeout) {
  session().start();
  if (timeout) {
    io_.run_for(*timeout);
  } else {
    io_.run();
  }
  if (exit_) return *exit_;
  return welcomed_ ? unreachable(too_late()) : unreachable_now();
}

void Stay::finish(Exit exit) {
  if (exit_) return;
  exit_ = std::move(exit);
  session().stop();
}

std::string Stay::too_late() const {
  return "the café did not answer in time; look whether the server still runs, or give it a longer "
         "--timeout";
}

void Stay::on_welcome(const v1::Welcome&) {
  welcomed_ = true;
}

void Stay::on_disconnected(std::uint16_t, const std::string& reason, MonotonicMs) {
  trouble_ = reason;
  if (!welcomed_ && retry_ == Retry::kAfterFirstWelcome) finish(unreachable_now());
}

void Stay::on_ended(const Ending& ending) {
  if (!exit_) exit_ = exit_of(ending);
  io_.stop();
}

Exit Stay::unreachable_now() const {
  const std::string why = trouble_.empty() ? "" : " (" + trouble_ + ")";
  return unreachable("cannot reach the café at http://" + link_.server.authority() + why +
                     "; is rebond-server running there?");
}

}  // namespace rebond::cli
