// How many connections the server takes, in all and from one address.
#pragma once

#include <cstddef>
#include <functional>
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

  explicit Admission(const Limits& limits);
  ~Admission();
  Admission(const Admission&) = delete;
  Admission& operator=(const Admission&) = delete;

  /// Counts a connection that was just accepted, as a pending handshake. None when there are too
  /// many of those. Over the limit of its address it gets a ticket that says so, so that it can
  /// be told.
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

  const Limits& limits_;
  std::shared_ptr<Counts> counts_;
};

class Admission::Ticket {
 public:
  Ticket(std::shared_ptr<Counts> counts, std::string address, bool within_limit);
  Ticket(Ticket&& other) noexcept = default;
  Ticket& operator=(Ticket&&) = delete;
  ~Ticket();

  /// False: this connection is one too many from its address.
  bool within_limit() const { return within_limit_; }

  /// The first request is complete.
  void handshake_done();
  /// The connection is a device's now.
  void goes_live();

 private:
  // Null when moved from.
  std::shared_ptr<Counts> counts_;
  std::string address_;
  bool within_limit_;
  bool pending_ = true;
  bool live_ = false;
};

}  // namespace rebond
