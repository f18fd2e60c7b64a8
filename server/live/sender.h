// Puts together the next message of one client: shared ranges and a small private tail.
#pragma once

#include "live/environment.h"
#include "live/ring.h"
#include "live/roster.h"
#include "live/session.h"

namespace rebond {

/// Builds messages from what all clients share. Holds nothing of a client.
class Sender {
 public:
  Sender(const Environment& environment, const CafeId& cafe, const Ring& ring, Roster& roster)
      : environment_(environment), cafe_(cafe), ring_(ring), roster_(roster) {}

  /// The newest presence delta, for those who have seen the one before.
  void set_delta(SharedBytes delta) { delta_ = std::move(delta); }

  /// Fills `message` with what the client is to be sent next and moves the client on; an empty
  /// message when there is nothing. False when entries could not be read or were trimmed: the
  /// client needs a snapshot.
  bool next_message(Session& session, Message& message);

  /// There is something that next_message() would send.
  bool has_something(const Session& session) const;

 private:
  void add_prelude(Session& session, Message& message);
  bool add_entries(Session& session, Message& message);
  bool add_from_journal(Session& session, Message& message);
  void add_tail(Session& session, Message& message);
  void add_presence(Session& session, Message& message);

  const Environment& environment_;
  const CafeId& cafe_;
  const Ring& ring_;
  Roster& roster_;
  SharedBytes delta_;
};

}  // namespace rebond
