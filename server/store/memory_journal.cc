// A journal without a disk, for tests and the simulation.
#include "store/memory_journal.h"

#include <algorithm>
#include <variant>

#include "base/check.h"
#include "store/journal_errors.h"

namespace rebond {

void MemoryJournal::append(Append append, Durable on_durable) {
  check_append(append);
  if (state_ != State::kRunning) return;
  pending_.push_back({std::move(append), std::move(on_durable)});
}

void MemoryJournal::save_snapshot(const CafeId& cafe, Seq seq, SharedBytes snapshot) {
  if (state_ != State::kRunning) return;
  pending_.push_back({SnapshotWrite{cafe, seq, std::move(snapshot)}, {}});
}

void MemoryJournal::replace(WholeCafe cafe, Durable on_durable) {
  check_whole(cafe);
  if (state_ != State::kRunning) return;
  pending_.push_back({std::move(cafe), std::move(on_durable)});
}

void MemoryJournal::remove(const CafeId& cafe, Durable on_durable) {
  if (state_ != State::kRunning) return;
  pending_.push_back({Removal{cafe}, std::move(on_durable)});
}

void MemoryJournal::purge(Durable on_purged) {
  if (state_ != State::kRunning) return;
  pending_.push_back({Unmark{}, std::move(on_purged)});
}

void MemoryJournal::on_failure(Failed failed) {
  failed_ = std::move(failed);
}

Result<std::vector<v1::CafeHeader>> MemoryJournal::cafes() const {
  if (state_ != State::kRunning) return stopped_after_failure();
  std::vector<v1::CafeHeader> headers;
  for (const auto& [cafe, history] : histories_) headers.push_back(history.header);
  return headers;
}

Result<StoredCafe> MemoryJournal::load(const CafeId& cafe) const {
  if (state_ != State::kRunning) return stopped_after_failure();
  const auto found = histories_.find(cafe);
  if (found == histories_.end()) return no_such_cafe(cafe);
  const History& history = found->second;

  StoredCafe stored;
  stored.header = history.header;
  stored.snapshot_seq = history.snapshot_seq;
  stored.snapshot = *history.snapshot;
  for (const auto& [key, record] : history.private_records) {
    stored.private_records.push_back({key.first, key.second, record});
  }
  return stored;
}

Result<void> MemoryJournal::read(const CafeId& cafe, Seq after, const Visit& visit) const {
  if (state_ != State::kRunning) return stopped_after_failure();
  const auto found = histories_.find(cafe);
  if (found == histories_.end()) return {};

  const auto& entries = found->second.entries;
  Seq expected = after + 1;
  for (auto it = entries.upper_bound(after); it != entries.end(); ++it, ++expected) {
    if (it->first != expected) return missing_entry(cafe, expected);
    if (it->second == nullptr) return damaged_entry(cafe, expected);
    if (!visit(expected, *it->second)) break;
  }
  return {};
}

std::size_t MemoryJournal::commit(std::size_t count) {
  const std::size_t wanted = std::min(count, pending_.size());
  std::size_t done = 0;
  while (done < wanted && !pending_.empty()) {
    if (writes_until_failure_ == 0U) {
      fail();
      break;
    }
    if (writes_until_failure_) --*writes_until_failure_;
    const PendingWrite next = std::move(pending_.front());
    pending_.pop_front();
    std::visit([this](const auto& write) { keep(write); }, next.write);
    ++done;
    if (next.on_durable) next.on_durable();
  }
  return done;
}

void MemoryJournal::fail_after(std::size_t writes) {
  writes_until_failure_ = writes;
}

std::unique_ptr<MemoryJournal> MemoryJournal::crash(std::size_t written) {
  for (std::size_t i = 0; i < written && !pending_.empty(); ++i) {
    std::visit([this](const auto& write) { keep(write); }, pending_.front().write);
    pending_.pop_front();
  }
  auto next_life = std::make_unique<MemoryJournal>();
  next_life->histories_ = std::move(histories_);
  histories_.clear();
  pending_.clear();
  state_ = State::kCrashed;
  return next_life;
}

void MemoryJournal::damage_entry(const CafeId& cafe, Seq seq) {
  history(cafe).entries.at(seq) = nullptr;
}

void MemoryJournal::lose_entry(const CafeId& cafe, Seq seq) {
  CHECK(history(cafe).entries.erase(seq) == 1);
}

void MemoryJournal::keep(const Append& append) {
  if (append.header) histories_[append.cafe].header = *append.header;
  History& kept = history(append.cafe);
  if (append.seq != 0) {
    CHECK(append.seq == (kept.entries.empty() ? 1 : kept.entries.rbegin()->first + 1));
    kept.entries[append.seq] = append.entry;
  }
  keep_private(append.cafe, append.private_writes);
}

void MemoryJournal::keep(const SnapshotWrite& write) {
  History& kept = history(write.cafe);
  kept.snapshot_seq = write.seq;
  kept.snapshot = write.snapshot;
}

void MemoryJournal::keep(const WholeCafe& whole) {
  History kept;
  kept.header = whole.header;
  Seq seq = 0;
  for (const SharedBytes& entry : whole.entries) kept.entries[++seq] = entry;
  if (whole.snapshot != nullptr) {
    kept.snapshot_seq = whole.snapshot_seq;
    kept.snapshot = whole.snapshot;
  }
  histories_[whole.header.id()] = std::move(kept);
  keep_private(whole.header.id(), whole.private_records);
}

void MemoryJournal::keep_private(const CafeId& cafe, const std::vector<PrivateWrite>& writes) {
  auto& records = history(cafe).private_records;
  for (const PrivateWrite& write : writes) {
    if (write.record) {
      records[{write.kind, write.id}] = *write.record;
    } else {
      records.erase({write.kind, write.id});
    }
  }
}

void MemoryJournal::fail() {
  state_ = State::kFailed;
  pending_.clear();
  if (failed_) failed_({ErrorKind::kIo, "", "the journal could not be written, as it was told"});
}

MemoryJournal::History& MemoryJournal::history(const CafeId& cafe) {
  const auto found = histories_.find(cafe);
  CHECK(found != histories_.end());
  return found->second;
}

}  // namespace rebond
