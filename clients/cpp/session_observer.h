// What a session tells its owner.
#pragma once

#include <cstdint>
#include <string>

#include "base/clock.h"
#include "base/error.h"
#include "clients/cpp/outcome.h"
#include "rebond/v1/entry.pb.h"
#include "rebond/v1/frame.pb.h"

namespace rebond {

/// Why a session is over. It does nothing any more.
struct Ending {
  enum class Kind {
    kStopped,         // stop() was called
    kClosed,          // the server closed with a code from 4500 to 4999: `code`, `message`
    kHistoryChanged,  // commands waited, and the café has lost what it acknowledged
    kUpgrade,         // the server knows more than this program (CU8)
    kRejected,        // the server refused to let this device join: `rejection`
  };
  Kind kind = Kind::kStopped;
  std::uint16_t code = 0;
  /// One sentence for a person.
  std::string message;
  v1::Rejection rejection;
};

/// Every call may call the session back (send, stop), but not destroy it.
class SessionObserver {
 public:
  virtual ~SessionObserver() = default;

  /// The answer to Hello, on each connection, before anything else of it.
  virtual void on_welcome(const v1::Welcome& /*welcome*/) {}
  /// Everything up to the server's head of this connection is here, and this device may write
  /// if its role may. Once a connection.
  virtual void on_live() {}
  /// An entry was applied.
  virtual void on_entry(const v1::Entry& /*entry*/) {}
  /// A snapshot took the place of what was there: entries were passed over.
  virtual void on_snapshot() {}
  /// A command has its outcome; after on_entry() when an entry says it.
  virtual void on_outcome(const Outcome& /*outcome*/) {}
  virtual void on_presence(const v1::PresenceEntry& /*presence*/) {}
  /// The links that were given out, whole, for a facilitator: on each connection and at each
  /// change.
  virtual void on_access_list(const v1::AccessList& /*list*/) {}
  /// Names, whole, for the roles that are told them; then as the list of links.
  virtual void on_directory(const v1::Directory& /*directory*/) {}
  /// What this link alone is told, whole; then as the list of links.
  virtual void on_personal(const v1::Personal& /*personal*/) {}
  virtual void on_notice(v1::NoticeKind /*notice*/) {}
  /// The connection is lost, or could not be made; the next attempt comes in `retry_in_ms`.
  virtual void on_disconnected(std::uint16_t /*code*/, const std::string& /*reason*/,
                               MonotonicMs /*retry_in_ms*/) {}
  /// The server did what the protocol excludes, or the copies diverged; the session mends itself.
  virtual void on_trouble(const Error& /*trouble*/) {}
  /// The last call.
  virtual void on_ended(const Ending& /*ending*/) {}
};

}  // namespace rebond
