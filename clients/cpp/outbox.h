// The commands of one device, from the person's act to the café's outcome.
#pragma once

#include <limits>
#include <map>
#include <optional>
#include <string>

#include "base/clock.h"
#include "base/ids.h"
#include "base/result.h"
#include "clients/cpp/outcome.h"
#include "clients/cpp/own_ids.h"
#include "clients/cpp/send_pace.h"
#include "rebond/v1/command.pb.h"
#include "rebond/v1/entry.pb.h"
#include "rebond/v1/frame.pb.h"

namespace rebond {

/// Numbers commands 1, 2, 3, … and says which to send now, again and again until each has its
/// outcome, so that each is applied once whatever is lost (rules EO1 to EO6).
///
/// Sans-I/O; holds the commands in memory only. Not thread-safe.
class Outbox {
 public:
  static constexpr MonotonicMs kNever = std::numeric_limits<MonotonicMs>::max();
  static constexpr std::uint32_t kBatchMax = 64;
  /// Room in a message for what surrounds the commands.
  static constexpr std::uint32_t kFrameOverheadBytes = 1'024;

  /// A connection is open. Everything without an outcome will be sent (again) on it; in another
  /// history than before (EP3), only what that history may have an outcome for.
  ///
  /// Fails with kCorrupt when the server knows less of this device than was acknowledged, or
  /// knows it by another number, in the same history, while commands wait.
  Result<void> open(const v1::Welcome& welcome);

  /// In a new history under the old key: only outcomes are asked for.
  bool asks() const { return open_ && renews_; }

  /// In a new history nothing more can be done under this device key: the next connection must
  /// bring another one.
  bool needs_new_key() const;

  /// The connection is gone.
  void close() { open_ = false; }

  /// A new id of this device. open() must have been called for a device that may write.
  Id new_id() { return ids_.make(); }

  /// What an id that new_id() gave is called now: other than then after a new epoch.
  Id renamed(Id id) const { return ids_.renamed(id); }

  /// Gives the ids of a command that were made before a new epoch the names that they have now.
  void claim(v1::Command& command) { ids_.claim(command); }

  /// Takes an encoded Command. What is returned names it in its Outcome, whatever number it is
  /// sent under. Fails with kInvalid when it is larger than a message may be.
  Result<CommandNumber> add(std::string command);

  /// The next commands to send, at most one message; nothing when there is none to send now.
  std::optional<v1::CommandBatch> take(MonotonicMs now);

  /// When take() has something again; kNever when that depends on an outcome or a connection.
  MonotonicMs next_take(MonotonicMs now) const;

  /// The outcome that an entry tells, if it is one of a waiting command of this device (EO3).
  std::optional<Outcome> on_entry(const v1::Entry& entry);

  /// The outcome that a result tells; none when the command is to be sent again, or has one.
  std::optional<Outcome> on_result(const v1::Result& result, MonotonicMs now);

  /// The server takes commands again: what was put off is sent now.
  void retry_now() { paused_until_ = 0; }

  /// Entries were passed over that may have told outcomes: asks for them by sending again.
  void send_all_again() { next_to_send_ = 1; }

  DeviceNumber device() const { return ids_.device(); }
  /// Commands without an outcome.
  std::size_t waiting() const { return waiting_.size(); }

 private:
  struct Waiting {
    // As it was given out by add().
    CommandNumber name = 0;
    std::string command;
  };

  bool may_send(CommandNumber number) const;
  void send_again_from(CommandNumber number, MonotonicMs when);
  void number_anew(const v1::Welcome& welcome);
  bool has_to_ask() const { return !waiting_.empty() && waiting_.begin()->first <= asks_until_; }

  bool open_ = false;
  OwnIds ids_;
  Epoch epoch_ = 0;
  // In a new history under the old key: the last command that may have an outcome there.
  bool renews_ = false;
  CommandNumber asks_until_ = 0;
  CommandNumber last_name_ = 0;
  CommandNumber last_number_ = 0;
  CommandNumber next_to_send_ = 1;
  MonotonicMs paused_until_ = 0;
  std::uint32_t window_ = kBatchMax;
  std::size_t message_bytes_ = 64 * 1024;
  SendPace pace_;
  std::map<CommandNumber, Waiting> waiting_;
};

}  // namespace rebond
