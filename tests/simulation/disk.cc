// A slow disk under the real journal interface, which fails, tears and lies when it is told to.
#include "tests/simulation/disk.h"

#include <utility>

#include "rebond/v1/frame.pb.h"

namespace rebond::sim {
namespace {

constexpr std::size_t kUnsyncedMax = 8;

void damage(Append& append) {
  v1::ServerFrame frame;
  if (!frame.ParseFromString(*append.entry)) return;
  for (v1::Change& change : *frame.mutable_entries(0)->mutable_changes()) {
    if (change.has_text() && change.text().has_insert()) {
      change.mutable_text()->mutable_insert()->set_at_ms(1);
    }
  }
  append.entry = share(frame.SerializeAsString());
}

bool revokes(const PrivateWrite& write) {
  v1::TokenRecord token;
  return write.kind == v1::PRIVATE_KIND_TOKEN && write.record &&
         token.ParseFromString(*write.record) && token.revoked();
}

/// The private writes that a planted fault does not make.
void forget_private(Fault fault, Append& append) {
  std::erase_if(append.private_writes, [fault](const PrivateWrite& write) {
    return (fault == Fault::kUnboundedOutcomes && !write.record &&
            write.kind == v1::PRIVATE_KIND_OUTCOME) ||
           (fault == Fault::kForgetRevocation && revokes(write)) ||
           (fault == Fault::kForgetSalvage && write.kind == v1::PRIVATE_KIND_SALVAGE);
  });
}

/// The last entry of each café is gone, if no snapshot holds it.
void lose_last_entry(MemoryJournal& journal) {
  const auto headers = journal.cafes();
  for (const v1::CafeHeader& header : *headers) {
    const Seq snapshot = journal.load(header.id())->snapshot_seq;
    Seq last = 0;
    const Result<void> read = journal.read(header.id(), 0, [&last](Seq seq, std::string_view) {
      last = seq;
      return true;
    });
    if (read && last > snapshot && last > 1) journal.lose_entry(header.id(), last);
  }
}

}  // namespace

Disk::Disk(Setting& setting, std::unique_ptr<MemoryJournal> journal)
    : setting_(setting), journal_(std::move(journal)) {
  journal_->on_failure([this](const Error& error) {
    setting_.happened(Event::kFailedAppend);
    if (failed_) failed_(error);
  });
}

void Disk::append(Append append, Durable on_durable) {
  // The founding is honest: there must be a café to go wrong.
  const Fault planted = append.header ? Fault::kNone : setting_.fault;
  if (planted == Fault::kChangeRecord && append.seq > 1 && setting_.one_in(40)) damage(append);
  forget_private(planted, append);
  if (planted == Fault::kSkipSync) return lie(std::move(append), std::move(on_durable));
  if (planted == Fault::kAckBeforeDurable) {
    setting_.schedule.in(0, [alive = alive_, told = std::move(on_durable)] {
      if (*alive) told();
    });
    on_durable = [] {};
  }
  journal_->append(std::move(append), std::move(on_durable));
  schedule_commit();
}

void Disk::lie(Append append, Durable on_durable) {
  unsynced_.push_back(std::move(append));
  while (unsynced_.size() > kUnsyncedMax) {
    journal_->append(std::move(unsynced_.front()), [] {});
    unsynced_.pop_front();
  }
  journal_->commit();
  setting_.schedule.in(1, [alive = alive_, told = std::move(on_durable)] {
    if (*alive) told();
  });
}

void Disk::save_snapshot(const CafeId& cafe, Seq seq, SharedBytes snapshot) {
  setting_.happened(Event::kSnapshotSaved);
  if (setting_.fault == Fault::kSnapshotAhead) {
    // As if it went to a file of its own: it overtakes the entries before it.
    ahead_ = SnapshotWrite{cafe, seq, std::move(snapshot)};
    return;
  }
  journal_->save_snapshot(cafe, seq, std::move(snapshot));
  schedule_commit();
}

void Disk::replace(WholeCafe cafe, Durable on_durable) {
  journal_->replace(std::move(cafe), std::move(on_durable));
  schedule_commit();
}

void Disk::remove(const CafeId& cafe, Durable on_durable) {
  journal_->remove(cafe, std::move(on_durable));
  schedule_commit();
}

void Disk::purge(Durable on_purged) {
  journal_->purge(std::move(on_purged));
  schedule_commit();
}

Result<StoredCafe> Disk::load(const CafeId& cafe) const {
  Result<StoredCafe> stored = journal_->load(cafe);
  if (stored && setting_.fault == Fault::kForgetOutcomes) {
    std::erase_if(stored->private_records, [](const PrivateWrite& record) {
      return record.kind == v1::PRIVATE_KIND_OUTCOME;
    });
  }
  return stored;
}

Result<void> Disk::read(const CafeId& cafe, Seq after, const Visit& visit) const {
  if (!entries_to_live_) return journal_->read(cafe, after, visit);
  std::size_t left = *entries_to_live_;
  Result<void> read = journal_->read(cafe, after, [&](Seq seq, std::string_view entry) {
    return left-- > 0 && visit(seq, entry);
  });
  if (!read) return read;
  return Error{ErrorKind::kUnavailable, "", "the process dies here"};
}

std::unique_ptr<MemoryJournal> Disk::crash() {
  *alive_ = false;
  const std::size_t asked = journal_->pending();
  const std::size_t written = setting_.random.below(asked + 1);
  if (written > 0 && written < asked) {
    setting_.happened(Event::kTornCrash, std::to_string(written) + " of " + std::to_string(asked));
  }
  std::unique_ptr<MemoryJournal> found = journal_->crash(written);
  if (ahead_) {
    found->save_snapshot(ahead_->cafe, ahead_->seq, ahead_->snapshot);
    found->commit();
  }
  if (setting_.fault == Fault::kTwoLivesOneSeq) lose_last_entry(*found);
  return found;
}

void Disk::schedule_commit() {
  if (commit_due_) return;
  commit_due_ = true;
  // Mostly quick, now and then a stall of seconds.
  const bool stalls = setting_.one_in(50);
  const MonotonicMs delay = setting_.below_ms(stalls ? 4'000 : 20);
  if (delay >= 1'000) setting_.happened(Event::kDiskStall, std::to_string(delay) + " ms");
  setting_.schedule.in(delay, [this, alive = alive_] {
    if (!*alive) return;
    commit_due_ = false;
    journal_->commit(1 + setting_.random.below(8));
    // The commit may have ended this life of the server.
    if (*alive && journal_->pending() > 0 && !journal_->failed()) schedule_commit();
  });
}

}  // namespace rebond::sim
