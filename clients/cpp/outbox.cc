// The commands of one device, from the person's act to the café's outcome.
#include "clients/cpp/outbox.h"

#include <algorithm>

#include "base/check.h"

namespace rebond {
namespace {

// How long to wait when a refusal does not say it.
constexpr MonotonicMs kRetryMs = 50;
constexpr MonotonicMs kRetryReadOnlyMs = 1'000;

bool is_for_later(v1::RejectionCode code) {
  return code == v1::REJECTION_CODE_RATE_LIMITED || code == v1::REJECTION_CODE_OVERLOADED ||
         code == v1::REJECTION_CODE_READ_ONLY;
}

MonotonicMs retry_after(const v1::Rejection& rejection) {
  if (rejection.retry_after_ms() > 0) return rejection.retry_after_ms();
  return rejection.code() == v1::REJECTION_CODE_READ_ONLY ? kRetryReadOnlyMs : kRetryMs;
}

}  // namespace

Result<void> Outbox::open(const v1::Welcome& welcome) {
  const bool is_new_history = epoch_ != 0 && welcome.epoch() != epoch_ && device() != 0;
  const bool is_known = welcome.device() == device();
  renews_ = is_new_history && is_known;
  asks_until_ = renews_ ? welcome.last_command() : 0;
  if (is_new_history && welcome.device() == 0 && !waiting_.empty()) {
    return Error{
        ErrorKind::kCorrupt, "",
        "the café's new history lets this device only look; write again with another link"};
  }
  if (is_new_history && !is_known) {
    number_anew(welcome);
  } else if (!is_new_history && !waiting_.empty() &&
             (!is_known || waiting_.begin()->first > welcome.last_command() + 1)) {
    return Error{ErrorKind::kCorrupt, "",
                 "the café's history is another one than before; look at it and send again"};
  } else if (waiting_.empty() && !renews_) {
    last_number_ = welcome.last_command();
  }
  if (!renews_) {
    ids_.become(welcome.device());
    epoch_ = welcome.epoch();
  }
  next_to_send_ = 1;
  paused_until_ = 0;
  if (const v1::Limits& limits = welcome.limits(); limits.message_bytes() > 0) {
    message_bytes_ = limits.message_bytes();
    window_ = std::clamp<std::uint32_t>(limits.commands_unacknowledged(), 1, kBatchMax);
    pace_.set(limits.commands_per_second(), limits.commands_burst());
  }
  open_ = true;
  return {};
}

void Outbox::number_anew(const v1::Welcome& welcome) {
  ids_.become(welcome.device());
  CommandNumber number = welcome.last_command();
  std::map<CommandNumber, Waiting> anew;
  for (auto& [old_number, waiting] : waiting_) {
    v1::Command command;
    if (command.ParseFromString(waiting.command)) {
      ids_.claim(command);
      // What the person saw lies in the old history; the new one has no entries beyond its head.
      command.set_base_seq(std::min(command.base_seq(), welcome.head()));
      waiting.command = command.SerializeAsString();
    }
    anew.emplace(++number, std::move(waiting));
  }
  waiting_ = std::move(anew);
  last_number_ = number;
}

Result<CommandNumber> Outbox::add(std::string command) {
  CHECK(device() != 0);
  if (command.size() + kFrameOverheadBytes > message_bytes_) {
    return Error{ErrorKind::kInvalid, "command",
                 "this is larger than a message may be (" + std::to_string(message_bytes_) +
                     " bytes); cut it in pieces"};
  }
  ++last_number_;
  last_name_ = std::max(last_name_ + 1, last_number_);
  waiting_.emplace(last_number_, Waiting{last_name_, std::move(command)});
  return last_name_;
}

std::optional<v1::CommandBatch> Outbox::take(MonotonicMs now) {
  if (!open_ || now < paused_until_) return std::nullopt;
  v1::CommandBatch batch;
  std::size_t bytes = kFrameOverheadBytes;
  for (auto it = waiting_.lower_bound(next_to_send_); it != waiting_.end(); ++it) {
    const auto& [number, waiting] = *it;
    const bool contiguous = batch.commands().empty() || number == next_to_send_;
    bytes += waiting.command.size() + 16;
    if (!contiguous || !may_send(number) || (bytes > message_bytes_ && !batch.commands().empty()) ||
        !pace_.take(now)) {
      break;
    }
    v1::NumberedCommand& numbered = *batch.add_commands();
    numbered.set_number(number);
    numbered.set_command(waiting.command);
    next_to_send_ = number + 1;
  }
  if (batch.commands().empty()) return std::nullopt;
  return batch;
}

MonotonicMs Outbox::next_take(MonotonicMs now) const {
  const auto next = waiting_.lower_bound(next_to_send_);
  if (!open_ || next == waiting_.end() || !may_send(next->first)) return kNever;
  return std::max(paused_until_, pace_.next(now));
}

std::optional<Outcome> Outbox::on_entry(const v1::Entry& entry) {
  if (entry.device() != device() || device() == 0) return std::nullopt;
  const auto found = waiting_.find(entry.command());
  if (found == waiting_.end()) return std::nullopt;
  Outcome outcome;
  outcome.number = found->second.name;
  outcome.accepted = true;
  outcome.seq = entry.seq();
  waiting_.erase(found);
  return outcome;
}

std::optional<Outcome> Outbox::on_result(const v1::Result& result, MonotonicMs now) {
  const auto found = waiting_.find(result.command());
  if (found == waiting_.end()) return std::nullopt;

  const v1::Rejection& rejection = result.rejection();
  if (result.has_rejection() && is_for_later(rejection.code())) {
    if (rejection.code() == v1::REJECTION_CODE_RATE_LIMITED) pace_.exhaust(now);
    send_again_from(found->first, now + retry_after(rejection));
    return std::nullopt;
  }
  if (result.has_rejection() && rejection.code() == v1::REJECTION_CODE_OUT_OF_ORDER) {
    // One before it was put off; all are sent again, in order.
    send_again_from(waiting_.begin()->first, now + kRetryMs);
    return std::nullopt;
  }

  Outcome outcome;
  outcome.number = found->second.name;
  outcome.accepted = result.has_accepted();
  outcome.seq = result.accepted().seq();
  outcome.ids.assign(result.accepted().ids().begin(), result.accepted().ids().end());
  outcome.rejection = rejection;
  waiting_.erase(found);
  return outcome;
}

bool Outbox::needs_new_key() const {
  return open_ && renews_ && !has_to_ask();
}

bool Outbox::may_send(CommandNumber number) const {
  if (renews_ && number > asks_until_) return false;
  return number < waiting_.begin()->first + window_;
}

void Outbox::send_again_from(CommandNumber number, MonotonicMs when) {
  next_to_send_ = std::min(next_to_send_, number);
  paused_until_ = std::max(paused_until_, when);
}

}  // namespace rebond
