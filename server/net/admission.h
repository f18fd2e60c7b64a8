// How many connections the server takes, in all and from one address.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <string>

#include "base/limits.h"

namespace rebond {

/// Counts connections. Used on one thread; `limits` must outlive it, its tickets need not.
class Admission {
 public:
  /// One connection, counted as long as its ticket lives. Movable only.
  class Ticket;

  /// `sockets_max`: what the system grants, if it is less than the limit.
  explicit Admission(const Limits& limits,
                     std::size_t sockets_max = std::numeric_limits<std::size_t>::max());
  ~Admission();
  Admission(const Admission&) = delete;
  Admission& operator=(const Admission&) = delete;

  /// Counts a connection that was just accepted, as a pending handshake. When there are too many
  /// of those the oldest must go (HT13): an honest one is done in a moment. None when the server
  /// is full. Over the limit of its address it gets a ticket that says so, so that it can be told.
  std::optional<Ticket> admit(const std::string& address);

  std::size_t connections() const;
  /// Connections whose first request is not complete.
  std::size_t pending() const;
  /// Connections of devices to cafés.
  std::size_t live() const;

  /// Calls `then` when no device is connected any more; at once when none is. Set once.
  void when_nobody_is_live(std::function<void()> then);

 private:
  struct Counts;

  /// False when no pending handshake can be evicted.
  bool evict_oldest();

  const Limits& limits_;
  const std::size_t connections_max_;
  std::shared_ptr<Counts> counts_;
};

class Admission::Ticket {
 public:
  Ticket(std::shared_ptr<Counts> counts, std::string address, bool within_limit,
         std::uint64_t order);
  Ticket(Ticket&& other) noexcept = default;
  Ticket& operator=(Ticket&&) = delete;
  ~Ticket();

  /// False: this connection is one too many from its address.
  bool within_limit() const { return within_limit_; }

  /// What closes the connection if it has to make room while its handshake is pending. Replaces
  /// what was set before; not called any more after handshake_done() or the ticket's end.
  void when_evicted(std::function<void()> evict);

  /// The first request is complete.
  void handshake_done();
  /// The connection is a device's now.
  void goes_live();

 private:
  // Null when moved from.
  std::shared_ptr<Counts> counts_;
  std::string address_;
  bool within_limit_;
  // Its place among the pending handshakes.
  std::uint64_t order_;
  bool live_ = false;
};

}  // namespace rebond
