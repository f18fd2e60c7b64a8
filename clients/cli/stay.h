// A stay in one café: from connecting to the end of a command.
#pragma once

#include <boost/asio/io_context.hpp>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "base/clock.h"
#include "base/random.h"
#include "clients/cli/exit.h"
#include "clients/cpp/live_client.h"

namespace rebond::cli {

/// When to give up on a server that cannot be reached.
enum class Retry {
  kBeforeFirstWelcome,  // keep trying until the time is over
  kAfterFirstWelcome,   // the first attempt must succeed; later ones are repeated
};

/// Runs one session on an event loop of its own. A command derives from it, reacts to what the
/// session tells and calls finish(). Used once.
class Stay : public SessionObserver {
 public:
  Stay(const CafeLink& link, SessionOptions options, Retry retry);

  /// Connects and returns when finish() was called, the session ended or `timeout` was over;
  /// without a timeout it may stay for ever.
  Exit run(std::optional<std::chrono::milliseconds> timeout);

 protected:
  ClientSession& session() { return client_.session(); }
  const ClientSession& session() const { return client_.session(); }
  const CafeLink& link() const { return link_; }

  /// Ends the stay; the first call decides.
  void finish(Exit exit);

  /// What to say when the time is over although the server could be reached.
  virtual std::string too_late() const;

  void on_disconnected(std::uint16_t code, const std::string& reason,
                       MonotonicMs retry_in_ms) override;
  void on_ended(const Ending& ending) override;
  void on_welcome(const v1::Welcome& welcome) override;

 private:
  Exit unreachable_now() const;

  CafeLink link_;
  Retry retry_;
  boost::asio::io_context io_;
  SystemClock clock_;
  SystemRandom random_;
  LiveClient client_;
  bool welcomed_ = false;
  std::string trouble_;
  std::optional<Exit> exit_;
};

/// To look at a café: nothing is written, not even that somebody joined.
SessionOptions to_look(const CafeLink& link);
/// To write in it.
SessionOptions to_write(const CafeLink& link);

/// The target of a link, for sessions that are not a Stay.
WebSocketTarget target_of(const CafeLink& link);

/// Seconds as they are typed, as a duration.
std::chrono::milliseconds from_seconds(double seconds);

}  // namespace rebond::cli
