// The one writer of one café: order, duplicates, decisions, durability.
#include "live/cafe.h"

#include <algorithm>
#include <google/protobuf/io/coded_stream.h>

#include "base/check.h"
#include "base/hash.h"
#include "core/lock.h"
#include "core/personal.h"
#include "core/rules.h"

namespace rebond {
namespace {

constexpr MonotonicMs kQuietBeforeDigestMs = 10'000;
constexpr Seq kEntriesBetweenDigests = 256;
constexpr int kNestingMax = 16;

/// The entry as an element of ServerFrame.entries, tag and length included.
SharedBytes encode_element(const v1::Entry& entry) {
  v1::ServerFrame frame;
  *frame.add_entries() = entry;
  return share(frame.SerializeAsString());
}

bool parse_command(const std::string& bytes, v1::Command& command) {
  google::protobuf::io::CodedInputStream input(reinterpret_cast<const std::uint8_t*>(bytes.data()),
                                               static_cast<int>(bytes.size()));
  input.SetRecursionLimit(kNestingMax);
  return command.ParseFromCodedStream(&input) && input.ConsumedEntireMessage();
}

/// What the sender alone is told, or would be when it asks again.
v1::Result result_of(const Changes& changes, CommandNumber number, Seq seq) {
  v1::Result result;
  result.set_command(number);
  if (changes.refused) {
    *result.mutable_rejection() = *changes.refused;
    return result;
  }
  result.mutable_accepted()->set_seq(changes.private_only ? 0 : seq);
  result.mutable_accepted()->mutable_ids()->Add(changes.ids.begin(), changes.ids.end());
  return result;
}

}  // namespace

Cafe::Cafe(const Environment& environment, v1::CafeHeader header, State state,
           PrivateState private_state)
    : environment_(environment),
      header_(std::move(header)),
      clock_(environment.clock, state.at_ms()),
      state_(std::move(state)),
      private_state_(std::move(private_state)),
      durable_seq_(state_.seq()),
      snapshot_saved_(state_.seq()),
      digest_noted_(state_.seq()) {}

void Cafe::submit(ConnectionId connection, DeviceNumber device, const v1::CommandBatch& batch) {
  for (const v1::NumberedCommand& numbered : batch.commands()) {
    ++commands_;
    if (!submit_one(connection, device, numbered)) return;
  }
}

bool Cafe::submit_one(ConnectionId connection, DeviceNumber device,
                      const v1::NumberedCommand& numbered) {
  const CommandNumber number = numbered.number();
  const CommandNumber last = private_state_.last_command(device);
  if (number != 0 && number <= last) {
    v1::Result known;
    known.set_command(number);
    known.mutable_accepted();
    if (const v1::Result* outcome = private_state_.outcome(device, number)) known = *outcome;
    answer(connection, std::move(known));
    return true;
  }
  if (number != last + 1) {
    return refuse(connection, number,
                  rebond::reject(v1::REJECTION_CODE_OUT_OF_ORDER, "number",
                                 "send command " + std::to_string(last + 1) + " next"));
  }
  const std::optional<Member> member = member_of(device);
  if (!member) {
    return refuse(
        connection, number,
        rebond::reject(v1::REJECTION_CODE_FORBIDDEN, "",
                       device == 0 ? "this link only shows" : "your access was taken back"));
  }
  if (read_only_) {
    return refuse(connection, number,
                  rebond::reject(v1::REJECTION_CODE_READ_ONLY, "", "wait: the disk is full"));
  }
  const MonotonicMs now = environment_.clock.monotonic_ms();
  TokenBucket& bucket = buckets_
                            .try_emplace(device, environment_.limits.commands_per_second,
                                         environment_.limits.commands_burst, now)
                            .first->second;
  if (const std::uint32_t wait_ms = bucket.take(now); wait_ms != 0) {
    v1::Rejection rejection =
        rebond::reject(v1::REJECTION_CODE_RATE_LIMITED, "", "send more slowly");
    rejection.set_retry_after_ms(wait_ms);
    return refuse(connection, number, std::move(rejection));
  }
  v1::Command command;
  Decision decision = decide_bytes(numbered, *member, command);
  if (auto* rejection = std::get_if<v1::Rejection>(&decision)) {
    reject(connection, device, number, std::move(*rejection));
  } else {
    accept(connection, device, number, *member, std::get<Changes>(std::move(decision)));
  }
  return true;
}

Decision Cafe::decide_bytes(const v1::NumberedCommand& numbered, const Member& member,
                            v1::Command& command) const {
  if (!parse_command(numbered.command(), command)) {
    return rebond::reject(v1::REJECTION_CODE_MALFORMED, "command", "send a Command of v1");
  }
  const Context context{state_,           private_state_,  environment_.limits, member,
                        state_.seq() + 1, clock_.now_ms(), command.base_seq(),  numbered.number()};
  return decide(command, context);
}

void Cafe::accept(ConnectionId connection, DeviceNumber device, CommandNumber number,
                  const Member& member, Changes changes) {
  v1::Entry entry;
  entry.set_seq(state_.seq() + 1);
  entry.set_at_ms(clock_.now_ms());
  if (!changes.anonymous) {
    entry.set_device(device);
    entry.set_command(number);
  }
  entry.set_what(changes.what);
  for (v1::Change& change : changes.changes) entry.add_changes()->Swap(&change);
  if (entry.ByteSizeLong() > kEntryBytesMax) {
    return reject(connection, device, number,
                  rebond::reject(v1::REJECTION_CODE_LIMIT, "command", "do it in smaller steps"));
  }
  if (changes.refused) ++rejections_;
  v1::Result result = result_of(changes, number, entry.seq());
  std::vector<PrivateWrite> writes = private_state_.outcome_writes(device, result);
  PrivateNews news = news_of(changes.private_writes, member);
  std::move(changes.private_writes.begin(), changes.private_writes.end(),
            std::back_inserter(writes));
  for (const PrivateWrite& write : writes) private_state_.apply(write);
  if (changes.private_only) {
    append(Append{header_.id(), std::nullopt, 0, nullptr, std::move(writes)}, [] {});
    answer(connection, std::move(result));
    return tell(std::move(news));
  }
  const std::optional<Member> now = member_of(device);
  if (!changes.anonymous) entry.set_actor(now->participant);
  const bool names_before = shows_names(state_);
  commit(std::move(entry), std::move(writes));
  // The screen is told names, or to forget them.
  news.people |= shows_names(state_) != names_before;
  // No entry tells the sender what became of it (AN2).
  if (changes.anonymous) answer(connection, std::move(result));
  if (member.must_join) {
    when_durable([this, connection, now] { audience_->on_member(connection, *now); });
  }
  tell(std::move(news));
}

void Cafe::tell(PrivateNews news) {
  if (news.empty()) return;
  when_durable([this, news = std::move(news)] {
    for (const Id access : news.revoked) audience_->on_revoked(access);
    if (news.accesses) audience_->on_access_list();
    if (news.people) audience_->on_directory();
    if (!news.personal.empty()) audience_->on_personal(news.personal);
  });
}

void Cafe::reject(ConnectionId connection, DeviceNumber device, CommandNumber number,
                  v1::Rejection rejection) {
  ++rejections_;
  v1::Result result;
  result.set_command(number);
  *result.mutable_rejection() = std::move(rejection);
  std::vector<PrivateWrite> writes = private_state_.outcome_writes(device, result);
  for (const PrivateWrite& write : writes) private_state_.apply(write);
  append(Append{header_.id(), std::nullopt, 0, nullptr, std::move(writes)}, [] {});
  answer(connection, std::move(result));
}

bool Cafe::refuse(ConnectionId connection, CommandNumber number, v1::Rejection rejection) {
  ++rejections_;
  v1::Result result;
  result.set_command(number);
  *result.mutable_rejection() = std::move(rejection);
  answer(connection, std::move(result));
  return false;
}

void Cafe::answer(ConnectionId connection, v1::Result result) {
  when_durable(
      [this, connection, result = std::move(result)] { audience_->on_result(connection, result); });
}

void Cafe::commit(v1::Entry entry, std::vector<PrivateWrite> writes) {
  const SharedBytes bytes = encode_element(entry);
  const Result<void> applied = state_.apply(entry);
  CHECK(applied.has_value());  // decide() makes only changes that fit
  last_change_ = environment_.clock.monotonic_ms();
  append(Append{header_.id(), std::nullopt, entry.seq(), bytes, std::move(writes)},
         [this, seq = entry.seq(), bytes] {
           durable_seq_ = seq;
           audience_->on_published(seq, slabs_.append(*bytes));
         });
  if (state_.seq() % kEntriesBetweenDigests == 0) note_digest();
  save_snapshot_if_due();
}

void Cafe::append(Append append, std::function<void()> on_durable) {
  ++appended_;
  environment_.journal.append(std::move(append), [this, then = std::move(on_durable)] {
    then();
    this->on_durable();
  });
}

void Cafe::on_durable() {
  ++durable_;
  while (!waiters_.empty() && waiters_.front().append <= durable_) {
    const std::function<void()> then = std::move(waiters_.front().then);
    waiters_.pop_front();
    then();
  }
}

void Cafe::when_durable(std::function<void()> then) {
  if (durable_ == appended_ && waiters_.empty()) return then();
  waiters_.push_back(Waiter{appended_, std::move(then)});
}

void Cafe::request_snapshot() {
  if (snapshot_requested_) return;
  snapshot_requested_ = true;
  const auto prelude = snapshot_prelude(state_.seq(), state_.to_snapshot());
  when_durable([this, prelude] {
    snapshot_requested_ = false;
    audience_->on_snapshot(prelude);
  });
}

void Cafe::save_snapshot_if_due() {
  if (state_.seq() - snapshot_saved_ < environment_.limits.snapshot_entries) return;
  snapshot_saved_ = state_.seq();
  environment_.journal.save_snapshot(header_.id(), state_.seq(), share(state_.to_snapshot()));
}

void Cafe::note_digest() {
  digest_noted_ = state_.seq();
  when_durable([this, seq = state_.seq(), digest = state_.digest().bytes()] {
    audience_->on_digest(seq, digest);
  });
}

void Cafe::tick() {
  if (digest_noted_ != state_.seq() &&
      environment_.clock.monotonic_ms() - last_change_ >= kQuietBeforeDigestMs) {
    note_digest();
  }
  if (read_only_) return;
  enter(decide_lock(state_, state_.seq() + 1, clock_.now_ms()));
}

void Cafe::enter(Changes changes) {
  if (changes.changes.empty()) return;
  v1::Entry entry;
  entry.set_seq(state_.seq() + 1);
  entry.set_at_ms(clock_.now_ms());
  entry.set_what(changes.what);
  for (v1::Change& change : changes.changes) entry.add_changes()->Swap(&change);
  commit(std::move(entry), std::move(changes.private_writes));
}

std::optional<MonotonicMs> Cafe::next_tick_ms() const {
  std::optional<MonotonicMs> next;
  if (digest_noted_ != state_.seq()) {
    next = last_change_ + kQuietBeforeDigestMs - environment_.clock.monotonic_ms();
  }
  if (const std::optional<double> lock = next_lock_ms(state_); lock && !read_only_) {
    const auto left = static_cast<MonotonicMs>(*lock - clock_.now_ms()) + 1;
    next = next ? std::min(*next, left) : left;
  }
  if (next) next = std::max<MonotonicMs>(*next, 0);
  return next;
}

}  // namespace rebond
